import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Id } from '../../domain/shared/ids.js';
import { CurrentReader } from '../access/current-reader.js';
import type { Reader } from '../access/reader.js';
import { ReadOperation } from '../http/openapi/operations.js';
import { answerPage, windowOf } from '../http/read/page.js';
import { PathId } from '../http/read/path-id.js';
import { PathVersion } from '../http/read/path-version.js';
import { AsOfPageQuery, AsOfQuery } from '../http/read/queries.js';
import { PlanAnswer } from './answers/plan.answer.js';
import { PlanOfTrajectory, PlansOfTrajectory } from './queries/plans/plans.query.js';

const tag = 'Plan van aanpak';

@Controller('v1/trajectories/:id/plans')
export class TrajectoryPlansController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ReadOperation({
    gives: ['plan', 'identity'],
    tag,
    summary: 'De versies van het plan van aanpak, de nieuwste eerst',
    description:
      'Elke versie van het plan (plans) zoals zij er op een dag voor staat. Een werkgever ziet de doelen op het werk en de eigen afspraken.',
    answer: PlanAnswer,
    collection: true,
  })
  async list(
    @CurrentReader() reader: Reader,
    @PathId('id', 'Het traject.') id: Id,
    @Query() query: AsOfPageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const window = windowOf(query, 1);
    const page = { before: window.after && Number(window.after[0]), limit: window.limit + 1 };
    const plans = await this.queries.execute(new PlansOfTrajectory(reader, id, query, page));
    return answerPage(reply, plans, window, ({ version }) => [version]);
  }

  @Get(':version')
  @ReadOperation({
    gives: ['plan', 'identity'],
    tag,
    summary: 'Eén versie van het plan van aanpak',
    description: 'Een versie van het plan (plan) zoals zij er op een dag voor staat.',
    answer: PlanAnswer,
  })
  one(
    @CurrentReader() reader: Reader,
    @PathId('id', 'Het traject.') id: Id,
    @PathVersion('version', 'De versie van het plan.') version: number,
    @Query() asOf: AsOfQuery,
  ) {
    return this.queries.execute(new PlanOfTrajectory(reader, id, version, asOf));
  }
}
