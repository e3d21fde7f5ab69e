import type { Id } from '../../../domain/shared/ids.js';
import type { MergeView } from '../../../projections/shared/merge-list.js';
import { knownOrNull } from '../../privacy/known.js';
import type { Sealer } from '../../privacy/sealer.js';

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
  sealer: Sealer,
  merges: readonly MergeView[],
): Promise<readonly OpenMerge[]> {
  const opened = await sealer.openRows(
    merges.map(({ reason, withdrawalReason }) => ({ reason, withdrawalReason })),
  );
  return merges.map((merge, index) => ({
    ...merge,
    reason: knownOrNull(opened[index]?.reason),
    withdrawalReason: knownOrNull(opened[index]?.withdrawalReason),
  }));
}
