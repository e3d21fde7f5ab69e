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
import type { Asker } from '../../../identity/asker.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';

/** The lines for national statistics of a funder's trajectories that ran in a month, by registration number. */
export class StatisticsOfFunder extends Query<readonly ProvisionLine[]> {
  constructor(
    readonly asker: Asker,
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

  async execute({ asker, funderId, month, page }: StatisticsOfFunder): Promise<readonly ProvisionLine[]> {
    const trajectories = await runningTrajectories(this.readStore.reader, {
      ...daysOfMonth(month),
      ...page,
      funderId,
      coachedBy: this.coachedBy(asker, funderId),
    });
    return trajectories.flatMap((facts) => provisionLineOf(facts, month) ?? []);
  }

  /** What narrows the lines down to what this asker may have; refuses who may have none with `role.may-not`. */
  private coachedBy({ role, organisationId, funderId: own }: Asker, funderId: Id) {
    if (role === 'coordinator' && organisationId !== undefined) {
      return { organisationId, on: this.clock.today() };
    }
    const ofFunder = (role === 'case-director' || role === 'auditor') && own === funderId;
    return ofFunder ? undefined : refuseAccess('role.may-not');
  }
}
