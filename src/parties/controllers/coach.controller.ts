import { Body, Controller, Post } from '@nestjs/common';
import type { Id } from '../../../domain/shared/ids.js';
import { WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { PathId } from '../../http/read/path-id.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import { ActOnCoach } from '../commands/act-on-coach/act-on-coach.command.js';
import { RegisterCoach } from '../commands/register-coach/register-coach.command.js';
import {
  DeclareTieDto,
  EmployCoachDto,
  EndRecognitionDto,
  RecogniseDto,
  ReportCoachAwayDto,
} from '../dto/coach.dto.js';
import { RegisterCoachDto } from '../dto/party.dto.js';
import { PartyWrites, type Place } from '../party-writes.js';

const tag = 'Jobcoaches';

@Controller('v1/coaches')
export class CoachController {
  constructor(private readonly parties: PartyWrites) {}

  @Post()
  @WriteOperation({
    tag,
    summary: 'Registreer een jobcoach',
    description: 'Wie kandidaten coacht (jobcoach, coach) en bij welke jobcoachorganisatie.',
  })
  register(@Body() body: RegisterCoachDto, @CurrentWrite() write: WriteRequest): Promise<WriteAnswerSchema> {
    const place = { location: (id: Id) => `/v1/coaches/${id}` };
    return this.parties.send(write, place, (id, asking) => new RegisterCoach(id, present(body), asking));
  }

  @Post(':id/recognitions')
  @WriteOperation({
    tag,
    summary: 'Leg een erkenning van een jobcoach vast',
    description: 'Een erkenning (recognition) met de dagen waarop zij geldt.',
  })
  recognise(
    @PathId('id', 'De jobcoach.') coachId: Id,
    @Body() body: RecogniseDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.parties.send(
      write,
      recognitionsOf(coachId),
      (recognitionId, asking) =>
        new ActOnCoach(coachId, { type: 'RecogniseCoach', recognitionId, ...present(body) }, asking),
    );
  }

  @Post(':id/recognitions/:itemId/endings')
  @WriteOperation({
    tag,
    summary: 'Beëindig een erkenning van een jobcoach',
    description: 'Legt de laatste dag van de erkenning (recognition) vast, met de reden.',
  })
  endRecognition(
    @PathId('id', 'De jobcoach.') coachId: Id,
    @PathId('itemId', 'De erkenning.') recognitionId: Id,
    @Body() body: EndRecognitionDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.parties.send(
      write,
      { ...recognitionsOf(coachId), itemId: recognitionId },
      (_, asking) =>
        new ActOnCoach(coachId, { type: 'EndCoachRecognition', recognitionId, ...present(body) }, asking),
    );
  }

  @Post(':id/ties')
  @WriteOperation({
    tag,
    summary: 'Leg een band van een jobcoach vast',
    description:
      'Een band (tie) met een kandidaat of een werkgever, waardoor de jobcoach daar niet mag coachen.',
  })
  declareTie(
    @PathId('id', 'De jobcoach.') coachId: Id,
    @Body() body: DeclareTieDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.parties.send(
      write,
      coachItself(coachId),
      (tieId, asking) => new ActOnCoach(coachId, { type: 'DeclareTie', tieId, ...present(body) }, asking),
    );
  }

  @Post(':id/employments')
  @WriteOperation({
    tag,
    summary: 'Leg vast waar een jobcoach gaat werken',
    description: 'De jobcoachorganisatie waar de jobcoach vanaf een dag werkt (dienstverband, employment).',
  })
  employ(
    @PathId('id', 'De jobcoach.') coachId: Id,
    @Body() body: EmployCoachDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.parties.send(
      write,
      coachItself(coachId),
      (employmentId, asking) =>
        new ActOnCoach(coachId, { type: 'EmployCoach', employmentId, ...present(body) }, asking),
    );
  }

  @Post(':id/absences')
  @WriteOperation({
    tag,
    summary: 'Meld een jobcoach afwezig',
    description: 'De dagen waarop de jobcoach er niet is (afwezigheid, coach away), ook vooruit.',
  })
  reportAway(
    @PathId('id', 'De jobcoach.') coachId: Id,
    @Body() body: ReportCoachAwayDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    return this.parties.send(
      write,
      coachItself(coachId),
      (absenceId, asking) =>
        new ActOnCoach(coachId, { type: 'ReportCoachAway', absenceId, ...present(body) }, asking),
    );
  }
}

function recognitionsOf(coachId: Id): Place {
  return { location: () => `/v1/coaches/${coachId}/recognitions` };
}

function coachItself(coachId: Id): Place {
  return { location: () => `/v1/coaches/${coachId}` };
}
