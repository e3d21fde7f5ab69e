import type { Kysely } from 'kysely';
import type { TableChanges } from './batch-changes.js';
import type { Bookkeeping } from './bookkeeping.js';
import { BoundedCache } from './bounded-cache.js';
import type { Key, Row } from './projection.js';
import { RowChanges } from './row-changes.js';
import type { StoredTable } from './stored-table.js';

/**
 * The identity map over one table: what the batch changed, over what earlier batches changed that are not stored yet,
 * over what was lately read. A row that was written without being looked at is not remembered once it is stored,
 * unless the table is listed: most of such rows are never read again.
 */
export class TableRows {
  #changes = new RowChanges();
  /** Changes of earlier batches that were handed over and may not be stored yet, the oldest first. */
  #handedOver: readonly RowChanges[] = [];
  /** Rows as they are stored; null for a key that is known to have none. */
  readonly #remembered: BoundedCache<Row | null>;
  readonly #groups = new Map<string, Set<string>>();
  /** The numbers of leading columns that rows were listed by, and those for which `#groups` holds the whole table. */
  readonly #listedBy = new Set<number>();
  readonly #grouped = new Set<number>();
  /** True while every stored row is in the cache, so that a miss needs no query. */
  #complete: boolean;

  constructor(
    private readonly stored: StoredTable,
    capacity: number,
    /** True when the stored table holds no row. */
    empty: boolean,
  ) {
    this.#complete = empty;
    this.#remembered = new BoundedCache(capacity, () => this.#forget());
  }

  async get(db: Kysely<Bookkeeping>, key: Key): Promise<Row | undefined> {
    const text = this.stored.codec.keyText(key);
    const known = this.#known(text);
    if (known !== undefined) return known ?? undefined;
    if (this.#complete) {
      this.#remembered.set(text, null);
      return undefined;
    }
    const [row] = await this.stored.select(db, key, this.stored.table.primaryKey.length);
    this.#remembered.set(text, row ?? null);
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
    return rows.sort((a, b) => this.stored.codec.compare(a, b));
  }

  put(row: Row): void {
    const text = this.stored.codec.keyText(row);
    this.#changes.put(text, row);
    for (const length of this.#listedBy) this.#addToGroup(row, length, text);
  }

  remove(key: Key): void {
    const text = this.stored.codec.keyText(key);
    const before = this.#beforeBatch(text);
    this.#changes.remove(text, key, before === undefined ? !this.#complete : before !== null);
    for (const length of this.#listedBy) this.#groups.get(this.#groupName(key, length))?.delete(text);
  }

  /** What the batch changed, to be stored; undefined when that is nothing. Throws when a row does not fit its table. */
  handOver(projection: string): TableChanges | undefined {
    const { written, removed } = this.#changes;
    this.#handedOver = [...this.#handedOver, this.#changes];
    this.#changes = new RowChanges();
    if (written.size === 0 && removed.size === 0) return undefined;
    const { codec, physicalName, table } = this.stored;
    return {
      projection,
      table: physicalName,
      primaryKey: table.primaryKey,
      ...codec.encodeRows(written),
      removed: codec.encodeKeys(removed.values()),
    };
  }

  /** The oldest of the batches that were handed over is stored. */
  committed(): void {
    const [oldest, ...others] = this.#handedOver;
    if (oldest === undefined) return;
    const listed = this.#listedBy.size > 0;
    for (const [text, row] of oldest.written) {
      if (listed || this.#remembered.get(text) !== undefined) this.#remembered.set(text, row);
      else this.#complete = false;
    }
    for (const text of oldest.removed.keys()) this.#remembered.set(text, null);
    this.#handedOver = others;
  }

  /** The batch failed, or somebody else may have written: nothing that was remembered is believed. */
  discard(empty: boolean): void {
    this.#changes = new RowChanges();
    this.#handedOver = [];
    this.#remembered.clear();
    this.#forget();
    this.#complete = empty;
  }

  #known(text: string): Row | null | undefined {
    const changed = this.#changes.find(text);
    return changed === undefined ? this.#beforeBatch(text) : changed;
  }

  #beforeBatch(text: string): Row | null | undefined {
    for (let i = this.#handedOver.length - 1; i >= 0; i--) {
      const changed = this.#handedOver[i]?.find(text);
      if (changed !== undefined) return changed;
    }
    return this.#remembered.get(text);
  }

  #forget(): void {
    this.#complete = false;
    this.#groups.clear();
    this.#grouped.clear();
  }

  #leadingColumns(partialKey: Key): number {
    const length = Object.keys(partialKey).length;
    for (const name of this.stored.table.primaryKey.slice(0, length)) {
      if (partialKey[name] === undefined)
        throw new TypeError(`not leading key columns: ${Object.keys(partialKey)}`);
    }
    return length;
  }

  #groupName(values: Row | Key, length: number): string {
    return `${length}:${this.stored.codec.keyText(values, length)}`;
  }

  #addToGroup(row: Row, length: number, text: string): void {
    const name = this.#groupName(row, length);
    const group = this.#groups.get(name);
    if (group !== undefined) group.add(text);
    else if (this.#grouped.has(length)) this.#groups.set(name, new Set([text]));
  }

  #groupAll(length: number): void {
    this.#grouped.add(length);
    for (const [text, row] of this.#remembered.entries())
      if (row !== null) this.#addToGroup(row, length, text);
    for (const { written } of this.#allChanges()) {
      for (const [text, row] of written) this.#addToGroup(row, length, text);
    }
  }

  /** What is not stored yet, the oldest first. */
  #allChanges(): readonly RowChanges[] {
    return [...this.#handedOver, this.#changes];
  }

  async #load(db: Kysely<Bookkeeping>, partialKey: Key, length: number): Promise<readonly Row[]> {
    const name = this.#groupName(partialKey, length);
    const merged = new Map<string, Row>();
    const group = new Set<string>();
    this.#groups.set(name, group);
    for (const row of await this.stored.select(db, partialKey, length)) {
      const text = this.stored.codec.keyText(row);
      this.#remembered.set(text, row);
      merged.set(text, row);
    }
    for (const { written, removed } of this.#allChanges()) {
      for (const text of removed.keys()) merged.delete(text);
      for (const [text, row] of written) {
        if (this.#groupName(row, length) !== name) continue;
        if (!merged.has(text) && this.#remembered.get(text) === undefined) this.#remembered.set(text, null);
        merged.set(text, row);
      }
    }
    for (const text of merged.keys()) group.add(text);
    return [...merged.values()].sort((a, b) => this.stored.codec.compare(a, b));
  }
}
