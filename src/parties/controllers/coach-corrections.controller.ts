import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import { ActOnCoach, type CoachIntent } from '../commands/act-on-coach/act-on-coach.command.js';
import {
  CorrectCoachAwayDto,
  CorrectEmploymentDto,
  CorrectRecognitionDto,
  CorrectTieDto,
  EndDto,
} from '../dto/coach.dto.js';
import { PartyWrites } from '../party-writes.js';

const tag = 'Jobcoaches';

/** What turned out otherwise about a coach. */
@Controller('v1/coaches/:id')
export class CoachCorrectionsController {
  constructor(private readonly parties: PartyWrites) {}

  @Post('recognitions/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een erkenning van een jobcoach',
    description: 'Alleen wat verandert (erkenning, recognition), met de reden; null neemt een einde weg.',
  })
  correctRecognition(
    @PathId('id', 'De jobcoach.') coachId: Id,
    @PathId('itemId', 'De erkenning.') recognitionId: Id,
    @Body() { reason, ...changes }: CorrectRecognitionDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const intent = {
      type: 'CorrectCoachRecognition',
      recognitionId,
      changes: present(changes),
      reason,
    } as const;
    return this.send(write, `/v1/coaches/${coachId}/recognitions`, recognitionId, coachId, intent);
  }

  @Post('ties/:itemId/endings')
  @WriteOperation({
    tag,
    summary: 'Beëindig een band van een jobcoach',
    description: 'De laatste dag van de band (tie); daarna mag de jobcoach daar weer coachen.',
  })
  endTie(
    @PathId('id', 'De jobcoach.') coachId: Id,
    @PathId('itemId', 'De band.') tieId: Id,
    @Body() { endedOn }: EndDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const intent = { type: 'EndTie', tieId, endedOn } as const;
    return this.send(write, `/v1/coaches/${coachId}`, tieId, coachId, intent);
  }

  @Post('ties/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter een band van een jobcoach',
    description: 'Alleen wat verandert (band, tie), met de reden; null neemt iets weg.',
  })
  correctTie(
    @PathId('id', 'De jobcoach.') coachId: Id,
    @PathId('itemId', 'De band.') tieId: Id,
    @Body() { reason, ...changes }: CorrectTieDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const intent = { type: 'CorrectTie', tieId, changes: present(changes), reason } as const;
    return this.send(write, `/v1/coaches/${coachId}`, tieId, coachId, intent);
  }

  @Post('employments/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter waar een jobcoach gaat werken',
    description: 'Alleen wat verandert (dienstverband, employment), met de reden.',
  })
  correctEmployment(
    @PathId('id', 'De jobcoach.') coachId: Id,
    @PathId('itemId', 'Het dienstverband.') employmentId: Id,
    @Body() { reason, ...changes }: CorrectEmploymentDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const intent = {
      type: 'CorrectCoachEmployment',
      employmentId,
      changes: present(changes),
      reason,
    } as const;
    return this.send(write, `/v1/coaches/${coachId}`, employmentId, coachId, intent);
  }

  @Post('absences/:itemId/endings')
  @WriteOperation({
    tag,
    summary: 'Een jobcoach is er weer',
    description: 'De laatste dag van de afwezigheid (coach away); daarna is de jobcoach er weer.',
  })
  endAway(
    @PathId('id', 'De jobcoach.') coachId: Id,
    @PathId('itemId', 'De afwezigheid.') absenceId: Id,
    @Body() { endedOn }: EndDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const intent = { type: 'EndCoachAway', absenceId, endedOn } as const;
    return this.send(write, `/v1/coaches/${coachId}`, absenceId, coachId, intent);
  }

  @Post('absences/:itemId/corrections')
  @WriteOperation({
    tag,
    summary: 'Verbeter de afwezigheid van een jobcoach',
    description: 'Alleen wat verandert (afwezigheid, coach away), met de reden; null neemt het einde weg.',
  })
  correctAway(
    @PathId('id', 'De jobcoach.') coachId: Id,
    @PathId('itemId', 'De afwezigheid.') absenceId: Id,
    @Body() { reason, ...changes }: CorrectCoachAwayDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const intent = { type: 'CorrectCoachAway', absenceId, changes: present(changes), reason } as const;
    return this.send(write, `/v1/coaches/${coachId}`, absenceId, coachId, intent);
  }

  private send(
    write: WriteRequest,
    location: string,
    itemId: Id,
    coachId: Id,
    intent: CoachIntent,
  ): Promise<WriteAnswerSchema> {
    const place = { location: () => location, itemId };
    return this.parties.send(write, place, (_, asking) => new ActOnCoach(coachId, intent, asking));
  }
}
