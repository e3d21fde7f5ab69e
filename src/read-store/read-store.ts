import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { ReadDatabase } from '../../projections/read-database.js';
import { type RowDialect, sqliteRows } from '../../projections/runtime/dialect.js';
import { keepingStatements } from './sqlite-statements.js';

/** Where the read models lie. It can always be built again from the event log. */
export interface ReadStore {
  /** For queries. */
  readonly reader: Kysely<ReadDatabase>;
  /** For the projection runtime only: it is in a transaction for most of the time. */
  readonly writer: Kysely<unknown>;
  readonly dialect: RowDialect;
  close(): Promise<void>;
}

/** The injection token of the read store. */
export const READ_STORE = Symbol('READ_STORE');

/** Opens `read.db` in the folder, creating both where they are not there yet. */
export function openReadStore(folder: string): ReadStore {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'read.db');
  const writer = new Kysely<unknown>({ dialect: sqlite(file) });
  const reader = new Kysely<ReadDatabase>({ dialect: sqlite(file) });
  return {
    reader,
    writer,
    dialect: sqliteRows,
    close: async () => {
      await reader.destroy();
      await writer.destroy();
    },
  };
}

function sqlite(file: string): SqliteDialect {
  // Waiting for a writer blocks the thread, so it is short: the runtime waits on, beside other work.
  const database = new Database(file, { timeout: 100 });
  // Rows with sealed texts fill half a kilobyte or more: larger pages waste less of their end. Of a new file only.
  database.pragma('page_size = 8192');
  database.pragma('journal_mode = WAL');
  // What a crash takes from this file is built again from the log.
  database.pragma('synchronous = NORMAL');
  database.pragma('cache_size = -65536');
  database.pragma('wal_autocheckpoint = 4000');
  return new SqliteDialect({ database: keepingStatements(database) });
}
