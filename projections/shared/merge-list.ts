import type { Id } from '../../domain/shared/ids.js';
import type { Merged, MergeWithdrawn } from '../../domain/shared/merge-events.js';
import type { Protected } from '../../domain/shared/protected.js';
import { withItem, withItemChanged } from './stated-list.js';

/** A merge into a candidate or an employer; the texts are sealed. */
export interface MergeView {
  readonly id: Id;
  readonly duplicateId: Id;
  readonly reason: Protected<string>;
  readonly withdrawn: boolean;
  /** Why it was taken back; null while it stands. */
  readonly withdrawalReason: Protected<string> | null;
}

/** The list with one more merge. */
export function withMerge(
  list: readonly MergeView[],
  { mergeId: id, duplicateId, reason }: Merged,
): readonly MergeView[] {
  return withItem(list, { id, duplicateId, reason, withdrawn: false, withdrawalReason: null });
}

/** The list with one merge taken back. */
export function withMergeWithdrawn(
  list: readonly MergeView[],
  { mergeId, reason: withdrawalReason }: MergeWithdrawn,
): readonly MergeView[] {
  return withItemChanged(list, mergeId, { withdrawn: true, withdrawalReason });
}
