import type { Bookkeeping } from './bookkeeping.js';
import type { HeldLease } from './lease.js';

/** A value as a table holds it. */
export type StoredValue = string | number | null;

/** The most rows of one list of values, and of one statement. A power of two. */
export const ROWS_IN_LIST = 128;

/** What a batch changes in one table, to be written with nothing else at hand. */
export interface TableChanges {
  /** The read model that is to blame when a row is refused. */
  readonly projection: string;
  /** The real table, behind the view. */
  readonly table: string;
  readonly primaryKey: readonly string[];
  /** The columns that any of the rows has a value in. */
  readonly columns: readonly string[];
  /** The other ones: they are null in all of the rows. */
  readonly blank: readonly string[];
  /**
   * The values of the rows that are new or changed, row after row in the order of `columns`, in lists of at most
   * `ROWS_IN_LIST` rows: short lists cost far less to send to another thread than a long one.
   */
  readonly written: readonly (readonly StoredValue[])[];
  /** The primary keys of the rows that go, key after key. */
  readonly removed: readonly StoredValue[];
}

/** All that a batch changes in the read database, as plain values: they may be sent to another thread. */
export interface BatchChanges {
  /** Whoever holds it no longer must change nothing. */
  readonly lease: HeldLease;
  /** The numbers of the generations that move on, and the position that they must stand at. */
  readonly generations: readonly number[];
  readonly from: string | undefined;
  readonly position: string;
  /** The number of events that are passed. */
  readonly passed: number;
  readonly tables: readonly TableChanges[];
  readonly parked: readonly Bookkeeping['projection_dead_letter'][];
}
