import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readConfig } from '../config/read-config.js';
import { erasureList, erasuresIn } from '../moving/erasures.js';
import { MoveRefused } from '../moving/move-refused.js';
import { existingLog } from '../moving/places.js';

/** Writes to a file that is not there yet who was forgotten, by number alone, for `restore --erased`. */
export async function writeErasures(file: string, { json }: { readonly json?: boolean }): Promise<void> {
  const store = existingLog(readConfig(process.env));
  const path = resolve(file);
  try {
    const erasures = await erasuresIn(store);
    try {
      writeFileSync(path, erasureList(erasures, new Date()), { mode: 0o600, flag: 'wx', flush: true });
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
      throw new MoveRefused(
        'file.exists',
        `${path} bestaat al. Kies een andere naam; er wordt niets overschreven.`,
      );
    }
    process.stdout.write(
      json
        ? `${JSON.stringify({ file: path, erasures: erasures.length })}\n`
        : `${path}: ${erasures.length} wissingen. Bewaar dit bestand apart van de backups.\n`,
    );
  } finally {
    await store.close();
  }
}
