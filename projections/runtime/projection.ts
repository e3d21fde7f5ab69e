import type { CalendarDate, Instant } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { Protected } from '../../domain/shared/protected.js';

/*
 * What a read model is: tables as data, and one function that applies an event to their rows. The same definition
 * runs on SQLite and PostgreSQL; the runtime drives it, with rows and checkpoint in one transaction.
 */

/** `json` holds any value as text and gives it back parsed; `boolean` is 0 or 1 in the table. */
export type ColumnType = 'text' | 'integer' | 'boolean' | 'json';

export interface Column {
  readonly type: ColumnType;
  readonly nullable?: true;
}

export interface Table {
  /** Unique over all read models: the view that queries read has this name. */
  readonly name: string;
  readonly columns: { readonly [column: string]: Column };
  readonly primaryKey: readonly string[];
  readonly indexes?: readonly (readonly string[])[];
}

export type ColumnValue = string | number | boolean | null | object;
export type Row = { readonly [column: string]: ColumnValue };
/** The values of a primary key, by column. */
export type Key = { readonly [column: string]: string | number };

/** An event as a projection sees it: upcast to its present version, protected fields still sealed. */
export interface ProjectedEvent<Type extends string = string, Data = never> {
  readonly id: Id;
  readonly type: Type;
  readonly data: Data;
  /** The same as JSON text, where the feed has it in this shape: for a column that holds it whole. */
  readonly dataText?: string | undefined;
  readonly stream: string;
  /** The id in the stream's name: `trajectory-{id}`. */
  readonly streamId: Id;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: Instant;
  readonly occurredOn: CalendarDate | undefined;
  readonly actor: {
    readonly subject: string;
    readonly role: string;
    readonly via: string;
    readonly organisationId?: Id;
    readonly funderId?: Id;
  };
  readonly commandId: Id;
  /** Who recorded it, when and by which command, as JSON text, where the feed has it: for a column that holds it whole. */
  readonly metadataText?: string | undefined;
}

/**
 * The rows of a read model while a batch is applied: an identity map over its tables. Reads see what was put before;
 * everything is written at the end of the batch, many rows in one statement.
 */
export interface Rows {
  get(table: Table, key: Key): Promise<Row | undefined>;
  /** Every row whose leading key columns have these values, in key order. */
  list(table: Table, partialKey: Key): Promise<readonly Row[]>;
  put(table: Table, row: Row): void;
  remove(table: Table, key: Key): void;
  /**
   * A keyed hash of a protected text (normalised: NFC, trimmed), for finding it by equality without holding it.
   * Null when the person's key was destroyed.
   */
  blindIndex(text: Protected<string>): Promise<string | null>;
}

/** One read model: the answer to one question. */
export interface Projection {
  readonly name: string;
  /** Raised whenever tables or `apply` change: the runtime then builds it anew beside the served one. */
  readonly version: number;
  readonly tables: readonly Table[];
  /** The event types it applies. */
  readonly handles: readonly string[];
  /** Applying an event twice leaves the same rows as once. */
  apply(event: ProjectedEvent<string, never>, rows: Rows): void | Promise<void>;
  /**
   * Derives what follows from several rows, for at most `most` of the things that changed; true when others are left.
   * Called until none is: at the end of each batch, and of a building that nobody sees yet only once it has caught up.
   */
  settle?(rows: Rows, most: number): Promise<boolean>;
}
