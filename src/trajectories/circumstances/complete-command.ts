import type { TrajectoryCommand } from '../../../domain/trajectory/commands.js';
import type { TrajectoryState } from '../../../domain/trajectory/state.js';

/** Builds the whole command at its turn on the stream. */
export type CompleteCommand = (state: TrajectoryState) => TrajectoryCommand;
