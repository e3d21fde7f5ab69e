import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Hours, hoursOf } from '../../../../domain/hours/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Reader } from '../../../access/reader.js';
import { type AsOf, Dossiers } from '../../dossiers.js';

/** How many hours are granted, used, approved, declared and left in each period? */
export class HoursOfTrajectory extends Query<Hours> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(HoursOfTrajectory)
export class HoursOfTrajectoryHandler implements IQueryHandler<HoursOfTrajectory> {
  constructor(private readonly dossiers: Dossiers) {}

  async execute({ reader, trajectoryId, asOf }: HoursOfTrajectory): Promise<Hours> {
    const { on, trajectory, continued } = await this.dossiers.trajectory(reader, trajectoryId, asOf);
    return hoursOf({ on, trajectory, continued, ruleSet: trajectory.ruleSet });
  }
}
