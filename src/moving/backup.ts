import { existsSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { Position } from '../event-store/event-store.port.js';
import { copyDatabase } from '../sqlite/copy-database.js';
import {
  type BackedUp,
  type BackupFile,
  DATABASES,
  describeFile,
  type Manifest,
  SECRETS,
  writeManifest,
} from './backup-manifest.js';
import { copyDurably, flush, namesIn } from './durable-files.js';
import { MoveRefused } from './move-refused.js';

/** Where the service keeps what is backed up. */
export interface BackupSource {
  readonly profile: string;
  readonly dataFolder: string;
  readonly masterKeyFile: string;
  readonly signingKeyFile: string;
}

export interface BackupOptions {
  readonly withSecrets: boolean;
  readonly programVersion: string;
  readonly now: Date;
  /** Told how much of a database is copied, in its pages. */
  readonly onProgress?: (name: BackedUp, copied: number, total: number) => void;
}

interface LogEnd {
  readonly head: Position | null;
  readonly events: number;
}

/**
 * Copies the databases of the embedded profile, while the service runs, into a folder that is new or empty (mode 0700).
 * Whatever was acknowledged before is in it. The read models are left out: they are built again. Rejects with
 * `MoveRefused`; a folder that was not finished has no manifest.
 */
export async function backUp(
  source: BackupSource,
  folder: string,
  { withSecrets, programVersion, now, onProgress = () => undefined }: BackupOptions,
): Promise<Manifest> {
  if (source.profile !== 'embedded') throw otherProfile();
  if (!existsSync(join(source.dataFolder, 'events.db'))) {
    throw new MoveRefused(
      'log.absent',
      `In ${source.dataFolder} is geen logboek. Geef met DOORLOPEND_DATA de map van de dienst.`,
    );
  }
  if ((await namesIn(folder)).length > 0) {
    throw new MoveRefused(
      'folder.not-empty',
      `${folder} is niet leeg. Geef een map die leeg is of nog niet bestaat.`,
    );
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const files: BackupFile[] = [];
  let end: LogEnd = { head: null, events: 0 };
  // The log first: each event in the copy then has its key, and its idempotency key, in the copies that follow.
  for (const name of DATABASES) {
    const from = join(source.dataFolder, name);
    if (!existsSync(from)) continue;
    const look = name === 'events.db' ? endOf : () => end;
    end = await copyDatabase(from, join(folder, name), look, (copied, total) =>
      onProgress(name, copied, total),
    );
    await flush(join(folder, name));
    files.push(await describeFile(folder, name));
  }
  for (const name of withSecrets ? SECRETS : []) {
    const from = secretFile(source, name);
    if (!existsSync(from)) continue;
    await copyDurably(from, join(folder, name));
    files.push(await describeFile(folder, name));
  }
  const manifest = await writeManifest(folder, { programVersion, madeAt: now.toISOString(), ...end, files });
  await flush(folder);
  return manifest;
}

/** Where a secret lies in the service itself. */
export function secretFile(
  { masterKeyFile, signingKeyFile }: Pick<BackupSource, 'masterKeyFile' | 'signingKeyFile'>,
  name: (typeof SECRETS)[number],
): string {
  return name === 'secrets/master.key' ? masterKeyFile : signingKeyFile;
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

/** The refusal of a backup, or of putting one back, where the data lies in databases of their own. */
export function otherProfile(): MoveRefused {
  return new MoveRefused(
    'profile.unsupported',
    'Een backup met deze opdracht is er alleen voor het profiel embedded. Maak die van KurrentDB en PostgreSQL met hun eigen middelen en zet die ermee terug (docs/operations.md), of gebruik doorlopend export --with-keys en import-events.',
  );
}
