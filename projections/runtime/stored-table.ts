import type { CompiledQuery, Kysely } from 'kysely';
import type { Bookkeeping } from './bookkeeping.js';
import type { Key, Row, Table } from './projection.js';
import { RowCodec } from './row-codec.js';

type Tables = Record<string, Record<string, unknown>>;

/** One physical table as it is read: its rows, and the statements on it, each compiled once. */
export class StoredTable {
  readonly codec: RowCodec;
  readonly #selects = new Map<number, CompiledQuery>();

  constructor(
    readonly table: Table,
    readonly physicalName: string,
  ) {
    this.codec = new RowCodec(table);
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
}
