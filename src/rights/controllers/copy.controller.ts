import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProduces, ApiProperty } from '@nestjs/swagger';
import accepts from 'accepts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOG_GIVES } from '../../../domain/access/index.js';
import type { Id } from '../../../domain/shared/ids.js';
import { CurrentReader } from '../../access/current-reader.js';
import type { Reader } from '../../access/reader.js';
import { HTML_DOCUMENT_POLICY, htmlOf } from '../../documents/html-document.js';
import {
  DateAnswer,
  IdAnswer,
  InstantAnswer,
  ObjectAnswer,
  TextAnswer,
} from '../../http/openapi/answer-fields.js';
import { ReadOperation } from '../../http/openapi/operations.js';
import { PathId } from '../../http/read/path-id.js';
import { PositionQuery } from '../../http/read/queries.js';
import { CopyOfCandidate } from '../copy/copy.query.js';
import { copyDocument } from '../copy/copy-document.js';

class CopiedFactAnswer {
  @IdAnswer('Het nummer van de gebeurtenis (event).')
  readonly eventId: string;

  @IdAnswer('Het traject; null voor wat over de persoon zelf gaat.', { nullable: true })
  readonly trajectoryId: string | null;

  @TextAnswer('De soort gebeurtenis.', 'SessionRecorded')
  readonly type: string;

  @TextAnswer('Wat er gebeurde, in woorden.', 'Coachsessie van 60 minuten.')
  readonly words: string;

  @DateAnswer('De dag waarop het gebeurde.', { nullable: true })
  readonly occurredOn: string | null;

  @InstantAnswer('Wanneer het is vastgelegd.')
  readonly recordedAt: string;

  @TextAnswer('De rol van wie het vastlegde.', 'coach')
  readonly role: string;

  @TextAnswer('Het account van wie het vastlegde (subject).', 'coach-12')
  readonly subject: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Alles wat is vastgelegd, leesbaar; null als het is gewist.',
    example: { minutes: 60, summary: 'Samen de werkplanning gemaakt.' },
  })
  readonly data: object;

  @TextAnswer('Welke velden versleuteld worden bewaard.', 'summary', { list: true })
  readonly protectedFields: readonly string[];
}

class CopiedReadingAnswer {
  @InstantAnswer('Wanneer iemand keek.')
  readonly readAt: string;

  @TextAnswer('De rol van wie keek.', 'coordinator')
  readonly role: string;

  @TextAnswer('Het account van wie keek (subject).', 'coordinator-2')
  readonly subject: string;

  @TextAnswer('Waarvoor (doel).', 'Begeleiding')
  readonly purpose: string;

  @TextAnswer('Wat er is gelezen.', 'session', { list: true })
  readonly kinds: readonly string[];

  @IdAnswer('Het traject; null als het over de persoon zelf ging.', { nullable: true })
  readonly trajectoryId: string | null;
}

class CopyAnswer {
  @IdAnswer('De kandidaat (candidate).')
  readonly candidateId: string;

  @InstantAnswer('Van wanneer de kopie is.')
  readonly madeAt: string;

  @ObjectAnswer(() => CopiedFactAnswer, 'Alles wat is vastgelegd.', { list: true })
  readonly facts: readonly CopiedFactAnswer[];

  @ObjectAnswer(() => CopiedReadingAnswer, 'Wie het dossier bekeek.', { list: true })
  readonly readings: readonly CopiedReadingAnswer[];
}

/** A copy of everything, for the person whom it is about. */
@Controller('v1/candidates/:id')
export class CopyController {
  constructor(private readonly queries: QueryBus) {}

  @Get('copy')
  @ApiProduces('text/html')
  @ReadOperation({
    tag: 'Rechten',
    summary: 'Een kopie van alles wat over u is vastgelegd',
    description:
      'Voor de kandidaat zelf (kopie, copy; art. 15 AVG): elke gebeurtenis in woorden en met alle teksten, wie haar vastlegde, en wie het dossier bekeek. Vraag met de header Accept om application/json of text/html.',
    answer: CopyAnswer,
    gives: ['copy', ...LOG_GIVES, 'who-looked'],
  })
  async copy(
    @CurrentReader() reader: Reader,
    @PathId('id', 'De kandidaat.') candidateId: Id,
    @Query() _: PositionQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const copy = await this.queries.execute(new CopyOfCandidate(reader, candidateId));
    reply.header('vary', 'accept').header('cache-control', 'no-store');
    if (accepts(request.raw).type(['json', 'html']) !== 'html') return copy;
    reply.type('text/html; charset=utf-8').header('content-security-policy', HTML_DOCUMENT_POLICY);
    return htmlOf(copyDocument(copy));
  }
}
