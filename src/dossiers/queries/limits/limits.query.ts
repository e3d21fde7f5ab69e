import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Limits, limitsOf } from '../../../../domain/limits/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Asker } from '../../../identity/asker.js';
import { type AsOf, Dossiers } from '../../dossiers.js';

/** When does this trajectory reach which limit, and how many hours are there? */
export class LimitsOfTrajectory extends Query<Limits> {
  constructor(
    readonly asker: Asker,
    readonly trajectoryId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(LimitsOfTrajectory)
export class LimitsOfTrajectoryHandler implements IQueryHandler<LimitsOfTrajectory> {
  constructor(private readonly dossiers: Dossiers) {}

  async execute({ asker, trajectoryId, asOf }: LimitsOfTrajectory): Promise<Limits> {
    const { on, trajectory, continued } = await this.dossiers.trajectory(asker, trajectoryId, asOf);
    return limitsOf({ on, trajectory, continued, ruleSet: trajectory.ruleSet });
  }
}
