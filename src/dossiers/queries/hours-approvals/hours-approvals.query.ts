import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import { type ApprovalFigures, approvalsBy } from '../../../../domain/hours/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Reader } from '../../../access/reader.js';
import { type AsOf, Dossiers } from '../../dossiers.js';

/** The approvals of hours of a trajectory, newest first. */
export class HoursApprovalsOfTrajectory extends Query<readonly ApprovalFigures[]> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

/** One approval of hours of a trajectory. */
export class HoursApprovalOfTrajectory extends Query<ApprovalFigures> {
  constructor(
    readonly reader: Reader,
    readonly trajectoryId: Id,
    readonly approvalId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(HoursApprovalsOfTrajectory)
export class HoursApprovalsOfTrajectoryHandler implements IQueryHandler<HoursApprovalsOfTrajectory> {
  constructor(private readonly dossiers: Dossiers) {}

  async execute({ reader, trajectoryId, asOf }: HoursApprovalsOfTrajectory) {
    const { on, trajectory } = await this.dossiers.trajectory(reader, trajectoryId, asOf);
    return approvalsBy(trajectory, on);
  }
}

@QueryHandler(HoursApprovalOfTrajectory)
export class HoursApprovalOfTrajectoryHandler implements IQueryHandler<HoursApprovalOfTrajectory> {
  constructor(private readonly dossiers: Dossiers) {}

  async execute({ reader, trajectoryId, approvalId, asOf }: HoursApprovalOfTrajectory) {
    const { on, trajectory } = await this.dossiers.trajectory(reader, trajectoryId, asOf);
    const approval = approvalsBy(trajectory, on).find(({ id }) => id === approvalId);
    return approval ?? refuseAccess('trajectory.not-found');
  }
}
