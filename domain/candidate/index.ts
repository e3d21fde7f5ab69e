import type { Decider } from '../shared/decider.js';
import type { CandidateCommand } from './commands.js';
import { decide } from './decide.js';
import type { CandidateEvent } from './events.js';
import { type CandidateState, evolve, initialCandidateState } from './state.js';

/** How a candidate's stream decides. */
export const candidateDecider: Decider<CandidateState, CandidateCommand, CandidateEvent> = {
  initialState: initialCandidateState,
  decide,
  evolve,
};
