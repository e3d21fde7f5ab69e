import type { CalendarDate } from '../shared/calendar.js';
import { unknownMember } from '../shared/decider.js';
import { byId, type Id } from '../shared/ids.js';
import type { Recognitions } from '../shared/recognitions.js';
import { type StatedById, withChanged, withStated } from '../shared/stated.js';
import {
  type CoachAway,
  type CoachEmployed,
  type CoachEvent,
  coachEvents,
  type TieDeclared,
} from './events.js';

/** What a coach's stream has to remember for deciding. It holds no name. */
export interface CoachState {
  /** Where the coach worked when registered. */
  readonly organisationId: Id | undefined;
  readonly employments: StatedById<Omit<CoachEmployed['data'], 'employmentId'>>;
  readonly recognitions: Recognitions;
  readonly ties: StatedById<Omit<TieDeclared['data'], 'tieId'>>;
  readonly absences: StatedById<Omit<CoachAway['data'], 'absenceId'>>;
}

export const initialCoachState: CoachState = {
  organisationId: undefined,
  employments: new Map(),
  recognitions: new Map(),
  ties: new Map(),
  absences: new Map(),
};

/** The state after one more event. */
export function evolve(state: CoachState, event: CoachEvent): CoachState {
  const { protect } = coachEvents[event.type];
  switch (event.type) {
    case 'CoachRegistered':
      return { ...state, organisationId: event.data.organisationId };
    case 'CoachEmployed': {
      const { employmentId, ...terms } = event.data;
      return { ...state, employments: withStated(state.employments, employmentId, terms) };
    }
    case 'CoachEmploymentCorrected': {
      const { employmentId, ...changes } = event.data;
      return { ...state, employments: withChanged(state.employments, employmentId, changes, protect) };
    }
    case 'CoachRecognised': {
      const { recognitionId, ...terms } = event.data;
      return { ...state, recognitions: withStated(state.recognitions, recognitionId, terms) };
    }
    case 'CoachRecognitionEnded':
    case 'CoachRecognitionCorrected': {
      const { recognitionId, ...changes } = event.data;
      return { ...state, recognitions: withChanged(state.recognitions, recognitionId, changes, protect) };
    }
    case 'TieDeclared': {
      const { tieId, ...terms } = event.data;
      return { ...state, ties: withStated(state.ties, tieId, terms) };
    }
    case 'TieEnded': {
      const { tieId, endedOn: until } = event.data;
      return { ...state, ties: withChanged(state.ties, tieId, { until }) };
    }
    case 'TieCorrected': {
      const { tieId, ...changes } = event.data;
      return { ...state, ties: withChanged(state.ties, tieId, changes, protect) };
    }
    case 'CoachAway': {
      const { absenceId, ...terms } = event.data;
      return { ...state, absences: withStated(state.absences, absenceId, terms) };
    }
    case 'CoachReturned': {
      const { absenceId, endedOn: until } = event.data;
      return { ...state, absences: withChanged(state.absences, absenceId, { until }) };
    }
    case 'CoachAwayCorrected': {
      const { absenceId, ...changes } = event.data;
      return { ...state, absences: withChanged(state.absences, absenceId, changes, protect) };
    }
    default:
      return unknownMember(event);
  }
}

/**
 * The organisation that the coach works for on `day`: that of the employment that began last by then, of two the one
 * with the smaller id, else the one at registration. Undefined when the coach was never registered.
 */
export function organisationOn(state: CoachState, day: CalendarDate): Id | undefined {
  const begun = [...state.employments]
    .map(([id, { now }]) => ({ id, ...now }))
    .filter((employment) => employment.from <= day)
    .sort((a, b) => (a.from === b.from ? byId(a, b) : a.from > b.from ? -1 : 1));
  return begun[0]?.organisationId ?? state.organisationId;
}
