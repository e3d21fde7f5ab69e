import type { Decider } from '../shared/decider.js';
import type { FunderCommand } from './commands.js';
import { decide } from './decide.js';
import type { FunderEvent } from './events.js';
import { evolve, type FunderState, initialFunderState } from './state.js';

/** How a funder's stream decides. */
export const funderDecider: Decider<FunderState, FunderCommand, FunderEvent> = {
  initialState: initialFunderState,
  decide,
  evolve,
};
