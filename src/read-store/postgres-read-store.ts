import { Kysely, PostgresDialect } from 'kysely';
import type { ReadDatabase } from '../../projections/read-database.js';
import { LocalBatchWriter } from '../../projections/runtime/batch-writer.js';
import type { Bookkeeping } from '../../projections/runtime/bookkeeping.js';
import { postgresRows } from '../../projections/runtime/dialect.js';
import { openPool } from '../postgres/open-pool.js';
import type { ReadStore } from './read-store.js';

/** Requests of one instance that ask at the same time; the others wait a moment for a connection. */
const READING = 10;
/** A transaction, and what looks at the books beside it. */
const WRITING = 3;

/** Opens the read models in the PostgreSQL database at the address, which every instance shares. */
export function openPostgresReadStore(url: string, onIdleFailure?: (error: unknown) => void): ReadStore {
  const dialect = (name: string, connections: number) =>
    new PostgresDialect({ pool: openPool(url, { name, connections, onIdleFailure }) });
  const writer = new Kysely<unknown>({ dialect: dialect('projecting', WRITING) });
  const reader = new Kysely<ReadDatabase>({ dialect: dialect('questions', READING) });
  return {
    reader,
    writer,
    aside: new LocalBatchWriter(writer.withTables<Bookkeeping>(), postgresRows),
    dialect: postgresRows,
    close: async () => {
      await reader.destroy();
      await writer.destroy();
    },
  };
}
