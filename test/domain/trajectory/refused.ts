import type { TrajectoryCommand } from '../../../domain/trajectory/commands.js';

/** What was asked before, a command that meets a refusal, and one that stays just inside. */
export interface Case {
  readonly before: readonly TrajectoryCommand[];
  readonly refused: TrajectoryCommand;
  readonly allowed: TrajectoryCommand;
}
