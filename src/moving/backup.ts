import { existsSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { copyFiles } from './backup-files.js';
import { type BackupFile, describeFile, type Manifest, SECRETS, writeManifest } from './backup-manifest.js';
import type { BackupOptions } from './backup-parts.js';
import { copyStores } from './backup-stores.js';
import { copyDurably, flush, namesIn } from './durable-files.js';
import { MoveRefused } from './move-refused.js';
import { type Place, secretFile } from './places.js';

/**
 * Copies the log, the keys and all that cannot be built again, while the service runs, into a folder that is new or
 * empty (mode 0700). Whatever was acknowledged before is in it. Rejects with `MoveRefused`; a folder that was not
 * finished has no manifest.
 */
export async function backUp(place: Place, folder: string, options: BackupOptions): Promise<Manifest> {
  const { withSecrets, programVersion, now } = options;
  if (place.profile === 'embedded' && !existsSync(join(place.dataFolder, 'events.db'))) {
    throw new MoveRefused(
      'log.absent',
      `In ${place.dataFolder} is geen logboek. Geef met DOORLOPEND_DATA de map van de dienst.`,
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
  const { names, ...end } = await (place.profile === 'embedded'
    ? copyFiles(place, folder, options)
    : copyStores(place, folder, options));
  const files: BackupFile[] = [];
  for (const name of names) files.push(await describeFile(folder, name));
  for (const name of withSecrets ? SECRETS : []) {
    const from = secretFile(place, name);
    if (!existsSync(from)) continue;
    await copyDurably(from, join(folder, name));
    files.push(await describeFile(folder, name));
  }
  const { profile } = place;
  const madeAt = now.toISOString();
  const manifest = await writeManifest(folder, { profile, programVersion, madeAt, ...end, files });
  await flush(folder);
  return manifest;
}
