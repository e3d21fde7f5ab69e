import type { Id } from '../../domain/shared/ids.js';

/** Why two registrations may well be of the same. */
export type Likeness = 'name' | 'kvk-number' | 'reference';

/** Another registration that may well be of the same, with what is alike. */
export interface PossibleDuplicate {
  readonly id: Id;
  readonly because: readonly Likeness[];
}
