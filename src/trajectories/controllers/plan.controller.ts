import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import type { AskedPlan } from '../../../domain/trajectory/plan/commands.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { PathVersion } from '../../http/read/path-version.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import { statedGoal } from '../dto/goals-field.js';
import {
  AgreePlanDto,
  AskForPlanDto,
  CorrectDropDto,
  CorrectProgressDto,
  DeclinePlanDto,
  DraftPlanDto,
  DropGoalDto,
  FulfilAgreementDto,
  ReachGoalDto,
  RevisePlanDto,
} from '../dto/plan.dto.js';
import { ownEmployer } from '../own-employer.js';
import { type Place, TrajectoryWrites } from '../trajectory-writes.js';

const tag = 'Plan van aanpak';
const VERSION = 'De versie van het plan.';
const planPlace = (version: number): Place => ({ collection: 'plans', address: String(version) });

@Controller('v1/trajectories/:id')
export class TrajectoryPlanController {
  constructor(private readonly trajectories: TrajectoryWrites) {}

  @Post('plans')
  @WriteOperation({
    tag,
    summary: 'Stel het plan van aanpak op',
    description:
      'Doelen, wat nodig is, afspraken en evaluatiemomenten (plan of approach). Daarna herziet u het.',
  })
  draft(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: DraftPlanDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, planPlace(1), (planId, derived) => ({
      type: 'DraftPlan',
      ...askedPlan(planId, body, derived),
    }));
  }

  @Post('plan-requests')
  @WriteOperation({
    tag,
    summary: 'Vraag om een plan van aanpak',
    description:
      'Om een plan, of om een herziening (plan request), met de reden; de jobcoach ziet het als taak.',
  })
  ask(
    @PathId('id', 'Het traject.') id: Id,
    @Body() { reason }: AskForPlanDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'plan-requests' }, (requestId) => ({
      type: 'AskForPlan',
      requestId,
      reason,
    }));
  }

  @Post('plans/:version/revisions')
  @WriteOperation({
    tag,
    summary: 'Herzie het plan van aanpak',
    description: 'Een nieuwe versie (revision) met een reden; iedere partij wordt opnieuw gevraagd.',
  })
  revise(
    @PathId('id', 'Het traject.') id: Id,
    @PathVersion('version', 'De versie die wordt herzien: de laatste.') version: number,
    @Body() { reason, ...body }: RevisePlanDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, planPlace(version + 1), (planId, derived) => ({
      type: 'RevisePlan',
      ...askedPlan(planId, body, derived),
      version,
      reason,
    }));
  }

  @Post('plans/:version/agreements-by')
  @WriteOperation({
    tag,
    summary: 'Ga akkoord met het plan',
    description:
      'Een partij gaat akkoord met de laatste versie (agreed), namens zichzelf; de coördinator alleen met een getekend stuk.',
  })
  agree(
    @PathId('id', 'Het traject.') id: Id,
    @PathVersion('version', VERSION) version: number,
    @Body() { name, employerId, ...body }: AgreePlanDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const employer = body.party === 'employer' ? ownEmployer(write.asker, employerId) : {};
    return this.trajectories.act(write, id, planPlace(version), (answerId) => ({
      type: 'AgreePlan',
      answerId,
      version,
      by: name,
      ...present(body),
      ...employer,
    }));
  }

  @Post('plans/:version/declines')
  @WriteOperation({
    tag,
    summary: 'Wijs het plan af',
    description:
      'Een partij wijst de laatste versie af (declined), met een reden. Zo blijft het tot een herziening.',
  })
  decline(
    @PathId('id', 'Het traject.') id: Id,
    @PathVersion('version', VERSION) version: number,
    @Body() { employerId, ...body }: DeclinePlanDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const employer = body.party === 'employer' ? ownEmployer(write.asker, employerId) : {};
    return this.trajectories.act(write, id, planPlace(version), (answerId) => ({
      type: 'DeclinePlan',
      answerId,
      version,
      ...present(body),
      ...employer,
    }));
  }

  @Post('goals/:goalId/attainments')
  @WriteOperation({
    tag,
    summary: 'Leg vast dat een doel is bereikt',
    description: 'Een doel (goal) uit de laatste versie van het plan is bereikt.',
  })
  reach(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('goalId', 'Het doel.') goalId: Id,
    @Body() body: ReachGoalDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'goal-outcomes' }, (outcomeId) => ({
      type: 'ReachGoal',
      outcomeId,
      goalId,
      ...present(body),
    }));
  }

  @Post('goals/:goalId/attainments/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter dat een doel is bereikt',
    description: 'Verbetert de dag (attainment) met een reden; null bij on en het doel staat weer open.',
  })
  correctAttainment(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('goalId', 'Het doel.') goalId: Id,
    @PathId('itemId', 'Het bereiken van het doel.') outcomeId: Id,
    @Body() { reason, ...changes }: CorrectProgressDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { collection: 'goal-outcomes', itemId: outcomeId };
    return this.trajectories.act(write, id, place, () => ({
      type: 'CorrectGoalOutcome',
      outcomeId,
      goalId,
      outcome: 'reached',
      changes: present(changes),
      reason,
    }));
  }

  @Post('goals/:goalId/drops')
  @WriteOperation({
    tag,
    summary: 'Laat een doel los',
    description: 'Een doel (goal) uit de laatste versie van het plan wordt niet meer nagestreefd.',
  })
  drop(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('goalId', 'Het doel.') goalId: Id,
    @Body() body: DropGoalDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'goal-outcomes' }, (outcomeId) => ({
      type: 'DropGoal',
      outcomeId,
      goalId,
      ...present(body),
    }));
  }

  @Post('goals/:goalId/drops/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter dat een doel is losgelaten',
    description: 'Verbetert de dag (drop) met een reden; null bij on en het doel staat weer open.',
  })
  correctDrop(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('goalId', 'Het doel.') goalId: Id,
    @PathId('itemId', 'Het loslaten van het doel.') outcomeId: Id,
    @Body() { reason, on }: CorrectDropDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { collection: 'goal-outcomes', itemId: outcomeId };
    return this.trajectories.act(write, id, place, () => ({
      type: 'CorrectGoalOutcome',
      outcomeId,
      goalId,
      outcome: 'dropped',
      changes: { on },
      reason,
    }));
  }

  @Post('agreements/:agreementId/fulfilments')
  @WriteOperation({
    tag,
    summary: 'Leg vast dat een afspraak is nagekomen',
    description: 'Een afspraak (agreement) uit de laatste versie van het plan is nagekomen (fulfilled).',
  })
  fulfil(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('agreementId', 'De afspraak.') agreementId: Id,
    @Body() body: FulfilAgreementDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'agreement-fulfilments' }, (fulfilmentId) => ({
      type: 'FulfilAgreement',
      fulfilmentId,
      agreementId,
      ...present(body),
    }));
  }

  @Post('agreements/:agreementId/fulfilments/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter dat een afspraak is nagekomen',
    description: 'Verbetert de dag (fulfilment) met een reden; null bij on en de afspraak staat weer open.',
  })
  correctFulfilment(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('agreementId', 'De afspraak.') agreementId: Id,
    @PathId('itemId', 'Het nakomen van de afspraak.') fulfilmentId: Id,
    @Body() { reason, ...changes }: CorrectProgressDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { collection: 'agreement-fulfilments', itemId: fulfilmentId };
    return this.trajectories.act(write, id, place, () => ({
      type: 'CorrectFulfilment',
      fulfilmentId,
      agreementId,
      changes: present(changes),
      reason,
    }));
  }
}

/** Gives every goal and agreement an id: that of the version before where it goes on, else one of the command's own. */
function askedPlan(
  planId: Id,
  { draftedOn, goals, needs = [], agreements = [], evaluationsOn = [] }: Omit<RevisePlanDto, 'reason'>,
  derived: (label: string) => Id,
): AskedPlan {
  return {
    planId,
    ...present({ draftedOn }),
    goals: goals.map((goal, index) => {
      const { goalId, ...stated } = statedGoal(goal);
      return { ...stated, goalId: goalId ?? derived(`goal-${index}`), goesOn: goalId !== undefined };
    }),
    needs,
    agreements: agreements.map(({ agreementId, ...terms }, index) => ({
      ...terms,
      agreementId: agreementId ?? derived(`agreement-${index}`),
      goesOn: agreementId !== undefined,
    })),
    evaluationsOn,
  };
}
