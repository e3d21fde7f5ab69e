import { resolve } from 'node:path';
import { readConfig } from '../config/read-config.js';
import { restore } from '../moving/restore.js';
import { showCount } from './progress.js';

/** Puts a backup back in the empty place of the configuration, verified, and prints what to do next. */
export async function restoreBackup(
  folder: string,
  { json, erased }: { readonly json?: boolean; readonly erased?: string },
): Promise<void> {
  // The secrets may be in the backup.
  const config = readConfig(process.env, { keysMayCome: true });
  const progress = {
    store: showCount('Bytes teruggezet'),
    verify: showCount('Gebeurtenissen gecontroleerd'),
  };
  const restored = await restore(resolve(folder), config, {
    ...(erased !== undefined && { erased: resolve(erased) }),
    onProgress: (phase, done) => progress[phase].at(done),
  });
  const where = config.profile === 'embedded' ? config.dataFolder : 'KurrentDB en PostgreSQL';
  if (json) {
    process.stdout.write(`${JSON.stringify(restored)}\n`);
    return;
  }
  const lines = [
    `Teruggezet in ${where}: ${restored.files.join(', ')} van ${restored.madeAt}.`,
    `Gecontroleerd: van alle ${restored.events} gebeurtenissen klopt de keten.`,
    `Vernietigd: ${restored.keysDestroyed} sleutels van mensen die sindsdien zijn gewist.`,
    restored.masterKeyThere
      ? 'Start de dienst; die bouwt de leesmodellen vanzelf opnieuw op.'
      : `Zet nu de hoofdsleutel terug op ${config.masterKeyFile} en start dan de dienst; die bouwt de leesmodellen vanzelf opnieuw op.`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
