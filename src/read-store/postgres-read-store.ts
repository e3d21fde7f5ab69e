import { Kysely, PostgresDialect } from 'kysely';
import type { ReadDatabase } from '../../projections/read-database.js';
import { LocalBatchWriter } from '../../projections/runtime/batch-writer.js';
import type { Bookkeeping } from '../../projections/runtime/bookkeeping.js';
import { postgresRows } from '../../projections/runtime/dialect.js';
import { openPool, type PoolOptions } from '../postgres/open-pool.js';
import type { ReadStore } from './read-store.js';

/** Requests of one instance that ask at the same time; the others wait a moment for a connection. */
const READING = 10;
/** A transaction, and what looks at the books beside it. */
const WRITING = 3;

/** A holder of the lease that stalls in a transaction has it locked: so long the others wait, and not longer. */
const STALLED_MS = 4_000;

/** Opens the read models in the PostgreSQL database at the address, which every instance shares. */
export function openPostgresReadStore(url: string, onIdleFailure?: (error: unknown) => void): ReadStore {
  const dialect = (options: Omit<PoolOptions, 'onIdleFailure'>) =>
    new PostgresDialect({ pool: openPool(url, { ...options, onIdleFailure }) });
  const projecting = { name: 'projecting', connections: WRITING, idleInTransactionMs: STALLED_MS };
  const writer = new Kysely<unknown>({ dialect: dialect(projecting) });
  const reader = new Kysely<ReadDatabase>({ dialect: dialect({ name: 'questions', connections: READING }) });
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
