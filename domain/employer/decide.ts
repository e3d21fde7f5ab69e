import { unknownMember } from '../shared/decider.js';
import { fingerprint, withoutUndefined } from '../shared/fields.js';
import { mayMark, mayMerge, mayWithdrawMerge } from '../shared/merges.js';
import { refuseBadKvkNumber, refuseBadName } from '../shared/names.js';
import { correctedIf, effectiveChanges, isStated } from '../shared/stated.js';
import { mayEndOn, refuseBackwards, refuseBackwardsAfter } from '../shared/stated-days.js';
import type {
  CorrectCoachPreference,
  CorrectContactPerson,
  EmployerCommand,
  NameContactPerson,
  PreferCoach,
  RegisterEmployer,
} from './commands.js';
import { type EmployerEvent, employerEvents } from './events.js';
import { refuse } from './refusals.js';
import type { EmployerState } from './state.js';

/** The events that `command` leads to: none when it asks for what is already so; throws a `Refusal` of the table. */
export function decide(command: EmployerCommand, state: EmployerState): readonly EmployerEvent[] {
  if (command.type === 'RegisterEmployer') return register(command, state);
  if (state.registered === undefined) return refuse('employer.not-found');
  switch (command.type) {
    case 'NameContactPerson':
      return nameContactPerson(command, state);
    case 'EndContactPerson': {
      const { contactPersonId, endedOn, today } = command;
      const notFound = () => refuse('contact-person.not-found');
      if (!mayEndOn(state.contactPersons, contactPersonId, endedOn, today, notFound)) return [];
      return [{ type: 'ContactPersonLeft', data: { contactPersonId, endedOn } }];
    }
    case 'CorrectContactPerson':
      return correctContactPerson(command, state);
    case 'PreferCoach':
      return preferCoach(command, state);
    case 'EndCoachPreference': {
      const { preferenceId, endedOn, today } = command;
      const notFound = () => refuse('preferred-coach.not-found');
      if (!mayEndOn(state.preferences, preferenceId, endedOn, today, notFound)) return [];
      return [{ type: 'CoachPreferenceEnded', data: { preferenceId, endedOn } }];
    }
    case 'CorrectCoachPreference':
      return correctPreference(command, state);
    case 'MergeEmployer': {
      const { mergeId, duplicateId, reason } = command;
      if (!mayMerge(state, command)) return [];
      return [{ type: 'EmployerMerged', data: { mergeId, duplicateId, reason } }];
    }
    case 'WithdrawEmployerMerge': {
      const { mergeId, reason } = command;
      if (!mayWithdrawMerge(state, mergeId)) return [];
      return [{ type: 'EmployerMergeWithdrawn', data: { mergeId, reason } }];
    }
    case 'MarkEmployerDuplicate': {
      const { mergeId, survivorId } = command;
      if (!mayMark(state, command)) return [];
      return [{ type: 'EmployerMarkedDuplicate', data: { mergeId, survivorId } }];
    }
    case 'UnmarkEmployerDuplicate': {
      const { mergeId } = command;
      if (state.mark?.mergeId !== mergeId) return [];
      return [{ type: 'EmployerUnmarkedDuplicate', data: { mergeId } }];
    }
    default:
      return unknownMember(command);
  }
}

function register(command: RegisterEmployer, state: EmployerState): readonly EmployerEvent[] {
  const { name, kvkNumber } = command;
  const data = withoutUndefined({ name, kvkNumber });
  if (state.registered) {
    return fingerprint(state.registered) === fingerprint(data) ? [] : refuse('id.already-used');
  }
  refuseBadName(name, 'name');
  refuseBadKvkNumber(kvkNumber);
  return [{ type: 'EmployerRegistered', data }];
}

function nameContactPerson(command: NameContactPerson, state: EmployerState): readonly EmployerEvent[] {
  const { contactPersonId, name, phone, email, from, until } = command;
  if (isStated(state.contactPersons, contactPersonId, { from, until })) return [];
  refuseBadName(name, 'name');
  refuseBackwards(from, until);
  const data = withoutUndefined({ contactPersonId, name, phone, email, from, until });
  return [{ type: 'ContactPersonNamed', data }];
}

function correctContactPerson(command: CorrectContactPerson, state: EmployerState): readonly EmployerEvent[] {
  const { contactPersonId, reason } = command;
  const { now } = state.contactPersons.get(contactPersonId) ?? refuse('contact-person.not-found');
  const { protect } = employerEvents.ContactPersonCorrected;
  const changes = effectiveChanges(command.changes, now, ['phone', 'email', 'until'], protect);
  if (changes.name !== undefined) refuseBadName(changes.name, 'name');
  refuseBackwardsAfter(now, changes);
  return correctedIf<EmployerEvent>(changes, {
    type: 'ContactPersonCorrected',
    data: { contactPersonId, reason, ...changes },
  });
}

function preferCoach(command: PreferCoach, state: EmployerState): readonly EmployerEvent[] {
  const { preferenceId, coachId, from, until } = command;
  const terms = withoutUndefined({ coachId, from, until });
  if (isStated(state.preferences, preferenceId, terms)) return [];
  refuseBackwards(from, until);
  return [{ type: 'CoachPreferred', data: { preferenceId, ...terms } }];
}

function correctPreference(command: CorrectCoachPreference, state: EmployerState): readonly EmployerEvent[] {
  const { preferenceId, reason } = command;
  const { now } = state.preferences.get(preferenceId) ?? refuse('preferred-coach.not-found');
  const changes = effectiveChanges(command.changes, now, ['until'], {});
  refuseBackwardsAfter(now, changes);
  return correctedIf<EmployerEvent>(changes, {
    type: 'CoachPreferenceCorrected',
    data: { preferenceId, reason, ...changes },
  });
}
