import type { CompiledQuery, Kysely } from 'kysely';
import type { StoredValue, TableChanges } from './batch-changes.js';
import type { Bookkeeping } from './bookkeeping.js';
import type { RowDialect } from './dialect.js';

type Tables = Record<string, Record<string, unknown>>;

/** Rows of one statement: powers of two, so that a handful of statements serves every number of rows. */
const LARGEST_CHUNK = 128;

/** The statements that change one physical table, each compiled once. */
export class WriteStatements {
  readonly #upsertChunk: number;
  readonly #deleteChunk: number;
  readonly #compiled = new Map<string, CompiledQuery>();

  constructor(
    private readonly shape: Pick<TableChanges, 'table' | 'primaryKey' | 'columns'>,
    dialect: RowDialect,
  ) {
    this.#upsertChunk = chunkOf(shape.columns.length, dialect);
    this.#deleteChunk = chunkOf(shape.primaryKey.length, dialect);
  }

  /** Writes rows, new or not: their values one after the other, in the order of the columns. */
  async upsert(db: Kysely<Bookkeeping>, values: readonly StoredValue[]): Promise<void> {
    const width = this.shape.columns.length;
    for (const [rows, parameters] of chunksOf(values, width, this.#upsertChunk)) {
      await db.executeQuery({
        ...this.#kept(`upsert ${rows}`, () => this.#compileUpsert(db, rows)),
        parameters,
      });
    }
  }

  /** Deletes rows by the values of their keys, one after the other. */
  async delete(db: Kysely<Bookkeeping>, keys: readonly StoredValue[]): Promise<void> {
    const width = this.shape.primaryKey.length;
    for (const [rows, parameters] of chunksOf(keys, width, this.#deleteChunk)) {
      await db.executeQuery({
        ...this.#kept(`delete ${rows}`, () => this.#compileDelete(db, rows)),
        parameters,
      });
    }
  }

  #kept(name: string, compile: () => CompiledQuery): CompiledQuery {
    const known = this.#compiled.get(name);
    if (known !== undefined) return known;
    const query = compile();
    this.#compiled.set(name, query);
    return query;
  }

  #compileUpsert(db: Kysely<Bookkeeping>, rows: number): CompiledQuery {
    const { table, primaryKey, columns } = this.shape;
    const blank = Object.fromEntries(columns.map((name) => [name, '']));
    const rest = columns.filter((name) => !primaryKey.includes(name));
    return db
      .withTables<Tables>()
      .insertInto(table)
      .values(Array.from({ length: rows }, () => blank))
      .onConflict((conflict) => {
        const target = conflict.columns([...primaryKey]);
        return rest.length === 0
          ? target.doNothing()
          : target.doUpdateSet((eb) =>
              Object.fromEntries(rest.map((name) => [name, eb.ref(`excluded.${name}`)])),
            );
      })
      .compile();
  }

  #compileDelete(db: Kysely<Bookkeeping>, rows: number): CompiledQuery {
    const { table, primaryKey } = this.shape;
    const blank = Object.fromEntries(primaryKey.map((name) => [name, '']));
    return db
      .withTables<Tables>()
      .deleteFrom(table)
      .where((eb) => eb.or(Array.from({ length: rows }, () => eb.and(blank))))
      .compile();
  }
}

function chunkOf(width: number, dialect: RowDialect): number {
  let chunk = LARGEST_CHUNK;
  while (chunk > 1 && chunk * width > dialect.maxParameters) chunk /= 2;
  return chunk;
}

/** Cuts values of `width` to a row into chunks of at most `largest` rows, each a power of two. */
function* chunksOf(
  values: readonly StoredValue[],
  width: number,
  largest: number,
): Generator<readonly [rows: number, parameters: readonly StoredValue[]]> {
  let rows = largest;
  for (let start = 0; start < values.length; start += rows * width) {
    while (rows * width > values.length - start) rows /= 2;
    yield [rows, values.slice(start, start + rows * width)];
  }
}
