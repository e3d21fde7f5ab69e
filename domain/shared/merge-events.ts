import type { Text } from '../trajectory/stored-shapes.js';
import type { Id } from './ids.js';

/* STORAGE. What the merges of candidates and of employers have in common; see domain/trajectory/events.ts. */

/** On the one that stays: another registration turned out to be of the same. */
export interface Merged {
  readonly mergeId: Id;
  readonly duplicateId: Id;
  readonly reason: Text;
}

/** On the one that stays: the merge was wrong, and both stand apart again. */
export interface MergeWithdrawn {
  readonly mergeId: Id;
  readonly reason: Text;
}

/** On the duplicate: it stands for another from now on, whatever is asked. */
export interface MarkedDuplicate {
  readonly mergeId: Id;
  readonly survivorId: Id;
}

/** On the duplicate: it stands for itself again. */
export interface UnmarkedDuplicate {
  readonly mergeId: Id;
}
