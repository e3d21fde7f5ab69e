import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { KIND_WORDS, PURPOSES } from '../../domain/access/index.js';
import type { Id } from '../../domain/shared/ids.js';
import { CurrentReader } from '../access/current-reader.js';
import type { Reader } from '../access/reader.js';
import { ReadOperation } from '../http/openapi/operations.js';
import { answerPage, textAfter, windowOf } from '../http/read/page.js';
import { PathId } from '../http/read/path-id.js';
import { PageQuery } from '../http/read/queries.js';
import { ReadingAnswer } from './reading.answer.js';
import { type NamedReading, ReadingsOfCandidate } from './readings.query.js';

@Controller('v1/candidates/:id/readings')
export class ReadingsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ReadOperation({
    gives: ['who-looked'],
    tag: 'Kandidaten',
    summary: 'Wie het dossier van een kandidaat heeft ingezien, de nieuwste eerst',
    description:
      'Elke inzage (reading) door een ander dan de kandidaat en de eigen jobcoach: wie, wanneer, in welke gegevens en waarvoor. Een opdrachtgever ziet die in de eigen trajecten.',
    answer: ReadingAnswer,
    collection: true,
  })
  async list(
    @CurrentReader() reader: Reader,
    @PathId('id', 'De kandidaat.') id: Id,
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const window = windowOf(query, 1);
    const before = textAfter(window);
    const readings = await this.queries.execute(
      new ReadingsOfCandidate(reader, id, { before, limit: window.limit + 1 }),
    );
    return answerPage(reply, readings.map(answerOf), window, (item) => [item.id]);
  }
}

function answerOf({ reading, who }: NamedReading): ReadingAnswer {
  const { id, readAt, role, partyId, subject, purpose, kinds, trajectoryId } = reading;
  return {
    id,
    readAt: new Date(readAt).toISOString(),
    who,
    role,
    partyId: partyId ?? null,
    subject,
    purpose: { code: purpose, text: PURPOSES[purpose].words },
    kinds: kinds.map((kind) => ({ kind, text: KIND_WORDS[kind] })),
    trajectoryId: trajectoryId ?? null,
  };
}
