import type { EmployerEvent, EmployerRegistered } from './events.js';

/** What was registered of the employer. */
export interface EmployerState {
  readonly registered?: EmployerRegistered['data'];
}

export const initialEmployerState: EmployerState = {};

/** The state after one more event. */
export function evolve(_state: EmployerState, event: EmployerEvent): EmployerState {
  return { registered: event.data };
}
