import { withoutUndefined } from '../shared/fields.js';
import { refuseBadName, refuseBsn } from '../shared/names.js';
import type { CandidateCommand } from './commands.js';
import type { CandidateEvent } from './events.js';
import { refuse } from './refusals.js';
import type { CandidateState } from './state.js';

/**
 * Registers a candidate once. A BSN is refused in every name, and in the reference unless the rule set asks for one
 * (domain.md sections 5 and 10).
 */
export function decide(command: CandidateCommand, state: CandidateState): readonly CandidateEvent[] {
  const { name, reference, contact, legalRepresentative, organisationId, funderId } = command;
  if (state.registered) {
    const { registered } = state;
    const same = registered.organisationId === organisationId && registered.funderId === funderId;
    return same ? [] : refuse('id.already-used');
  }
  refuseBadName(name, 'name');
  if (typeof reference === 'string' && reference.trim() === '') refuse('reference.required', 'reference');
  if (!command.circumstances.asksForBsn) refuseBsn(reference, 'reference');
  refuseBsn(legalRepresentative, 'legalRepresentative');
  const data = { name, reference, contact, legalRepresentative, organisationId, funderId };
  return [{ type: 'CandidateRegistered', data: withoutUndefined(data) }];
}
