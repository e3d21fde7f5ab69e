import type { CompiledQuery, Kysely } from 'kysely';
import { ROWS_IN_LIST, type StoredValue, type TableChanges } from './batch-changes.js';
import type { Bookkeeping } from './bookkeeping.js';
import { BoundedCache } from './bounded-cache.js';
import type { RowDialect } from './dialect.js';

type Tables = Record<string, Record<string, unknown>>;

/** Statements that are kept for a table: one for each number of rows, and again for other columns that are left out. */
const KEPT_STATEMENTS = 64;

/** The statements that change one physical table, each compiled once. */
export class WriteStatements {
  readonly #compiled = new BoundedCache<CompiledQuery>(KEPT_STATEMENTS, () => undefined);

  constructor(
    private readonly table: string,
    private readonly primaryKey: readonly string[],
    private readonly dialect: RowDialect,
  ) {}

  /** Writes the rows that are new or changed. */
  async upsert(db: Kysely<Bookkeeping>, changes: TableChanges): Promise<void> {
    const { columns, blank, written } = changes;
    const shape = columns.join();
    for (const list of written) {
      for (const [rows, parameters] of this.#chunksOf(list, columns.length)) {
        const query = this.#kept(`upsert ${rows} ${shape}`, () =>
          this.#compileUpsert(db, rows, columns, blank),
        );
        await db.executeQuery({ ...query, parameters });
      }
    }
  }

  /** Deletes the rows that go. */
  async delete(db: Kysely<Bookkeeping>, { removed }: TableChanges): Promise<void> {
    for (const [rows, parameters] of this.#chunksOf(removed, this.primaryKey.length)) {
      const query = this.#kept(`delete ${rows}`, () => this.#compileDelete(db, rows));
      await db.executeQuery({ ...query, parameters });
    }
  }

  #kept(name: string, compile: () => CompiledQuery): CompiledQuery {
    const known = this.#compiled.get(name);
    if (known !== undefined) return known;
    const query = compile();
    this.#compiled.set(name, query);
    return query;
  }

  #compileUpsert(
    db: Kysely<Bookkeeping>,
    rows: number,
    columns: readonly string[],
    blank: readonly string[],
  ): CompiledQuery {
    const row = Object.fromEntries(columns.map((name) => [name, '']));
    const rest = [...columns, ...blank].filter((name) => !this.primaryKey.includes(name));
    return db
      .withTables<Tables>()
      .insertInto(this.table)
      .values(Array.from({ length: rows }, () => row))
      .onConflict((conflict) => {
        const target = conflict.columns([...this.primaryKey]);
        return rest.length === 0
          ? target.doNothing()
          : target.doUpdateSet((eb) =>
              Object.fromEntries(rest.map((name) => [name, eb.ref(`excluded.${name}`)])),
            );
      })
      .compile();
  }

  #compileDelete(db: Kysely<Bookkeeping>, rows: number): CompiledQuery {
    const key = Object.fromEntries(this.primaryKey.map((name) => [name, '']));
    return db
      .withTables<Tables>()
      .deleteFrom(this.table)
      .where((eb) => eb.or(Array.from({ length: rows }, () => eb.and(key))))
      .compile();
  }

  /** Cuts values into chunks that fit in one statement: powers of two of rows, so that a handful of statements serves all. */
  *#chunksOf(
    values: readonly StoredValue[],
    width: number,
  ): Generator<readonly [rows: number, parameters: readonly StoredValue[]]> {
    let rows = ROWS_IN_LIST;
    while (rows > 1 && rows * width > this.dialect.maxParameters) rows /= 2;
    for (let start = 0; start < values.length; start += rows * width) {
      while (rows * width > values.length - start) rows /= 2;
      yield [rows, values.slice(start, start + rows * width)];
    }
  }
}
