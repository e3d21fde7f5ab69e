import type { Kysely } from 'kysely';
import type { TableChanges } from './batch-changes.js';
import type { Bookkeeping } from './bookkeeping.js';
import { ReadStoreFailed } from './errors.js';
import type { Key, Row, Rows, Table } from './projection.js';
import type { TableRows } from './table-rows.js';

/** Finds protected texts by equality; see `Rows.blindIndex`. */
export type BlindIndex = Rows['blindIndex'];

/** The rows of one read model. Whatever the database or the key store throws comes out as `ReadStoreFailed`. */
export class ModelRows implements Rows {
  constructor(
    private readonly db: Kysely<Bookkeeping>,
    private readonly tables: ReadonlyMap<string, TableRows>,
    private readonly indexBlindly: BlindIndex,
  ) {}

  async get(table: Table, key: Key): Promise<Row | undefined> {
    return this.#reading(() => this.#of(table).get(this.db, key));
  }

  async list(table: Table, partialKey: Key): Promise<readonly Row[]> {
    return this.#reading(() => this.#of(table).list(this.db, partialKey));
  }

  put(table: Table, row: Row): void {
    this.#of(table).put(row);
  }

  remove(table: Table, key: Key): void {
    this.#of(table).remove(key);
  }

  blindIndex: BlindIndex = async (text) => this.#reading(() => this.indexBlindly(text));

  /** What the batch changed, to be stored. Throws when a row does not fit its table. */
  handOver(projection: string): readonly TableChanges[] {
    return [...this.tables.values()].flatMap((rows) => rows.handOver(projection) ?? []);
  }

  /** The oldest of the batches that were handed over is stored. */
  committed(): void {
    for (const rows of this.tables.values()) rows.committed();
  }

  discard(empty: boolean): void {
    for (const rows of this.tables.values()) rows.discard(empty);
  }

  #of(table: Table): TableRows {
    const rows = this.tables.get(table.name);
    if (rows === undefined) throw new TypeError(`${table.name} is no table of this read model`);
    return rows;
  }

  async #reading<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (cause) {
      if (cause instanceof TypeError) throw cause;
      throw new ReadStoreFailed({ cause });
    }
  }
}
