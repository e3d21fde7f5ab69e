import type { Decider } from '../shared/decider.js';
import type { EmployerCommand } from './commands.js';
import { decide } from './decide.js';
import type { EmployerEvent } from './events.js';
import { type EmployerState, evolve, initialEmployerState } from './state.js';

/** How an employer's stream decides. */
export const employerDecider: Decider<EmployerState, EmployerCommand, EmployerEvent> = {
  initialState: initialEmployerState,
  decide,
  evolve,
};
