import { unknownMember } from '../shared/decider.js';
import type { Id } from '../shared/ids.js';
import {
  type MergeState,
  NO_MERGES,
  withMark,
  withMerge,
  withMergeWithdrawn,
  withoutMark,
} from '../shared/merges.js';
import { type StatedById, withChanged, withStated } from '../shared/stated.js';
import type { StatedDays } from '../shared/stated-days.js';
import { type EmployerEvent, type EmployerRegistered, employerEvents } from './events.js';

/** What an employer's stream has to remember for deciding. Of who is reached there it holds the days only. */
export interface EmployerState extends MergeState {
  readonly registered: EmployerRegistered['data'] | undefined;
  readonly contactPersons: StatedById<StatedDays>;
  readonly preferences: StatedById<StatedDays & { readonly coachId: Id }>;
}

export const initialEmployerState: EmployerState = {
  ...NO_MERGES,
  registered: undefined,
  contactPersons: new Map(),
  preferences: new Map(),
};

/** The state after one more event. */
export function evolve(state: EmployerState, event: EmployerEvent): EmployerState {
  const { protect } = employerEvents[event.type];
  switch (event.type) {
    case 'EmployerRegistered':
      return { ...state, registered: event.data };
    case 'ContactPersonNamed': {
      const { contactPersonId, ...terms } = event.data;
      return { ...state, contactPersons: withStated(state.contactPersons, contactPersonId, terms, protect) };
    }
    case 'ContactPersonLeft': {
      const { contactPersonId, endedOn: until } = event.data;
      return { ...state, contactPersons: withChanged(state.contactPersons, contactPersonId, { until }) };
    }
    case 'ContactPersonCorrected': {
      const { contactPersonId, ...changes } = event.data;
      const contactPersons = withChanged(state.contactPersons, contactPersonId, changes, protect);
      return { ...state, contactPersons };
    }
    case 'CoachPreferred': {
      const { preferenceId, ...terms } = event.data;
      return { ...state, preferences: withStated(state.preferences, preferenceId, terms) };
    }
    case 'CoachPreferenceEnded': {
      const { preferenceId, endedOn: until } = event.data;
      return { ...state, preferences: withChanged(state.preferences, preferenceId, { until }) };
    }
    case 'CoachPreferenceCorrected': {
      const { preferenceId, ...changes } = event.data;
      return { ...state, preferences: withChanged(state.preferences, preferenceId, changes, protect) };
    }
    case 'EmployerMerged':
      return { ...state, ...withMerge(state, event.data) };
    case 'EmployerMergeWithdrawn':
      return { ...state, ...withMergeWithdrawn(state, event.data.mergeId) };
    case 'EmployerMarkedDuplicate':
      return { ...state, ...withMark(state, event.data) };
    case 'EmployerUnmarkedDuplicate':
      return { ...state, ...withoutMark(state, event.data.mergeId) };
    default:
      return unknownMember(event);
  }
}
