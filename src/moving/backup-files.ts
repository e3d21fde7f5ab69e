import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { copyDatabase } from '../sqlite/copy-database.js';
import { type BackedUp, DATABASES } from './backup-manifest.js';
import type { BackupOptions, Copied } from './backup-parts.js';
import { flush } from './durable-files.js';
import type { EmbeddedPlace } from './places.js';

type LogEnd = Omit<Copied, 'names'>;

/** Copies the databases of a data folder; the log first: each event in it then has its key in the copies that follow. */
export async function copyFiles(
  { dataFolder }: EmbeddedPlace,
  folder: string,
  { onProgress = () => undefined }: BackupOptions,
): Promise<Copied> {
  const names: BackedUp[] = [];
  let end: LogEnd = { head: null, events: 0 };
  for (const name of DATABASES) {
    const from = join(dataFolder, name);
    if (!existsSync(from)) continue;
    const look = name === 'events.db' ? endOf : () => end;
    end = await copyDatabase(from, join(folder, name), look, (copied, total) =>
      onProgress(name, copied, total),
    );
    await flush(join(folder, name));
    names.push(name);
  }
  return { names, ...end };
}

function endOf(database: Database.Database): LogEnd {
  const row = database
    .prepare<[], { head: number | null; events: number }>(
      'SELECT max(position) AS head, count(*) AS events FROM events',
    )
    .get();
  const head = row?.head ?? null;
  return { head: head === null ? null : String(head), events: row?.events ?? 0 };
}
