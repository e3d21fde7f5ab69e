import { unknownMember } from '../shared/decider.js';
import { fingerprint, withoutUndefined } from '../shared/fields.js';
import { refuseBadKvkNumber, refuseBadName } from '../shared/names.js';
import { mayEnd, newRecognition, recognitionChanges } from '../shared/recognitions.js';
import { correctedIf, effectiveChanges, isStated } from '../shared/stated.js';
import type {
  CorrectComplaint,
  OrganisationCommand,
  ReceiveComplaint,
  RegisterOrganisation,
} from './commands.js';
import { type OrganisationEvent, organisationEvents } from './events.js';
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
    case 'CorrectOrganisationRecognition': {
      const { recognitionId, reason } = command;
      const changes = recognitionChanges(state.recognitions, recognitionId, command.changes);
      return correctedIf<OrganisationEvent>(changes, {
        type: 'OrganisationRecognitionCorrected',
        data: { recognitionId, reason, ...changes },
      });
    }
    case 'ReceiveComplaint':
      return receiveComplaint(command, state);
    case 'CorrectComplaint':
      return correctComplaint(command, state);
    default:
      return unknownMember(command);
  }
}

function receiveComplaint(command: ReceiveComplaint, state: OrganisationState): readonly OrganisationEvent[] {
  const { complaintId, on, summary, today } = command;
  if (isStated(state.complaints, complaintId, { on })) return [];
  if (on > today) refuse('date.in-future', 'on');
  return [{ type: 'ComplaintReceived', data: { complaintId, on, summary } }];
}

function correctComplaint(command: CorrectComplaint, state: OrganisationState): readonly OrganisationEvent[] {
  const { complaintId, reason, today } = command;
  const { now } = state.complaints.get(complaintId) ?? refuse('complaint.not-found');
  const changes = effectiveChanges(command.changes, now, [], organisationEvents.ComplaintCorrected.protect);
  if (changes.on !== undefined && changes.on > today) refuse('date.in-future', 'on');
  return correctedIf<OrganisationEvent>(changes, {
    type: 'ComplaintCorrected',
    data: { complaintId, reason, ...changes },
  });
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
