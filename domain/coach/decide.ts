import type { CalendarDate } from '../shared/calendar.js';
import { unknownMember } from '../shared/decider.js';
import { fingerprint, withoutUndefined } from '../shared/fields.js';
import type { Id } from '../shared/ids.js';
import { refuseBadName } from '../shared/names.js';
import { mayEnd, newRecognition } from '../shared/recognitions.js';
import type { CoachCommand, DeclareTie, RegisterCoach } from './commands.js';
import type { CoachEvent } from './events.js';
import { refuse } from './refusals.js';
import type { CoachState } from './state.js';

/** The events that `command` leads to: none when it asks for what is already so; throws a `Refusal` of the table. */
export function decide(command: CoachCommand, state: CoachState): readonly CoachEvent[] {
  if (command.type === 'RegisterCoach') return register(command, state);
  if (state.organisationId === undefined) return refuse('coach.not-found');
  switch (command.type) {
    case 'EmployCoach': {
      const { employmentId, organisationId, from } = command;
      const data = { employmentId, organisationId, from };
      return isRecorded(state.employments, employmentId, data) ? [] : [{ type: 'CoachEmployed', data }];
    }
    case 'RecogniseCoach': {
      const { recognitionId } = command;
      const terms = newRecognition(state.recognitions, recognitionId, command);
      return terms ? [{ type: 'CoachRecognised', data: { recognitionId, ...terms } }] : [];
    }
    case 'EndCoachRecognition': {
      const { recognitionId, endedOn, reason, today } = command;
      if (!mayEnd(state.recognitions, recognitionId, endedOn, today)) return [];
      return [{ type: 'CoachRecognitionEnded', data: { recognitionId, endedOn, reason } }];
    }
    case 'DeclareTie':
      return declareTie(command, state);
    case 'ReportCoachAway': {
      const { absenceId, from, until } = command;
      const data = withoutUndefined({ absenceId, from, until });
      if (isRecorded(state.absences, absenceId, data)) return [];
      refuseBackwards(from, until);
      return [{ type: 'CoachAway', data }];
    }
    default:
      return unknownMember(command);
  }
}

function register(command: RegisterCoach, state: CoachState): readonly CoachEvent[] {
  const { name, organisationId } = command;
  if (state.organisationId !== undefined) {
    return state.organisationId === organisationId ? [] : refuse('id.already-used');
  }
  refuseBadName(name, 'name');
  return [{ type: 'CoachRegistered', data: { name, organisationId } }];
}

function declareTie(command: DeclareTie, state: CoachState): readonly CoachEvent[] {
  const { tieId, kind, candidateId, employerId, from, until } = command;
  const data = withoutUndefined({ tieId, kind, candidateId, employerId, from, until });
  if (isRecorded(state.ties, tieId, data)) return [];
  if ((candidateId === undefined) === (employerId === undefined)) refuse('tie.party-unclear');
  refuseBackwards(from, until);
  return [{ type: 'TieDeclared', data }];
}

function refuseBackwards(from: CalendarDate, until: CalendarDate | undefined): void {
  if (until !== undefined && until < from) refuse('period.invalid', 'until');
}

function isRecorded<Data>(held: ReadonlyMap<Id, Data>, id: Id, data: Data): boolean {
  const known = held.get(id);
  if (known === undefined) return false;
  return fingerprint(known) === fingerprint(data) || refuse('id.already-used');
}
