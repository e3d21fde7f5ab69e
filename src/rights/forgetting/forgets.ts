import type { Id } from '../../../domain/shared/ids.js';

/** Somebody of whom everything is forgotten, by every number that they are known under. */
export interface ForgottenPerson {
  /** Every registration. */
  readonly candidateIds: readonly Id[];
  readonly trajectoryIds: readonly Id[];
}

/** Whatever holds something about a person outside the log and the read models. Doing it again changes nothing. */
export interface Forgets {
  forget(person: ForgottenPerson): Promise<void>;
}

/** The injection token of the list of all that forget. */
export const FORGETS = Symbol('FORGETS');
