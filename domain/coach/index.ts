import type { Decider } from '../shared/decider.js';
import type { CoachCommand } from './commands.js';
import { decide } from './decide.js';
import type { CoachEvent } from './events.js';
import { type CoachState, evolve, initialCoachState } from './state.js';

/** How a coach's stream decides. */
export const coachDecider: Decider<CoachState, CoachCommand, CoachEvent> = {
  initialState: initialCoachState,
  decide,
  evolve,
};
