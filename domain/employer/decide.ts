import { fingerprint, withoutUndefined } from '../shared/fields.js';
import { refuseBadKvkNumber, refuseBadName } from '../shared/names.js';
import type { EmployerCommand } from './commands.js';
import type { EmployerEvent } from './events.js';
import { refuse } from './refusals.js';
import type { EmployerState } from './state.js';

/** Registers an employer once. */
export function decide(command: EmployerCommand, state: EmployerState): readonly EmployerEvent[] {
  const { name, kvkNumber } = command;
  const data = withoutUndefined({ name, kvkNumber });
  if (state.registered) {
    return fingerprint(state.registered) === fingerprint(data) ? [] : refuse('id.already-used');
  }
  refuseBadName(name, 'name');
  refuseBadKvkNumber(kvkNumber);
  return [{ type: 'EmployerRegistered', data }];
}
