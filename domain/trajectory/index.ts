import type { Decider } from '../shared/decider.js';
import type { TrajectoryCommand } from './commands.js';
import { decide } from './decide.js';
import type { TrajectoryEvent } from './events.js';
import { evolve, initialTrajectoryState, type TrajectoryState } from './state.js';

/** How a trajectory decides. */
export const trajectoryDecider: Decider<TrajectoryState, TrajectoryCommand, TrajectoryEvent> = {
  initialState: initialTrajectoryState,
  decide,
  evolve,
};
