import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { CurrentReader } from '../../access/current-reader.js';
import type { Reader } from '../../access/reader.js';
import { DateField } from '../../http/fields.js';
import { DateAnswer, EnumAnswer, IdAnswer, ObjectAnswer } from '../../http/openapi/answer-fields.js';
import { ReadOperation, WriteOperation } from '../../http/openapi/operations.js';
import type { WriteAnswerSchema } from '../../http/openapi/schemas.js';
import { answerPage, textAfter, windowOf } from '../../http/read/page.js';
import { PathId } from '../../http/read/path-id.js';
import { PageQuery, PositionQuery } from '../../http/read/queries.js';
import { CurrentWrite, WriteRequest } from '../../http/write/write-request.js';
import { PartyWrites } from '../../parties/party-writes.js';
import { CLOCK, type Clock } from '../../shared/clock.js';
import { ApproveRetention } from '../retention/approve-retention.handler.js';
import { RetentionList, RetentionOfCandidate } from '../retention/retention.query.js';
import type { PersonErasable } from '../retention/retention-terms.js';

const tag = 'Rechten';
const ON = {
  description: 'De dag waarover u het wilt weten (peildatum); zonder deze vandaag.',
  optional: true,
};

class RetentionQuery extends PageQuery {
  @DateField(ON)
  readonly on?: CalendarDate;
}

class RetentionDayQuery extends PositionQuery {
  @DateField(ON)
  readonly on?: CalendarDate;
}

class NothingDto {}

class KeptBecauseAnswer {
  @EnumAnswer(
    ['no-trajectory', 'trajectory-open', 'objection-open', 'declaration-not-settled', 'no-term', 'held'],
    'Waarom er nog geen dag bekend is: geen traject, een open traject, een open bezwaar, een declaratie zonder vaststelling, regels zonder bewaartermijn, of het dossier wordt vastgehouden.',
  )
  readonly why: string;

  @IdAnswer('Het traject waar het om gaat.', { optional: true })
  readonly trajectoryId?: string;

  @DateAnswer('De laatste dag van het vasthouden.', { optional: true })
  readonly until?: string;
}

class RetentionAnswer {
  @IdAnswer('De kandidaat (candidate).')
  readonly candidateId: string;

  @DateAnswer('De eerste dag waarop het dossier mag worden gewist; null zolang die niet bekend is.', {
    nullable: true,
  })
  readonly erasableFrom: string | null;

  @ObjectAnswer(() => KeptBecauseAnswer, 'Waarom er nog geen dag is.', { list: true })
  readonly keptBecause: readonly KeptBecauseAnswer[];
}

/** Files whose term is over, by the rules of the funder, and the approval that they go. */
@Controller('v1')
export class RetentionController {
  constructor(
    private readonly parties: PartyWrites,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('retention')
  @ReadOperation({
    tag,
    summary: 'De dossiers waarvan de bewaartermijn voorbij is',
    description:
      'Alleen nummers (bewaartermijn, retention), voor de coördinator en de beheerder. Er verdwijnt niets vanzelf: iemand keurt het goed en een ander bevestigt.',
    answer: RetentionAnswer,
    gives: ['retention'],
    collection: true,
  })
  async due(
    @CurrentReader() reader: Reader,
    @Query() query: RetentionQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const window = windowOf(query, 1);
    const after = textAfter(window);
    const on = query.on ?? this.clock.today();
    const page = { on, after, limit: window.limit + 1 };
    const found = await this.queries.execute(new RetentionList(reader, page));
    const { items } = answerPage(reply, found, window, ({ candidateId }) => [candidateId]);
    return { items: items.map(toAnswer) };
  }

  @Get('candidates/:id/retention')
  @ReadOperation({
    tag,
    summary: 'Vanaf welke dag een dossier mag worden gewist',
    description: 'Volgens de bewaartermijn (retention) van de regels, of waarom er nog geen dag is.',
    answer: RetentionAnswer,
    gives: ['retention'],
  })
  async ofCandidate(
    @CurrentReader() reader: Reader,
    @PathId('id', 'De kandidaat.') candidateId: Id,
    @Query() query: RetentionDayQuery,
  ): Promise<RetentionAnswer> {
    const on = query.on ?? this.clock.today();
    return toAnswer(await this.queries.execute(new RetentionOfCandidate(reader, candidateId, on)));
  }

  @Post('retention/:id/approvals')
  @WriteOperation({
    tag,
    summary: 'Keur goed dat een dossier wordt gewist',
    description:
      'De eerste beslissing (approval) als de bewaartermijn voorbij is; daarna bevestigt een ander en loopt de wachttijd, zoals bij een verzoek om wissen.',
  })
  approve(
    @PathId('id', 'De kandidaat.') candidateId: Id,
    @Body() _: NothingDto,
    @CurrentWrite() write: WriteRequest,
  ): Promise<WriteAnswerSchema> {
    const place = { location: () => `/v1/candidates/${candidateId}/erasure-requests` };
    return this.parties.send(
      write,
      place,
      (requestId, asking) => new ApproveRetention(candidateId, requestId, asking),
    );
  }
}

function toAnswer({ candidateId, from, keptBecause }: PersonErasable): RetentionAnswer {
  return { candidateId, erasableFrom: from ?? null, keptBecause };
}
