import { chmodSync, closeSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, SqliteDialect } from 'kysely';
import { openDatabase } from '../sqlite/open-database.js';
import { migrate } from './migrate.js';
import { type StoreTables, storeMigrations } from './migrations.js';
import type { ServiceStore } from './service-store.js';

/** What is deleted is overwritten: these tables hold what people asked to have forgotten. */
const PRAGMAS = ['secure_delete = ON', 'foreign_keys = ON'];
const ATTEMPTS = 50;
const PAUSE_MS = 20;

/**
 * Opens the service store in `file`, made (mode 0600) where it is not there. Safe when several processes open a new file
 * at once.
 */
export async function openSqliteServiceStore(
  file: string,
  migrations = storeMigrations,
): Promise<ServiceStore> {
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const database = openDatabase(file, { migrations: [], pragmas: PRAGMAS });
  const db = new Kysely<StoreTables>({ dialect: new SqliteDialect({ database }) });
  try {
    await migrateInTurn(db, migrations);
    return { db, close: () => db.destroy() };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** SQLite has no lock for migrations: whoever comes second fails on what the first one made, and then finds it made. */
async function migrateInTurn(db: Kysely<StoreTables>, migrations: typeof storeMigrations): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await migrate(db, migrations);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await pause(PAUSE_MS);
    }
  }
}
