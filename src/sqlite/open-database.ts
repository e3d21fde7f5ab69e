import { basename } from 'node:path';
import Database from 'better-sqlite3';

/** How a database file is opened and grows from one schema version to the next. */
export interface DatabaseSchema {
  /** `migrations[n]` is the SQL that lifts schema version n to n + 1; never changed once released. */
  readonly migrations: readonly string[];
  /** Pragmas of every connection besides WAL and synchronous=FULL. */
  readonly pragmas?: readonly string[];
}

/** The file was written by a newer program: opening it could do harm, so it is refused. */
export class NewerSchema extends Error {
  constructor(
    readonly file: string,
    readonly found: number,
    readonly known: number,
  ) {
    super(
      `Het bestand ${basename(file)} is gemaakt door een nieuwere versie van Doorlopend (schema ${found}; deze versie ` +
        `kent ${known}). Start die nieuwere versie, of zet een kopie van het bestand terug van vóór die versie.`,
    );
    this.name = 'NewerSchema';
  }
}

const BUSY_TIMEOUT_MS = 5_000;
const WAL_ATTEMPTS = 50;
const WAL_PAUSE_MS = 20;

const CREATE_META = 'CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT';

/**
 * Opens (or makes) a SQLite file in WAL mode where a commit is on disk before it returns, and brings it to the present
 * schema. Safe when several processes open the same new file at once. Throws `NewerSchema`, or the driver's error.
 */
export function openDatabase(file: string, schema: DatabaseSchema): Database.Database {
  const database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    enterWal(database);
    database.pragma('synchronous = FULL');
    for (const pragma of schema.pragmas ?? []) database.pragma(pragma);
    migrate(database, file, schema.migrations);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Switching to WAL needs the file alone and does not honour the busy timeout, so it is tried again for a while. */
function enterWal(database: Database.Database): void {
  for (let attempt = 1; ; attempt++) {
    try {
      database.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || attempt === WAL_ATTEMPTS) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAL_PAUSE_MS);
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

function migrate(database: Database.Database, file: string, migrations: readonly string[]): void {
  database
    .transaction(() => {
      database.exec(CREATE_META);
      const found = Number(
        database.prepare("SELECT value FROM meta WHERE name = 'schema-version'").pluck().get() ?? 0,
      );
      if (found > migrations.length) throw new NewerSchema(file, found, migrations.length);
      if (found === migrations.length) return;
      for (const sql of migrations.slice(found)) database.exec(sql);
      database
        .prepare(
          "INSERT INTO meta (name, value) VALUES ('schema-version', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )
        .run(String(migrations.length));
    })
    .immediate();
}
