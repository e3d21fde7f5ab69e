import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Config } from '../config/config.js';
import type { Position } from '../event-store/event-store.port.js';
import { MoveRefused } from './move-refused.js';

const FORMAT = 'doorlopend-backup';
const FORMAT_VERSION = 1;
const MANIFEST = 'manifest.json';

export type Profile = Config['profile'];

/** The databases of a backup of one machine, in the order in which they are copied; the log first, so that what follows covers it. */
export const DATABASES = ['events.db', 'keys.db', 'operations.db', 'service.db'] as const;
/** The log of KurrentDB as an export with the personal keys after it, and what else PostgreSQL holds that cannot be built again. */
export const LOG_FILE = 'log.jsonl';
export const TABLES_FILE = 'tables.tsv';
/** The secrets of a backup, by their place in it. */
export const SECRETS = ['secrets/master.key', 'secrets/signing.key'] as const;
export type BackedUp =
  | (typeof DATABASES)[number]
  | typeof LOG_FILE
  | typeof TABLES_FILE
  | (typeof SECRETS)[number];

/** What a backup of a profile may hold, and must. */
const FILES: {
  readonly [P in Profile]: { readonly all: readonly BackedUp[]; readonly least: readonly BackedUp[] };
} = {
  embedded: { all: [...DATABASES, ...SECRETS], least: ['events.db'] },
  distributed: { all: [LOG_FILE, TABLES_FILE, ...SECRETS], least: [LOG_FILE, TABLES_FILE] },
};

/** A file of a backup as it was written. */
export interface BackupFile {
  readonly name: BackedUp;
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

/* STORAGE: `manifest.json` in the folder of a backup, written when all else is there. */
export interface Manifest {
  readonly format: typeof FORMAT;
  readonly version: typeof FORMAT_VERSION;
  /** Where it was made, and can be put back. */
  readonly profile: Profile;
  readonly programVersion: string;
  /** An instant, ISO 8601 in UTC. */
  readonly madeAt: string;
  /** The position of the last event in the log; null when it is empty. */
  readonly head: Position | null;
  readonly events: number;
  readonly files: readonly BackupFile[];
}

/** Writes the manifest, durably: only with it a folder is a backup. */
export async function writeManifest(
  folder: string,
  contents: Omit<Manifest, 'format' | 'version'>,
): Promise<Manifest> {
  const manifest: Manifest = { format: FORMAT, version: FORMAT_VERSION, ...contents };
  const file = await open(join(folder, MANIFEST), 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return manifest;
}

/** The manifest of a backup. Throws `MoveRefused` for a folder without one, or with one of a form to come. */
export async function readManifest(folder: string): Promise<Manifest> {
  const value = await readFile(join(folder, MANIFEST), 'utf8').then(parsed, () => undefined);
  if (!isManifest(value)) {
    throw new MoveRefused(
      'file.unreadable',
      `${folder} is geen (hele) backup van Doorlopend. Geef een map die doorlopend backup maakte.`,
    );
  }
  if (value.version !== FORMAT_VERSION) {
    throw new MoveRefused(
      'file.unknown-version',
      `De backup heeft vorm ${value.version}; deze versie van Doorlopend kent vorm ${FORMAT_VERSION}. Gebruik een nieuwere versie.`,
    );
  }
  return value;
}

/** A file in a folder as a manifest tells of it. Rejects as `fs` does when it is not there. */
export async function describeFile(folder: string, name: BackedUp): Promise<BackupFile> {
  const path = join(folder, name);
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { name, bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}

/** Throws `MoveRefused` when a file of a backup is not there or not as it was written. */
export async function checkFiles(folder: string, files: readonly BackupFile[]): Promise<void> {
  for (const { name, bytes, sha256 } of files) {
    const found = await describeFile(folder, name).catch(() => undefined);
    if (found?.bytes === bytes && found.sha256 === sha256) continue;
    throw new MoveRefused(
      'file.damaged',
      `${join(folder, name)} is beschadigd of ontbreekt. Er is niets teruggezet; neem een andere backup.`,
    );
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const { format, version, profile, head, events, files } = value as Readonly<Record<string, unknown>>;
  const known = profile === 'embedded' || profile === 'distributed' ? FILES[profile] : undefined;
  return (
    known !== undefined &&
    format === FORMAT &&
    Number.isInteger(version) &&
    (head === null || typeof head === 'string') &&
    Number.isInteger(events) &&
    Array.isArray(files) &&
    files.every((file) => isBackupFile(file, known.all)) &&
    known.least.every((least) => files.some(({ name }) => name === least))
  );
}

/** A name that is not ours could lead out of the folder. */
function isBackupFile(value: unknown, known: readonly unknown[]): value is BackupFile {
  if (typeof value !== 'object' || value === null) return false;
  const { name, bytes, sha256 } = value as Readonly<Record<string, unknown>>;
  return known.includes(name) && Number.isInteger(bytes) && typeof sha256 === 'string';
}
