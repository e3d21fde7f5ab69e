import type { CalendarDate } from '../shared/calendar.js';
import { unknownMember } from '../shared/decider.js';
import { byId, type Id } from '../shared/ids.js';
import type { Recognitions } from '../shared/recognitions.js';
import type { CoachAway, CoachEmployed, CoachEvent, TieDeclared } from './events.js';

/** What a coach's stream has to remember for deciding. It holds no name. */
export interface CoachState {
  /** Where the coach worked when registered. */
  readonly organisationId: Id | undefined;
  readonly employments: ReadonlyMap<Id, CoachEmployed['data']>;
  readonly recognitions: Recognitions;
  readonly ties: ReadonlyMap<Id, TieDeclared['data']>;
  readonly absences: ReadonlyMap<Id, CoachAway['data']>;
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
  switch (event.type) {
    case 'CoachRegistered':
      return { ...state, organisationId: event.data.organisationId };
    case 'CoachEmployed':
      return {
        ...state,
        employments: new Map(state.employments).set(event.data.employmentId, event.data),
      };
    case 'CoachRecognised': {
      const { recognitionId, ...terms } = event.data;
      return { ...state, recognitions: new Map(state.recognitions).set(recognitionId, { terms }) };
    }
    case 'CoachRecognitionEnded': {
      const { recognitionId, endedOn } = event.data;
      const recognition = state.recognitions.get(recognitionId);
      if (recognition === undefined) return state;
      const recognitions = new Map(state.recognitions).set(recognitionId, { ...recognition, endedOn });
      return { ...state, recognitions };
    }
    case 'TieDeclared':
      return { ...state, ties: new Map(state.ties).set(event.data.tieId, event.data) };
    case 'CoachAway':
      return { ...state, absences: new Map(state.absences).set(event.data.absenceId, event.data) };
    default:
      return unknownMember(event);
  }
}

/**
 * The organisation that the coach works for on `day`: that of the employment that began last by then, of two the one
 * with the smaller id, else the one at registration. Undefined when the coach was never registered.
 */
export function organisationOn(state: CoachState, day: CalendarDate): Id | undefined {
  const begun = [...state.employments.values()]
    .filter((employment) => employment.from <= day)
    .sort((a, b) => {
      if (a.from !== b.from) return a.from > b.from ? -1 : 1;
      return byId({ id: a.employmentId }, { id: b.employmentId });
    });
  return begun[0]?.organisationId ?? state.organisationId;
}
