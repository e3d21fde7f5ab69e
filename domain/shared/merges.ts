import type { Id } from './ids.js';
import { mergeRefusals } from './merge-refusals.js';
import { refusals } from './refusal.js';
import { isStated, type StatedById, withChanged, withStated } from './stated.js';

const refuse: (code: keyof typeof mergeRefusals, field?: string) => never = refusals(mergeRefusals);

/** A merge as the one that stays remembers it. */
interface Merge {
  readonly duplicateId: Id;
  readonly withdrawn?: true;
}

/**
 * What a party's stream remembers of merges. Whether a party is a duplicate, and of whom, is decided by its own stream
 * alone (`mark`); the stream of the one that stays holds why.
 */
export interface MergeState {
  /** The merges into this party. */
  readonly merges: StatedById<Merge>;
  /** The merge that stands, by which this party is a duplicate of another. */
  readonly mark: { readonly mergeId: Id; readonly survivorId: Id } | undefined;
  /** Every mark that there ever was. */
  readonly marks: StatedById<{ readonly survivorId: Id }>;
}

export const NO_MERGES: MergeState = { merges: new Map(), mark: undefined, marks: new Map() };

export function withMerge(
  state: MergeState,
  { mergeId, duplicateId }: { mergeId: Id; duplicateId: Id },
): MergeState {
  return { ...state, merges: withStated(state.merges, mergeId, { duplicateId }) };
}

export function withMergeWithdrawn(state: MergeState, mergeId: Id): MergeState {
  return { ...state, merges: withChanged(state.merges, mergeId, { withdrawn: true }) };
}

export function withMark(
  state: MergeState,
  { mergeId, survivorId }: { mergeId: Id; survivorId: Id },
): MergeState {
  return { ...state, mark: { mergeId, survivorId }, marks: withStated(state.marks, mergeId, { survivorId }) };
}

export function withoutMark(state: MergeState, mergeId: Id): MergeState {
  return state.mark?.mergeId === mergeId ? { ...state, mark: undefined } : state;
}

/**
 * True when `duplicateId` may be merged into this party, false when this very merge was recorded before. Refuses with
 * `merge.with-itself` and with `merge.into-duplicate`: a party that is a duplicate itself takes no other in, so that no
 * merges ever go round in a circle.
 */
export function mayMerge(
  state: MergeState,
  { ownId, mergeId, duplicateId }: { ownId: Id; mergeId: Id; duplicateId: Id },
): boolean {
  if (isStated(state.merges, mergeId, { duplicateId })) return false;
  if (ownId === duplicateId) refuse('merge.with-itself', 'duplicateId');
  return state.mark === undefined || refuse('merge.into-duplicate');
}

/** True when this party may be marked as a duplicate, false when it was by this very merge (`merge.already-merged`). */
export function mayMark(
  state: MergeState,
  { mergeId, survivorId }: { mergeId: Id; survivorId: Id },
): boolean {
  if (isStated(state.marks, mergeId, { survivorId })) return false;
  return state.mark === undefined || refuse('merge.already-merged', 'duplicateId');
}

/** True when the merge may be withdrawn, false when it was; `merge.not-found` when there is none. */
export function mayWithdrawMerge(state: MergeState, mergeId: Id): boolean {
  const { now } = state.merges.get(mergeId) ?? refuse('merge.not-found');
  return now.withdrawn !== true;
}
