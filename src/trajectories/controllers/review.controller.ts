import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import {
  CorrectAssessmentDto,
  CorrectEvaluationDto,
  CorrectEvaluationPlanDto,
  GiveAssessmentDto,
  HoldEvaluationDto,
  PlanEvaluationDto,
} from '../dto/review.dto.js';
import { ownEmployer } from '../own-employer.js';
import { TrajectoryWrites } from '../trajectory-writes.js';

const tag = 'Evaluaties en beoordelingen';

@Controller('v1/trajectories/:id')
export class TrajectoryReviewController {
  constructor(private readonly trajectories: TrajectoryWrites) {}

  @Post('evaluation-plans')
  @WriteOperation({
    tag,
    summary: 'Plan een evaluatie',
    description:
      'Een evaluatie (evaluation plan) naast die van het plan van aanpak en van de regels van de opdrachtgever.',
  })
  plan(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: PlanEvaluationDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'evaluation-plans' }, (evaluationPlanId) => ({
      type: 'PlanEvaluation',
      evaluationPlanId,
      ...present(body),
    }));
  }

  @Post('evaluation-plans/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een geplande evaluatie',
    description: 'Verbetert de geplande evaluatie (evaluation plan) met een reden.',
  })
  correctPlan(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De geplande evaluatie.') evaluationPlanId: Id,
    @Body() { reason, ...changes }: CorrectEvaluationPlanDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { collection: 'evaluation-plans', itemId: evaluationPlanId };
    return this.trajectories.act(write, id, place, () => ({
      type: 'CorrectEvaluationPlan',
      evaluationPlanId,
      changes: present(changes),
      reason,
    }));
  }

  @Post('evaluations')
  @WriteOperation({
    tag,
    summary: 'Leg een evaluatie vast',
    description:
      'Een evaluatie (evaluation) met wie erbij waren, wat wordt bijgesteld en wat eruit kwam: de resultaatcode, de proefplaatsing, de toekomst van de kandidaat.',
  })
  hold(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: HoldEvaluationDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'evaluations' }, (evaluationId) => ({
      type: 'HoldEvaluation',
      evaluationId,
      ...present(body),
    }));
  }

  @Post('evaluations/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een evaluatie',
    description: 'Verbetert de evaluatie (evaluation) met een reden; wat er stond blijft zichtbaar.',
  })
  correct(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De evaluatie.') evaluationId: Id,
    @Body() { reason, ...changes }: CorrectEvaluationDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { collection: 'evaluations', itemId: evaluationId };
    return this.trajectories.act(write, id, place, () => ({
      type: 'CorrectEvaluation',
      evaluationId,
      changes: present(changes),
      reason,
    }));
  }

  @Post('assessments')
  @WriteOperation({
    tag,
    summary: 'Geef een beoordeling',
    description:
      'Een cijfer van 1 tot en met 10 (assessment) van de kandidaat of de werkgever, namens zichzelf; de coördinator alleen met een getekend formulier.',
  })
  assess(
    @PathId('id', 'Het traject.') id: Id,
    @Body() { employerId, ...body }: GiveAssessmentDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const employer = body.by === 'employer' ? ownEmployer(write.asker, employerId) : {};
    return this.trajectories.act(write, id, { collection: 'assessments' }, (assessmentId) => ({
      type: 'GiveAssessment',
      assessmentId,
      ...present(body),
      ...employer,
    }));
  }

  @Post('assessments/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een beoordeling',
    description: 'Verbetert de beoordeling (assessment) met een reden; van wie zij is, blijft zo.',
  })
  correctAssessment(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De beoordeling.') assessmentId: Id,
    @Body() { reason, evidence, employerId, ...changes }: CorrectAssessmentDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { collection: 'assessments', itemId: assessmentId };
    const employer = employerId === undefined ? {} : ownEmployer(write.asker, employerId);
    return this.trajectories.act(write, id, place, () => ({
      type: 'CorrectAssessment',
      assessmentId,
      changes: { ...present(changes), ...employer },
      ...present({ reason, evidence }),
    }));
  }
}
