import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type ExplainedLimits, explainedLimits, limitsOf } from '../../../../domain/limits/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Reader } from '../../../access/reader.js';
import { type AsOf, Dossiers } from '../../dossiers.js';

/** When does this trajectory reach which limit, and how many hours are there? Each figure says which rule made it. */
export class LimitsOfTrajectory extends Query<ExplainedLimits> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(LimitsOfTrajectory)
export class LimitsOfTrajectoryHandler implements IQueryHandler<LimitsOfTrajectory> {
  constructor(private readonly dossiers: Dossiers) {}

  async execute({ reader, trajectoryId, asOf }: LimitsOfTrajectory): Promise<ExplainedLimits> {
    const { on, trajectory, continued } = await this.dossiers.trajectory(reader, trajectoryId, asOf);
    const { ruleSet, ruleSetVersion: version } = trajectory;
    const limits = limitsOf({ on, trajectory, continued, ruleSet });
    return explainedLimits(limits, { ruleSet, version }, [trajectory, ...continued]);
  }
}
