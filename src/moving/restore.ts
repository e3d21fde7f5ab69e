import { existsSync } from 'node:fs';
import { type BackedUp, type Manifest, readManifest } from './backup-manifest.js';
import { readErasureList } from './erasures.js';
import { MoveRefused } from './move-refused.js';
import type { Place } from './places.js';
import type { Restoring } from './restore-checks.js';
import { restoreFiles } from './restore-files.js';
import { restoreStores } from './restore-stores.js';

/** What was put back. */
export interface Restored extends Pick<Manifest, 'head' | 'events' | 'madeAt'> {
  readonly files: readonly BackedUp[];
  /** False when the master key still has to be put in its place before the service starts. */
  readonly masterKeyThere: boolean;
  /** Keys of people who were forgotten since, which were destroyed again. */
  readonly keysDestroyed: number;
}

export interface RestoreOptions {
  /** A list of erasures that may be later than the backup. */
  readonly erased?: string;
  readonly onProgress?: Restoring['onProgress'];
}

/**
 * Puts a backup back where nothing is, but secrets. The files are compared with the manifest, every chain of the log is
 * verified, and the keys of whoever was forgotten are destroyed. On one machine nothing takes its place before that; of
 * several, a run that was cut off goes on where it was. Rejects with `MoveRefused`.
 */
export async function restore(
  folder: string,
  place: Place,
  { erased, onProgress = () => undefined }: RestoreOptions = {},
): Promise<Restored> {
  const manifest = await readManifest(folder);
  if (manifest.profile !== place.profile) throw otherProfile(manifest.profile, place.profile);
  const erasures = erased === undefined ? [] : await readErasureList(erased);
  const restoring = { folder, manifest, erasures, onProgress };
  const keysDestroyed =
    place.profile === 'embedded'
      ? await restoreFiles(restoring, place)
      : await restoreStores(restoring, place);
  const { head, events, madeAt } = manifest;
  const files = manifest.files.map(({ name }) => name);
  return { head, events, madeAt, files, masterKeyThere: existsSync(place.masterKeyFile), keysDestroyed };
}

/** The refusal of a backup that was made in another profile. */
function otherProfile(made: Manifest['profile'], here: Place['profile']): MoveRefused {
  const instead =
    made === 'embedded'
      ? 'Zet hem terug in het profiel embedded, en verplaats het logboek met doorlopend export --with-keys en import-events.'
      : 'Zet hem terug in het profiel distributed, of neem het logboek met de sleutels over: doorlopend import-events log.jsonl, uit de map van de backup.';
  return new MoveRefused(
    'profile.other',
    `De backup is van het profiel ${made}, en hier geldt ${here}. ${instead}`,
  );
}
