import type { Kysely } from 'kysely';
import type { Bookkeeping } from './bookkeeping.js';
import { BoundedCache } from './bounded-cache.js';
import type { Key, Row } from './projection.js';
import type { TableStatements } from './table-statements.js';

/**
 * The identity map over one table: what the batch changed, over what was lately read. A row that was written without
 * being looked at is not remembered, unless the table is listed: most of such rows are never read again.
 */
export class TableRows {
  readonly #written = new Map<string, Row>();
  readonly #removed = new Map<string, Key>();
  /** Rows as they are stored; null for a key that is known to have none. */
  readonly #stored: BoundedCache<Row | null>;
  readonly #groups = new Map<string, Set<string>>();
  /** The numbers of leading columns that rows were listed by, and those for which `#groups` holds the whole table. */
  readonly #listedBy = new Set<number>();
  readonly #grouped = new Set<number>();
  /** True while every stored row is in the cache, so that a miss needs no query. */
  #complete: boolean;

  constructor(
    private readonly statements: TableStatements,
    capacity: number,
    /** True when the stored table holds no row. */
    empty: boolean,
  ) {
    this.#complete = empty;
    this.#stored = new BoundedCache(capacity, () => this.#forget());
  }

  async get(db: Kysely<Bookkeeping>, key: Key): Promise<Row | undefined> {
    const text = this.statements.codec.keyText(key);
    const known = this.#known(text);
    if (known !== undefined) return known ?? undefined;
    if (this.#complete) {
      this.#stored.set(text, null);
      return undefined;
    }
    const [row] = await this.statements.select(db, key, this.statements.table.primaryKey.length);
    this.#stored.set(text, row ?? null);
    return row;
  }

  async list(db: Kysely<Bookkeeping>, partialKey: Key): Promise<readonly Row[]> {
    const length = this.#leadingColumns(partialKey);
    this.#listedBy.add(length);
    if (this.#complete && !this.#grouped.has(length)) this.#groupAll(length);
    const name = this.#groupName(partialKey, length);
    const group = this.#groups.get(name);
    if (group === undefined && !this.#complete) return this.#load(db, partialKey, length);
    const rows: Row[] = [];
    for (const text of group ?? []) {
      const row = this.#known(text);
      // Looking up may push others out of the cache: what is no longer known is read.
      if (row === undefined) return this.#load(db, partialKey, length);
      if (row !== null) rows.push(row);
    }
    return rows.sort((a, b) => this.statements.codec.compare(a, b));
  }

  put(row: Row): void {
    const text = this.statements.codec.keyText(row);
    this.#removed.delete(text);
    this.#written.set(text, row);
    for (const length of this.#listedBy) this.#addToGroup(row, length, text);
  }

  remove(key: Key): void {
    const text = this.statements.codec.keyText(key);
    this.#written.delete(text);
    const stored = this.#stored.get(text);
    if (stored || (stored === undefined && !this.#complete)) this.#removed.set(text, key);
    for (const length of this.#listedBy) this.#groups.get(this.#groupName(key, length))?.delete(text);
  }

  /** Writes what the batch changed, in its transaction. */
  async flush(db: Kysely<Bookkeeping>): Promise<void> {
    if (this.#written.size > 0) await this.statements.upsert(db, [...this.#written.values()]);
    if (this.#removed.size > 0) await this.statements.delete(db, [...this.#removed.values()]);
  }

  /** The transaction was committed: what was changed is stored. */
  committed(): void {
    const listed = this.#listedBy.size > 0;
    for (const [text, row] of this.#written) {
      if (listed || this.#stored.get(text) !== undefined) this.#stored.set(text, row);
      else this.#complete = false;
    }
    for (const text of this.#removed.keys()) this.#stored.set(text, null);
    this.#written.clear();
    this.#removed.clear();
  }

  /** The batch failed, or somebody else may have written: nothing that was remembered is believed. */
  discard(empty: boolean): void {
    this.#written.clear();
    this.#removed.clear();
    this.#stored.clear();
    this.#forget();
    this.#complete = empty;
  }

  #known(text: string): Row | null | undefined {
    const written = this.#written.get(text);
    if (written !== undefined) return written;
    return this.#removed.has(text) ? null : this.#stored.get(text);
  }

  #forget(): void {
    this.#complete = false;
    this.#groups.clear();
    this.#grouped.clear();
  }

  #leadingColumns(partialKey: Key): number {
    const length = Object.keys(partialKey).length;
    for (const name of this.statements.table.primaryKey.slice(0, length)) {
      if (partialKey[name] === undefined)
        throw new TypeError(`not leading key columns: ${Object.keys(partialKey)}`);
    }
    return length;
  }

  #groupName(values: Row | Key, length: number): string {
    return `${length}:${this.statements.codec.keyText(values, length)}`;
  }

  #addToGroup(row: Row, length: number, text: string): void {
    const name = this.#groupName(row, length);
    const group = this.#groups.get(name);
    if (group !== undefined) group.add(text);
    else if (this.#grouped.has(length)) this.#groups.set(name, new Set([text]));
  }

  #groupAll(length: number): void {
    this.#grouped.add(length);
    for (const [text, row] of this.#stored.entries()) if (row !== null) this.#addToGroup(row, length, text);
    for (const [text, row] of this.#written) this.#addToGroup(row, length, text);
  }

  async #load(db: Kysely<Bookkeeping>, partialKey: Key, length: number): Promise<readonly Row[]> {
    const name = this.#groupName(partialKey, length);
    const merged = new Map<string, Row>();
    const group = new Set<string>();
    this.#groups.set(name, group);
    for (const row of await this.statements.select(db, partialKey, length)) {
      const text = this.statements.codec.keyText(row);
      this.#stored.set(text, row);
      if (!this.#removed.has(text)) merged.set(text, row);
    }
    for (const [text, row] of this.#written) {
      if (this.#groupName(row, length) !== name) continue;
      if (!merged.has(text) && this.#stored.get(text) === undefined) this.#stored.set(text, null);
      merged.set(text, row);
    }
    for (const text of merged.keys()) group.add(text);
    return [...merged.values()].sort((a, b) => this.statements.codec.compare(a, b));
  }
}
