import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { sqliteRows } from '../../../projections/runtime/dialect.js';

/** Every database of a data folder, the small ones first. */
const FILES = ['keys.db', 'service.db', 'operations.db', 'read.db', 'events.db'] as const;
const BUSY_MS = 250;
const PAUSE_MS = 50;
/** With the pauses at least half a minute for each file, and then it is tried again at the next look. */
const ATTEMPTS = 120;

/** A file stayed in use: something of what was deleted may still be in it. */
export class NotCompacted extends Error {
  constructor(readonly file: string) {
    super(`${file} could not be compacted: it is in use all the time`);
    this.name = 'NotCompacted';
  }
}

/**
 * Leaves nothing in the databases of a folder of what was deleted from them: pages without a use are given back and the
 * WAL is emptied, while others read and write. Nothing is ever deleted from the log, so it is only written anew where it
 * has such pages all the same. Rejects with `NotCompacted`.
 */
export async function compactFiles(folder: string): Promise<void> {
  for (const name of FILES) {
    const file = join(folder, name);
    if (existsSync(file)) await compact(file, name);
  }
}

async function compact(file: string, name: string): Promise<void> {
  const database = new Database(file, { fileMustExist: true, timeout: BUSY_MS });
  try {
    const hasFreePages = () => Number(database.pragma('freelist_count', { simple: true })) > 0;
    if (name !== 'events.db' || hasFreePages()) await untilFree(name, () => vacuum(database));
    await untilFree(name, () => emptyWal(database));
  } finally {
    database.close();
  }
}

function vacuum(database: Database.Database): boolean {
  database.exec('VACUUM');
  return true;
}

/** False while somebody still reads from the WAL. */
function emptyWal(database: Database.Database): boolean {
  const [outcome] = database.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
  return outcome?.busy === 0;
}

async function untilFree(name: string, step: () => boolean): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      if (step()) return;
    } catch (error) {
      if (!sqliteRows.isBusy(error)) throw error;
    }
    await pause(PAUSE_MS);
  }
  throw new NotCompacted(name);
}
