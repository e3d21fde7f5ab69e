import { join } from 'node:path';
import { openServiceDatabase } from '../postgres/service-database.js';
import { PostgresWrappedKeys } from '../privacy/postgres/postgres-wrapped-keys.js';
import { LOG_FILE, TABLES_FILE } from './backup-manifest.js';
import type { BackupOptions, Copied } from './backup-parts.js';
import { exportLines } from './export-lines.js';
import { type DistributedPlace, openLog } from './places.js';
import { COPIED_TABLES } from './service-tables.js';
import { writeTables } from './table-rows.js';
import { writeExport } from './write-export.js';

/**
 * Copies the log from KurrentDB, then the personal keys and the tables from PostgreSQL. What an event needs is in
 * PostgreSQL before the event is in the log, so whatever is copied after it covers it.
 */
export async function copyStores(
  place: DistributedPlace,
  folder: string,
  { programVersion, now, onProgress = () => undefined }: BackupOptions,
): Promise<Copied> {
  const store = openLog(place);
  try {
    const database = await openServiceDatabase(place.databaseUrl);
    try {
      const head = (await store.head()) ?? null;
      const text = exportLines({
        store,
        upTo: head,
        keys: new PostgresWrappedKeys(database),
        programVersion,
        now,
        onProgress: (events) => onProgress(LOG_FILE, events, undefined),
      });
      const { events } = await writeExport(join(folder, LOG_FILE), text);
      await writeTables(database, COPIED_TABLES, join(folder, TABLES_FILE));
      return { names: [LOG_FILE, TABLES_FILE], head, events };
    } finally {
      await database.destroy();
    }
  } finally {
    await store.close();
  }
}
