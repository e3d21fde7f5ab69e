import { unknownMember } from '../shared/decider.js';
import { fingerprint, withoutUndefined } from '../shared/fields.js';
import { refuseBadKvkNumber, refuseBadName } from '../shared/names.js';
import { mayEnd, newRecognition } from '../shared/recognitions.js';
import type { OrganisationCommand, RegisterOrganisation } from './commands.js';
import type { OrganisationEvent } from './events.js';
import { refuse } from './refusals.js';
import type { OrganisationState } from './state.js';

/** The events that `command` leads to: none when it asks for what is already so; throws a `Refusal` of the table. */
export function decide(command: OrganisationCommand, state: OrganisationState): readonly OrganisationEvent[] {
  if (command.type === 'RegisterOrganisation') return register(command, state);
  if (state.registered === undefined) return refuse('organisation.not-found');
  switch (command.type) {
    case 'RecogniseOrganisation': {
      const { recognitionId } = command;
      const terms = newRecognition(state.recognitions, recognitionId, command);
      return terms ? [{ type: 'OrganisationRecognised', data: { recognitionId, ...terms } }] : [];
    }
    case 'EndOrganisationRecognition': {
      const { recognitionId, endedOn, reason, today } = command;
      if (!mayEnd(state.recognitions, recognitionId, endedOn, today)) return [];
      return [{ type: 'OrganisationRecognitionEnded', data: { recognitionId, endedOn, reason } }];
    }
    default:
      return unknownMember(command);
  }
}

function register(command: RegisterOrganisation, state: OrganisationState): readonly OrganisationEvent[] {
  const { name, kvkNumber } = command;
  const data = withoutUndefined({ name, kvkNumber });
  if (state.registered) {
    return fingerprint(state.registered) === fingerprint(data) ? [] : refuse('id.already-used');
  }
  refuseBadName(name, 'name');
  refuseBadKvkNumber(kvkNumber);
  return [{ type: 'OrganisationRegistered', data }];
}
