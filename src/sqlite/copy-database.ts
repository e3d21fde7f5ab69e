import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';

const BUSY_TIMEOUT_MS = 5_000;
/** Pages that are copied before others get a turn: 4 MiB. */
const PAGES_PER_STEP = 1_024;

/** Told how many of how many pages are copied. */
export type OnPages = (copied: number, total: number) => void;

/**
 * Copies a database, while others write to it, to a file that is not there yet (mode 0600): as it was at one moment,
 * for a read transaction stays open all the while; writers go on, only their WAL is not reset. Gives what `look` finds
 * at that same moment. The copy is whole when this resolves, and not yet flushed to disk.
 */
export async function copyDatabase<Found>(
  from: string,
  to: string,
  look: (database: Database.Database) => Found,
  onPages: OnPages = () => undefined,
): Promise<Found> {
  closeSync(openSync(to, 'wx', 0o600));
  const database = new Database(from, { timeout: BUSY_TIMEOUT_MS, fileMustExist: true });
  try {
    database.exec('BEGIN');
    // The snapshot begins at the first read; without it every commit of another process would start the copy anew.
    database.prepare('SELECT count(*) FROM sqlite_master').get();
    const found = look(database);
    await database.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        onPages(totalPages - remainingPages, totalPages);
        return PAGES_PER_STEP;
      },
    });
    database.exec('COMMIT');
    return found;
  } finally {
    database.close();
  }
}
