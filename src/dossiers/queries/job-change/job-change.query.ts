import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { FitCarrying, JobChangeOverview } from '../../../../domain/continuity/index.js';
import { jobChangeOverview } from '../../../../domain/continuity/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import { mayReadCollection } from '../../../access/dossier-fields.js';
import type { Asker } from '../../../identity/asker.js';
import { type AsOf, Dossiers } from '../../dossiers.js';
import { ItemsAsOf } from '../../items-as-of.js';

const MOST_CARRYINGS = 200;

/** What did the last job change take along, and what has to be done again because of it? */
export class JobChangeOfTrajectory extends Query<JobChangeOverview> {
  constructor(
    readonly asker: Asker,
    readonly trajectoryId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(JobChangeOfTrajectory)
export class JobChangeOfTrajectoryHandler implements IQueryHandler<JobChangeOfTrajectory> {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly items: ItemsAsOf,
  ) {}

  async execute({ asker, trajectoryId, asOf }: JobChangeOfTrajectory): Promise<JobChangeOverview> {
    const dossier = await this.dossiers.trajectory(asker, trajectoryId, asOf);
    const carryings = mayReadCollection(asker, 'fit-notes') ? await this.carryings(trajectoryId, asOf) : [];
    return jobChangeOverview({ ...dossier, carryings });
  }

  private async carryings(trajectoryId: Id, { knownOn }: AsOf): Promise<readonly FitCarrying[]> {
    const page = { limit: MOST_CARRYINGS };
    const items = await this.items.page(trajectoryId, 'fit-carry', page, { knownOn });
    return items.map(({ data }) => data as unknown as FitCarrying);
  }
}
