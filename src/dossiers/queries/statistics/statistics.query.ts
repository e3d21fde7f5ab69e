import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import {
  daysOfMonth,
  type Month,
  type ProvisionLine,
  provisionLineOf,
} from '../../../../domain/statistics/provision-line.js';
import { runningTrajectories } from '../../../../projections/trajectory/provisions.query.js';
import { statisticsInSight } from '../../../access/party-sight.js';
import type { Reader } from '../../../access/reader.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';

/** The lines for national statistics of a funder's trajectories that ran in a month, by registration number. */
export class StatisticsOfFunder extends Query<readonly ProvisionLine[]> {
  constructor(
    readonly reader: Reader,
    readonly funderId: Id,
    readonly month: Month,
    readonly page: { readonly after?: Id | undefined; readonly limit: number },
  ) {
    super();
  }
}

/** For the funder itself; a coordinator gets the lines of the trajectories that the own organisation coaches today. */
@QueryHandler(StatisticsOfFunder)
export class StatisticsOfFunderHandler implements IQueryHandler<StatisticsOfFunder> {
  constructor(
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ reader, funderId, month, page }: StatisticsOfFunder): Promise<readonly ProvisionLine[]> {
    const { organisationId } = statisticsInSight(reader, funderId) ?? refuseAccess('role.may-not');
    const trajectories = await runningTrajectories(this.readStore.reader, {
      ...daysOfMonth(month),
      ...page,
      funderId,
      coachedBy: organisationId === undefined ? undefined : { organisationId, on: this.clock.today() },
    });
    return trajectories.flatMap((facts) => provisionLineOf(facts, month) ?? []);
  }
}
