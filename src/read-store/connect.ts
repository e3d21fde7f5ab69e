import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { keepingStatements } from './sqlite-statements.js';

/** Opens a connection to the file of the read models, which is created where it is not there yet. */
export function connect<Tables>(file: string): Kysely<Tables> {
  // Waiting for a writer blocks the thread, so it is short: the runtime waits on, beside other work.
  const database = new Database(file, { timeout: 100 });
  // Rows with sealed texts fill half a kilobyte or more: larger pages waste less of their end. Of a new file only.
  database.pragma('page_size = 8192');
  database.pragma('journal_mode = WAL');
  // What a crash takes from this file is built again from the log.
  database.pragma('synchronous = NORMAL');
  database.pragma('cache_size = -65536');
  database.pragma('wal_autocheckpoint = 4000');
  return new Kysely({ dialect: new SqliteDialect({ database: keepingStatements(database) }) });
}
