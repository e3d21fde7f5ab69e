import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import {
  AgreeContactRhythmDto,
  AnswerCoachChangeDto,
  AskForAnotherCoachDto,
  CorrectContactRhythmDto,
  CorrectIncidentDto,
  CorrectSupportNeedDto,
  ReportIncidentDto,
  ResolveIncidentDto,
  SignalSupportNeedDto,
} from '../dto/signals.dto.js';
import { TrajectoryWrites } from '../trajectory-writes.js';

const tag = 'Rondom het coachen';

@Controller('v1/trajectories/:id')
export class TrajectorySignalsController {
  constructor(private readonly trajectories: TrajectoryWrites) {}

  @Post('incidents')
  @WriteOperation({
    tag,
    summary: 'Meld een incident',
    description:
      'Iets dat misging op of rond het werk (incident). Een werkgever meldt alleen wat bij de eigen organisatie gebeurde.',
  })
  reportIncident(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: ReportIncidentDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const own = write.asker.role === 'employer' ? write.asker.employerId : undefined;
    return this.trajectories.act(write, id, { collection: 'incidents' }, (incidentId) => ({
      type: 'ReportIncident',
      incidentId,
      ...present({ employerId: own, ...present(body) }),
    }));
  }

  @Post('incidents/:itemId/resolutions')
  @WriteOperation({
    tag,
    summary: 'Leg vast dat een incident is opgelost',
    description: 'Op welke dag het incident (incident) is opgelost, en waardoor.',
  })
  resolveIncident(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'Het incident.') incidentId: Id,
    @Body() body: ResolveIncidentDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'incidents', itemId: incidentId }, () => ({
      type: 'ResolveIncident',
      incidentId,
      ...present(body),
    }));
  }

  @Post('incidents/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een incident',
    description:
      'Verbetert het incident (incident) of de oplossing ervan, met een reden; wat er stond blijft zichtbaar.',
  })
  correctIncident(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'Het incident.') incidentId: Id,
    @Body() { reason, ...changes }: CorrectIncidentDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'incidents', itemId: incidentId }, () => ({
      type: 'CorrectIncident',
      incidentId,
      changes: present(changes),
      reason,
    }));
  }

  @Post('support-needs')
  @WriteOperation({
    tag,
    summary: 'Signaleer een ondersteuningsbehoefte',
    description:
      'Op welk leefgebied ondersteuning nodig is en naar wie is doorverwezen (support need). Leg nooit vast waarom, en nooit iets medisch.',
  })
  signalSupportNeed(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: SignalSupportNeedDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'support-needs' }, (needId) => ({
      type: 'SignalSupportNeed',
      needId,
      ...present(body),
    }));
  }

  @Post('support-needs/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een ondersteuningsbehoefte',
    description: 'Verbetert de ondersteuningsbehoefte (support need), met een reden.',
  })
  correctSupportNeed(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De ondersteuningsbehoefte.') needId: Id,
    @Body() { reason, ...changes }: CorrectSupportNeedDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'support-needs', itemId: needId }, () => ({
      type: 'CorrectSupportNeed',
      needId,
      changes: present(changes),
      reason,
    }));
  }

  @Post('contact-rhythms')
  @WriteOperation({
    tag,
    summary: 'Spreek een contactritme af',
    description:
      'Hoeveel dagen er ten hoogste tussen twee contacten met de kandidaat zitten (contact rhythm), vanaf een dag.',
  })
  agreeContactRhythm(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: AgreeContactRhythmDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'contact-rhythms' }, (rhythmId) => ({
      type: 'AgreeContactRhythm',
      rhythmId,
      ...present(body),
    }));
  }

  @Post('contact-rhythms/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een contactritme',
    description: 'Verbetert wat er als contactritme (contact rhythm) is vastgelegd, met een reden.',
  })
  correctContactRhythm(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'Het contactritme.') rhythmId: Id,
    @Body() { reason, ...changes }: CorrectContactRhythmDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'contact-rhythms', itemId: rhythmId }, () => ({
      type: 'CorrectContactRhythm',
      rhythmId,
      changes: present(changes),
      reason,
    }));
  }

  @Post('coach-change-requests')
  @WriteOperation({
    tag,
    summary: 'Vraag om een andere jobcoach',
    description:
      'De kandidaat vraagt om een andere jobcoach (coach-change request). Een reden of een naam mag, maar hoeft niet.',
  })
  askForAnotherCoach(
    @PathId('id', 'Het traject.') id: Id,
    @Body() body: AskForAnotherCoachDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.trajectories.act(write, id, { collection: 'coach-change-requests' }, (requestId) => ({
      type: 'AskForAnotherCoach',
      requestId,
      ...present(body),
    }));
  }

  @Post('coach-change-requests/:itemId/answers')
  @WriteOperation({
    tag,
    summary: 'Beantwoord een verzoek om een andere jobcoach',
    description:
      'Of de kandidaat een andere jobcoach krijgt (coach-change request), met de reden. De overdracht zelf legt u daarna vast.',
  })
  answerCoachChange(
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'Het verzoek.') requestId: Id,
    @Body() body: AnswerCoachChangeDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { collection: 'coach-change-requests', itemId: requestId };
    return this.trajectories.act(write, id, place, () => ({
      type: 'AnswerCoachChange',
      requestId,
      ...present(body),
    }));
  }
}
