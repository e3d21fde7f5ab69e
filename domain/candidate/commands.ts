import type { CandidateRegistered } from './events.js';

/** Registers a candidate on a stream of their own. Texts arrive plain and are sealed after the decision. */
export type RegisterCandidate = { readonly type: 'RegisterCandidate' } & CandidateRegistered['data'] & {
    /** Whether the funder's rule set demands a BSN as reference; the presets do not. */
    readonly circumstances: { readonly asksForBsn: boolean };
  };

export type CandidateCommand = RegisterCandidate;
