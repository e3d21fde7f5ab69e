import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { FitCarrying, JobChangeOverview } from '../../../../domain/continuity/index.js';
import { jobChangeOverview } from '../../../../domain/continuity/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Reader } from '../../../access/reader.js';
import { type AsOf, Dossiers } from '../../dossiers.js';
import type { TrajectoryFile } from '../../files/trajectory-file.js';

const MOST_CARRYINGS = 200;

/** What did the last job change take along, and what has to be done again because of it? */
export class JobChangeOfTrajectory extends Query<JobChangeOverview> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(JobChangeOfTrajectory)
export class JobChangeOfTrajectoryHandler implements IQueryHandler<JobChangeOfTrajectory> {
  constructor(private readonly dossiers: Dossiers) {}

  async execute({ reader, trajectoryId, asOf }: JobChangeOfTrajectory): Promise<JobChangeOverview> {
    const dossier = await this.dossiers.trajectory(reader, trajectoryId, asOf);
    const carryings = dossier.sight.shows('fit-note') ? await carryingsIn(dossier.file) : [];
    return jobChangeOverview({ ...dossier, carryings });
  }
}

async function carryingsIn(file: TrajectoryFile): Promise<readonly FitCarrying[]> {
  const items = await file.itemsPage('fit-carry', { limit: MOST_CARRYINGS });
  return items.map(({ data }) => data as unknown as FitCarrying);
}
