import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MasterKey } from '../privacy/master-key.js';
import { checkFiles, type Manifest, SECRETS } from './backup-manifest.js';
import { copyDurably } from './durable-files.js';
import type { StoredErasure } from './erasures.js';
import { MoveRefused } from './move-refused.js';
import { type Place, secretFile } from './places.js';

/** A backup that is being put back. */
export interface Restoring {
  readonly folder: string;
  readonly manifest: Manifest;
  /** Who was forgotten, perhaps after the backup was made. */
  readonly erasures: readonly StoredErasure[];
  /** Told what is being done, and how much of it is done: events, or of a file its bytes. */
  readonly onProgress: (phase: 'store' | 'verify', done: number) => void;
}

/** Compares the files with the manifest, and the secrets among them with those that are there. */
export async function checkBackup(folder: string, { files }: Manifest, place: Place): Promise<void> {
  await checkFiles(folder, files);
  for (const name of SECRETS) {
    const [from, to] = [join(folder, name), secretFile(place, name)];
    if (!existsSync(from) || !existsSync(to)) continue;
    if ((await readFile(from)).equals(await readFile(to))) continue;
    throw new MoveRefused(
      'secret.differs',
      `${to} is een andere sleutel dan die in de backup. Er is niets teruggezet; zet een van beide weg.`,
    );
  }
}

/**
 * The keys, of which this is the fingerprint, must belong to the master key that will be there; when there will be none,
 * they say so at the start.
 */
export function checkMasterKey(folder: string, fingerprint: string | null, { masterKeyFile }: Place): void {
  const file = [join(folder, 'secrets/master.key'), masterKeyFile].find((one) => existsSync(one));
  if (file === undefined || fingerprint === null || fingerprint === MasterKey.inFile(file).fingerprint)
    return;
  throw new MoveRefused(
    'key.other-master-key',
    `De sleutels in de backup horen bij een andere hoofdsleutel dan ${file}. Er is niets teruggezet; zet eerst de juiste hoofdsleutel op zijn plaats.`,
  );
}

/** Puts the secrets of a backup in their places; those that are there are the same. */
export async function placeSecrets(folder: string, { files }: Manifest, place: Place): Promise<void> {
  for (const name of SECRETS) {
    const to = secretFile(place, name);
    if (!files.some((file) => file.name === name) || existsSync(to)) continue;
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await copyDurably(join(folder, name), to);
  }
}
