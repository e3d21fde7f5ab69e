import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { byId, type Id } from '../../../domain/shared/ids.js';
import { CurrentReader } from '../../access/current-reader.js';
import type { Reader } from '../../access/reader.js';
import { ReadOperation, WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { answerPage, textAfter, windowOf } from '../../http/read/page.js';
import { PathId } from '../../http/read/path-id.js';
import { PageQuery, PositionQuery } from '../../http/read/queries.js';
import { etagOf } from '../../http/write/if-match.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { present } from '../../shared/present.js';
import {
  CoachAnswer,
  CoachDayAnswer,
  CoachDetailsAnswer,
  RecognitionAnswer,
} from '../answers/party.answer.js';
import { ActOnCoach } from '../commands/act-on-coach/act-on-coach.command.js';
import { RegisterCoach } from '../commands/register-coach/register-coach.command.js';
import {
  DeclareTieDto,
  EmployCoachDto,
  EndRecognitionDto,
  RecogniseDto,
  ReportCoachAwayDto,
} from '../dto/coach.dto.js';
import { CoachDaysQuery, checkedPeriod } from '../dto/coach-days.dto.js';
import { RegisterCoachDto } from '../dto/party.dto.js';
import { listPage } from '../list-page.js';
import { PartyWrites, type Place } from '../party-writes.js';
import { DaysOfCoach } from '../queries/coach-days/coach-days.query.js';
import { Coaches, CoachOfId, RecognitionsOfCoach } from '../queries/coaches/coaches.query.js';

const tag = 'Jobcoaches';

@Controller('v1/coaches')
export class CoachController {
  constructor(
    private readonly parties: PartyWrites,
    private readonly queries: QueryBus,
  ) {}

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

  @Get()
  @ReadOperation({
    gives: ['coach'],
    tag,
    summary: 'De jobcoaches die u mag zien',
    description: 'Elke jobcoach (coach) met de jobcoachorganisatie van vandaag.',
    answer: CoachAnswer,
    collection: true,
  })
  async list(
    @CurrentReader() reader: Reader,
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const window = windowOf(query, 1);
    const after = textAfter(window);
    const found = await this.queries.execute(new Coaches(reader, { after, limit: window.limit + 1 }));
    return answerPage(reply, found, window, ({ id }) => [id]);
  }

  @Get(':id')
  @ReadOperation({
    gives: ['coach', 'coach-days'],
    tag,
    summary: 'Eén jobcoach',
    description: 'De jobcoach (coach): waar die werkt, met wie die een band heeft en wanneer die er niet is.',
    answer: CoachDetailsAnswer,
  })
  async one(
    @CurrentReader() reader: Reader,
    @PathId('id', 'De jobcoach.') id: Id,
    @Query() _: PositionQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { coach, revision } = await this.queries.execute(new CoachOfId(reader, id));
    reply.header('etag', etagOf(BigInt(revision)));
    return coach;
  }

  @Get(':id/recognitions')
  @ReadOperation({
    gives: ['coach'],
    tag,
    summary: 'De erkenningen van een jobcoach',
    description: 'Elke erkenning (recognition) met de dagen waarop zij geldt.',
    answer: RecognitionAnswer,
    collection: true,
  })
  async recognitions(
    @CurrentReader() reader: Reader,
    @PathId('id', 'De jobcoach.') id: Id,
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const recognitions = await this.queries.execute(new RecognitionsOfCoach(reader, id));
    return listPage(reply, [...recognitions].sort(byId), query, (recognition) => recognition.id);
  }

  @Get(':id/days')
  @ReadOperation({
    gives: ['coach-days'],
    tag,
    summary: 'De minuten van een jobcoach per dag',
    description:
      'De minuten van de coachsessies (sessions) per dag, over alle kandidaten. Dagen zonder coachsessie staan er niet bij.',
    answer: CoachDayAnswer,
    collection: true,
  })
  async days(
    @CurrentReader() reader: Reader,
    @PathId('id', 'De jobcoach.') id: Id,
    @Query() query: CoachDaysQuery,
  ): Promise<{ readonly items: readonly CoachDayAnswer[] }> {
    const { from, to } = checkedPeriod(query);
    return { items: await this.queries.execute(new DaysOfCoach(reader, id, from, to)) };
  }
}

function recognitionsOf(coachId: Id): Place {
  return { location: () => `/v1/coaches/${coachId}/recognitions` };
}

function coachItself(coachId: Id): Place {
  return { location: () => `/v1/coaches/${coachId}` };
}
