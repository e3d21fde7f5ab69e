import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import { CurrentReader } from '../access/current-reader.js';
import type { Reader } from '../access/reader.js';
import { ReadOperation } from '../http/openapi/operations.js';
import { answerPage, type PageWindow, windowOf } from '../http/read/page.js';
import { PathId } from '../http/read/path-id.js';
import { AsOfPageQuery, AsOfQuery } from '../http/read/queries.js';
import { DeclarationAnswer, HoursAnswer, HoursApprovalAnswer } from './answers/accounts.answer.js';
import {
  DeclarationOfTrajectory,
  DeclarationsOfTrajectory,
} from './queries/declarations/declarations.query.js';
import { HoursOfTrajectory } from './queries/hours/hours.query.js';
import {
  HoursApprovalOfTrajectory,
  HoursApprovalsOfTrajectory,
} from './queries/hours-approvals/hours-approvals.query.js';

const tag = 'Uren en declaraties';

interface Listed {
  readonly on: CalendarDate;
  readonly id: Id;
}

/** The part of a list, newest first, that comes after a place; a trajectory has some dozens of these at the most. */
function pageOf<Item extends Listed>(items: readonly Item[], { after, limit }: PageWindow): readonly Item[] {
  const from = after && `${after[0]}${after[1]}`;
  const rest = from === undefined ? items : items.filter(({ on, id }) => `${on}${id}` < from);
  return rest.slice(0, limit + 1);
}

@Controller('v1/trajectories/:id')
export class AccountsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('hours')
  @ReadOperation({
    gives: ['award'],
    tag,
    summary: 'De uren per jobcoachperiode',
    description:
      'Toegekende, gebruikte, goedgekeurde en gedeclareerde minuten in elke periode van de klok die geldt (uren, hours), wat er over is, en wanneer dat in dit tempo op is.',
    answer: HoursAnswer,
  })
  hours(@CurrentReader() reader: Reader, @PathId('id', 'Het traject.') id: Id, @Query() asOf: AsOfQuery) {
    return this.queries.execute(new HoursOfTrajectory(reader, id, asOf));
  }

  @Get('hours-approvals')
  @ReadOperation({
    gives: ['award'],
    tag,
    summary: 'De goedkeuringen van uren, de nieuwste eerst',
    description:
      'Elke goedkeuring van uren (hours approval) met de coachsessies die zij nog goedkeurt; wat daarna is verbeterd of ingetrokken, hoort er niet meer bij.',
    answer: HoursApprovalAnswer,
    collection: true,
  })
  async approvals(
    @CurrentReader() reader: Reader,
    @PathId('id', 'Het traject.') id: Id,
    @Query() query: AsOfPageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const window = windowOf(query, 2);
    const approvals = await this.queries.execute(new HoursApprovalsOfTrajectory(reader, id, query));
    return answerPage(reply, pageOf(approvals, window), window, ({ on, id }) => [on, id]);
  }

  @Get('hours-approvals/:itemId')
  @ReadOperation({
    gives: ['award'],
    tag,
    summary: 'Eén goedkeuring van uren',
    description: 'Een goedkeuring van uren (hours approval) van het traject.',
    answer: HoursApprovalAnswer,
  })
  approval(
    @CurrentReader() reader: Reader,
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De goedkeuring van uren.') itemId: Id,
    @Query() asOf: AsOfQuery,
  ) {
    return this.queries.execute(new HoursApprovalOfTrajectory(reader, id, itemId, asOf));
  }

  @Get('declarations')
  @ReadOperation({
    gives: ['award'],
    tag,
    summary: 'De declaraties, de nieuwste eerst',
    description:
      'Elke declaratie (declaration) met hoe zij is afgerekend, en wat er aan haar uren veranderde nadat zij was ingediend.',
    answer: DeclarationAnswer,
    collection: true,
  })
  async declarations(
    @CurrentReader() reader: Reader,
    @PathId('id', 'Het traject.') id: Id,
    @Query() query: AsOfPageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const window = windowOf(query, 2);
    const declarations = await this.queries.execute(new DeclarationsOfTrajectory(reader, id, query));
    return answerPage(reply, pageOf(declarations, window), window, ({ on, id }) => [on, id]);
  }

  @Get('declarations/:itemId')
  @ReadOperation({
    gives: ['award'],
    tag,
    summary: 'Eén declaratie',
    description: 'Een declaratie (declaration) van het traject.',
    answer: DeclarationAnswer,
  })
  declaration(
    @CurrentReader() reader: Reader,
    @PathId('id', 'Het traject.') id: Id,
    @PathId('itemId', 'De declaratie.') itemId: Id,
    @Query() asOf: AsOfQuery,
  ) {
    return this.queries.execute(new DeclarationOfTrajectory(reader, id, itemId, asOf));
  }
}
