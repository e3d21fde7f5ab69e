import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Id } from '../../domain/shared/ids.js';
import type { Month } from '../../domain/statistics/provision-line.js';
import { CurrentReader } from '../access/current-reader.js';
import type { Reader } from '../access/reader.js';
import { IdField, MonthField } from '../http/fields.js';
import { ReadOperation } from '../http/openapi/operations.js';
import { answerPage, textAfter, windowOf } from '../http/read/page.js';
import { PageQuery } from '../http/read/queries.js';
import { ProvisionLineAnswer } from './answers/statistics.answer.js';
import { StatisticsOfFunder } from './queries/statistics/statistics.query.js';

class StatisticsQuery extends PageQuery {
  @IdField({ description: 'De opdrachtgever.' })
  readonly funderId: Id;

  @MonthField({ description: 'De verslagmaand, tot en met deze maand.' })
  readonly month: Month;
}

@Controller('v1/exports')
export class ExportsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('statistics')
  @ReadOperation({
    gives: ['statistics'],
    tag: 'Levering aan het CBS',
    summary: 'De maandregels voor de Statistiek Re-integratie door Gemeenten',
    description:
      'Per traject van de opdrachtgever dat in de maand liep één regel van type voorziening 30 (statistics), in de vorm van de Reintegratievoorziening van het Gemeentelijk Gegevensmodel, zonder namen en zonder BSN.',
    answer: ProvisionLineAnswer,
    collection: true,
  })
  async statistics(
    @CurrentReader() reader: Reader,
    @Query() { funderId, month, ...query }: StatisticsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const window = windowOf(query, 1);
    const after = textAfter(window);
    const lines = await this.queries.execute(
      new StatisticsOfFunder(reader, funderId, month, { after, limit: window.limit + 1 }),
    );
    return answerPage(reply, lines, window, ({ registrationNumber }) => [registrationNumber]);
  }
}
