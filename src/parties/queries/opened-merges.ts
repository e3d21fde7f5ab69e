import type { Id } from '../../../domain/shared/ids.js';
import type { MergeView } from '../../../projections/shared/merge-list.js';
import type { Texts } from '../../access/texts.js';
import { knownOrNull } from '../../privacy/known.js';

/** A merge as it is answered; texts null when they were forgotten. */
export interface OpenMerge {
  readonly id: Id;
  readonly duplicateId: Id;
  readonly reason: string | null;
  readonly withdrawn: boolean;
  readonly withdrawalReason: string | null;
}

/** The merges with their texts opened, in the same order. */
export async function openedMerges(
  texts: Texts,
  merges: readonly MergeView[],
): Promise<readonly OpenMerge[]> {
  const opened = await texts.openRows(
    merges.map(({ reason, withdrawalReason }) => ({ reason, withdrawalReason })),
  );
  return merges.map((merge, index) => ({
    ...merge,
    reason: knownOrNull(opened[index]?.reason),
    withdrawalReason: knownOrNull(opened[index]?.withdrawalReason),
  }));
}
