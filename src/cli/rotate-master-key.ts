import { readConfig } from '../config/read-config.js';
import { openKeys } from '../moving/places.js';
import { rotateMasterKey } from '../privacy/rotate-master-key.js';

/** Gives the keys of the configuration another master key while no service runs, and prints what to do with the old one. */
export async function rotateMaster({ json }: { readonly json?: boolean }): Promise<void> {
  const config = readConfig(process.env);
  const keys = await openKeys(config, { belonging: false });
  try {
    const rotated = await rotateMasterKey(config.masterKeyFile, keys);
    if (json) {
      process.stdout.write(`${JSON.stringify(rotated)}\n`);
      return;
    }
    process.stdout.write(
      `${rotated.rewrapped} sleutels zijn opnieuw ingepakt met de nieuwe hoofdsleutel in ${config.masterKeyFile}.\n` +
        `De vorige ligt in ${rotated.previousFile}: bewaar haar elders zolang u backups van vóór vandaag hebt, en verwijder haar hier.\n`,
    );
  } finally {
    await keys.close();
  }
}
