import type { Id } from '../shared/ids.js';
import { refuseAccess } from './refusals.js';
import type { AskingParty } from './roles.js';

/** What is known of a candidate's trajectory as far as coaching and enforcing go. */
export interface CoachedFile {
  readonly candidateId: Id;
  readonly funderId: Id;
  /** The coaches who are assigned or stand in, today or on a day to come. */
  readonly coachIds: readonly Id[];
  /** The coaches with a tie that makes them the candidate's case manager. */
  readonly caseManagerCoachIds?: readonly Id[];
}

/** A role as an account holds it, for a party. */
type Held = Pick<AskingParty, 'role' | 'coachId' | 'funderId'>;

/**
 * The candidates whom an account that holds all of `held` would both coach and have power over: as case manager, or as case
 * director or auditor for their funder. Nobody may (OVAL; UWV 2014 A.4.3): who coaches decides on no benefit and enforces
 * nothing. Each candidate once, in the order of `files`, which are those of every coach and funder in `held`.
 */
export function coachedAndEnforced(held: readonly Held[], files: readonly CoachedFile[]): readonly Id[] {
  const coachIds = held.flatMap(({ role, coachId }) => (role === 'coach' && coachId ? [coachId] : []));
  const funderIds = held.flatMap(({ role, funderId }) =>
    (role === 'case-director' || role === 'auditor') && funderId ? [funderId] : [],
  );
  const isOneOf = (ids: readonly Id[] | undefined) => ids?.some((id) => coachIds.includes(id)) === true;
  const coached = new Set(
    files.filter((file) => isOneOf(file.coachIds)).map(({ candidateId }) => candidateId),
  );
  const enforced = files.filter(
    (file) => funderIds.includes(file.funderId) || isOneOf(file.caseManagerCoachIds),
  );
  return [...new Set(enforced.map(({ candidateId }) => candidateId))].filter((id) => coached.has(id));
}

/**
 * Refuses with `account.coaches-and-enforces` what would let an account hold coaching and enforcement roles for one
 * candidate. Whoever gives roles to accounts asks this first, and records that it was refused.
 */
export function mustNotEnforceOwnCandidates(held: readonly Held[], files: readonly CoachedFile[]): void {
  if (coachedAndEnforced(held, files).length > 0) refuseAccess('account.coaches-and-enforces', 'role');
}
