import type { CompiledQuery, Kysely } from 'kysely';
import type { Bookkeeping } from './bookkeeping.js';
import type { RowDialect } from './dialect.js';
import type { Key, Row, Table } from './projection.js';
import { RowCodec } from './row-codec.js';

type Tables = Record<string, Record<string, unknown>>;

/** Rows of one statement: powers of two, so that a handful of statements serves every number of rows. */
const LARGEST_CHUNK = 128;

/** The statements on one physical table, each compiled once. */
export class TableStatements {
  readonly codec: RowCodec;
  readonly #chunk: number;
  readonly #upserts = new Map<number, CompiledQuery>();
  readonly #selects = new Map<number, CompiledQuery>();

  constructor(
    readonly table: Table,
    readonly physicalName: string,
    dialect: RowDialect,
  ) {
    this.codec = new RowCodec(table);
    let chunk = LARGEST_CHUNK;
    while (chunk > 1 && chunk * this.codec.columns.length > dialect.maxParameters) chunk /= 2;
    this.#chunk = chunk;
  }

  /** Writes the rows, new or not. */
  async upsert(db: Kysely<Bookkeeping>, rows: readonly Row[]): Promise<void> {
    let start = 0;
    let size = this.#chunk;
    while (start < rows.length) {
      while (size > rows.length - start) size /= 2;
      const parameters: (string | number | null)[] = [];
      for (let i = start; i < start + size; i++) this.codec.encode(rows[i] as Row, parameters);
      await db.executeQuery({ ...this.#upsert(db, size), parameters });
      start += size;
    }
  }

  async delete(db: Kysely<Bookkeeping>, keys: readonly Key[]): Promise<void> {
    for (let start = 0; start < keys.length; start += LARGEST_CHUNK) {
      const chunk = keys.slice(start, start + LARGEST_CHUNK);
      await db
        .withTables<Tables>()
        .deleteFrom(this.physicalName)
        .where((eb) => eb.or(chunk.map((key) => eb.and(this.#keyOf(key)))))
        .execute();
    }
  }

  /** The rows whose first `length` key columns have these values, in key order. */
  async select(db: Kysely<Bookkeeping>, key: Key, length: number): Promise<readonly Row[]> {
    let query = this.#selects.get(length);
    if (query === undefined) {
      let builder = db.withTables<Tables>().selectFrom(this.physicalName).select(this.codec.columns);
      for (const name of this.table.primaryKey.slice(0, length)) builder = builder.where(name, '=', '');
      for (const name of this.table.primaryKey) builder = builder.orderBy(name);
      query = builder.compile();
      this.#selects.set(length, query);
    }
    const parameters = this.table.primaryKey.slice(0, length).map((name) => key[name]);
    const { rows } = await db.executeQuery({ ...query, parameters });
    return rows.map((row) => this.codec.decode(row as Record<string, unknown>));
  }

  #keyOf(key: Key): Record<string, string | number> {
    return Object.fromEntries(this.table.primaryKey.map((name) => [name, key[name] ?? '']));
  }

  #upsert(db: Kysely<Bookkeeping>, size: number): CompiledQuery {
    const known = this.#upserts.get(size);
    if (known !== undefined) return known;
    const blank = Object.fromEntries(this.codec.columns.map((name) => [name, '']));
    const rest = this.codec.columns.filter((name) => !this.table.primaryKey.includes(name));
    const query = db
      .withTables<Tables>()
      .insertInto(this.physicalName)
      .values(Array.from({ length: size }, () => blank))
      .onConflict((conflict) => {
        const target = conflict.columns([...this.table.primaryKey]);
        return rest.length === 0
          ? target.doNothing()
          : target.doUpdateSet((eb) =>
              Object.fromEntries(rest.map((name) => [name, eb.ref(`excluded.${name}`)])),
            );
      })
      .compile();
    this.#upserts.set(size, query);
    return query;
  }
}
