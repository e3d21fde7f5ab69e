import type { CalendarDate } from '../shared/calendar.js';
import { unknownMember } from '../shared/decider.js';
import { withoutUndefined } from '../shared/fields.js';
import type { Id } from '../shared/ids.js';
import type { ContactChannel } from '../shared/lists.js';
import {
  type MergeState,
  NO_MERGES,
  withMark,
  withMerge,
  withMergeWithdrawn,
  withoutMark,
} from '../shared/merges.js';
import { type StatedById, withChanged, withStated } from '../shared/stated.js';
import { type CandidateEvent, candidateEvents } from './events.js';
import { evolveRights, NO_RIGHTS, type RightsState } from './rights/state.js';

/** Who registered the candidate, and what was stated since; it holds no text about the person. */
export interface CandidateState extends MergeState, RightsState {
  readonly registered: { readonly organisationId?: Id; readonly funderId?: Id } | undefined;
  readonly consents: StatedById<{ readonly given: boolean; readonly on: CalendarDate }>;
  readonly contactPreferences: StatedById<{ readonly channel: ContactChannel }>;
}

export const initialCandidateState: CandidateState = {
  ...NO_MERGES,
  ...NO_RIGHTS,
  registered: undefined,
  consents: new Map(),
  contactPreferences: new Map(),
};

/** The state after one more event. */
export function evolve(state: CandidateState, event: CandidateEvent): CandidateState {
  const { protect } = candidateEvents[event.type];
  switch (event.type) {
    case 'CandidateRegistered': {
      const { organisationId, funderId } = event.data;
      return { ...state, registered: withoutUndefined({ organisationId, funderId }) };
    }
    case 'ConsentStated': {
      const { consentId, ...terms } = event.data;
      return { ...state, consents: withStated(state.consents, consentId, terms, protect) };
    }
    case 'ConsentCorrected': {
      const { consentId, ...changes } = event.data;
      return { ...state, consents: withChanged(state.consents, consentId, changes, protect) };
    }
    case 'ContactPreferenceStated': {
      const { preferenceId, ...terms } = event.data;
      return { ...state, contactPreferences: withStated(state.contactPreferences, preferenceId, terms) };
    }
    case 'CandidateMerged':
      return { ...state, ...withMerge(state, event.data) };
    case 'CandidateMergeWithdrawn':
      return { ...state, ...withMergeWithdrawn(state, event.data.mergeId) };
    case 'CandidateMarkedDuplicate':
      return { ...state, ...withMark(state, event.data) };
    case 'CandidateUnmarkedDuplicate':
      return { ...state, ...withoutMark(state, event.data.mergeId) };
    case 'ErasureAsked':
    case 'RetentionApproved':
    case 'ErasureAssessed':
    case 'ErasureConfirmed':
    case 'ErasureWithdrawn':
    case 'CandidateErased':
    case 'RestrictionAsked':
    case 'RestrictionDecided':
    case 'RestrictionEnded':
    case 'FileHeld':
      return evolveRights(state, event);
    default:
      return unknownMember(event);
  }
}
