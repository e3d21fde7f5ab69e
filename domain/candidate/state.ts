import type { Id } from '../shared/ids.js';
import type { CandidateEvent } from './events.js';

/** Who registered the candidate; it holds nothing about the person. */
export interface CandidateState {
  readonly registered?: { readonly organisationId?: Id; readonly funderId?: Id };
}

export const initialCandidateState: CandidateState = {};

/** The state after one more event. */
export function evolve(_state: CandidateState, event: CandidateEvent): CandidateState {
  const { organisationId, funderId } = event.data;
  return {
    registered: {
      ...(organisationId === undefined ? {} : { organisationId }),
      ...(funderId === undefined ? {} : { funderId }),
    },
  };
}
