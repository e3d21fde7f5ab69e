import { unknownMember } from '../shared/decider.js';
import { withoutUndefined } from '../shared/fields.js';
import type { Id } from '../shared/ids.js';
import { refuseBadName } from '../shared/names.js';
import { mayEnd, newRecognition, recognitionChanges } from '../shared/recognitions.js';
import { correctedIf, effectiveChanges, isStated } from '../shared/stated.js';
import { mayEndOn, refuseBackwards, refuseBackwardsAfter } from '../shared/stated-days.js';
import type { CoachCommand, CorrectCoachAway, CorrectTie, DeclareTie, RegisterCoach } from './commands.js';
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
      if (isStated(state.employments, employmentId, { organisationId, from })) return [];
      return [{ type: 'CoachEmployed', data: { employmentId, organisationId, from } }];
    }
    case 'CorrectCoachEmployment': {
      const { employmentId, reason } = command;
      const { now } = state.employments.get(employmentId) ?? refuse('employment.not-found');
      const changes = effectiveChanges(command.changes, now, [], {});
      return correctedIf<CoachEvent>(changes, {
        type: 'CoachEmploymentCorrected',
        data: { employmentId, reason, ...changes },
      });
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
    case 'CorrectCoachRecognition': {
      const { recognitionId, reason } = command;
      const changes = recognitionChanges(state.recognitions, recognitionId, command.changes);
      return correctedIf<CoachEvent>(changes, {
        type: 'CoachRecognitionCorrected',
        data: { recognitionId, reason, ...changes },
      });
    }
    case 'DeclareTie':
      return declareTie(command, state);
    case 'EndTie': {
      const { tieId, endedOn, today } = command;
      if (!mayEndOn(state.ties, tieId, endedOn, today, () => refuse('tie.not-found'))) return [];
      return [{ type: 'TieEnded', data: { tieId, endedOn } }];
    }
    case 'CorrectTie':
      return correctTie(command, state);
    case 'ReportCoachAway': {
      const { absenceId, from, until } = command;
      const terms = withoutUndefined({ from, until });
      if (isStated(state.absences, absenceId, terms)) return [];
      refuseBackwards(from, until);
      return [{ type: 'CoachAway', data: { absenceId, ...terms } }];
    }
    case 'EndCoachAway': {
      const { absenceId, endedOn, today } = command;
      const notFound = () => refuse('coach-absence.not-found');
      if (!mayEndOn(state.absences, absenceId, endedOn, today, notFound)) return [];
      return [{ type: 'CoachReturned', data: { absenceId, endedOn } }];
    }
    case 'CorrectCoachAway':
      return correctAway(command, state);
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
  const terms = withoutUndefined({ kind, candidateId, employerId, from, until });
  if (isStated(state.ties, tieId, terms)) return [];
  refuseUnclearParty(candidateId, employerId);
  refuseBackwards(from, until);
  return [{ type: 'TieDeclared', data: { tieId, ...terms } }];
}

function refuseUnclearParty(candidateId: Id | null | undefined, employerId: Id | null | undefined): void {
  if (!candidateId === !employerId) refuse('tie.party-unclear');
}

/** A tie with a candidate may turn out to be one with an employer: then the one is taken away and the other named. */
function correctTie(command: CorrectTie, state: CoachState): readonly CoachEvent[] {
  const { tieId, reason } = command;
  const { now } = state.ties.get(tieId) ?? refuse('tie.not-found');
  const changes = effectiveChanges(command.changes, now, ['candidateId', 'employerId', 'until'], {});
  const { candidateId, employerId } = { ...now, ...changes };
  refuseUnclearParty(candidateId, employerId);
  refuseBackwardsAfter(now, changes);
  return correctedIf<CoachEvent>(changes, { type: 'TieCorrected', data: { tieId, reason, ...changes } });
}

function correctAway(command: CorrectCoachAway, state: CoachState): readonly CoachEvent[] {
  const { absenceId, reason } = command;
  const { now } = state.absences.get(absenceId) ?? refuse('coach-absence.not-found');
  const changes = effectiveChanges(command.changes, now, ['until'], {});
  refuseBackwardsAfter(now, changes);
  return correctedIf<CoachEvent>(changes, {
    type: 'CoachAwayCorrected',
    data: { absenceId, reason, ...changes },
  });
}
