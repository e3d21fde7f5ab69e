import type { TrajectoryCommand } from '../../../domain/trajectory/commands.js';

/** What was asked before, a command that meets the code, and one that stays just inside. */
export interface RefusalCase {
  readonly before: readonly TrajectoryCommand[];
  readonly refused: TrajectoryCommand;
  readonly allowed: TrajectoryCommand;
}
