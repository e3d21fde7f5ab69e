import { existsSync, statSync } from 'node:fs';
import { readConfig } from '../config/read-config.js';
import { EventRegistry } from '../event-store/event-registry.js';
import { type ImportedEvents, type ImportPhase, importEvents } from '../moving/import-events.js';
import { openKeys, openLog } from '../moving/places.js';
import { VERSION } from '../shared/version.js';
import { type Progress, showCount, showProgress } from './progress.js';

const LABELS: { readonly [P in ImportPhase]: string } = {
  check: 'Bestand nakijken',
  store: 'Overnemen',
  verify: 'Gebeurtenissen gecontroleerd',
};

/**
 * Brings an export into the log of the configuration and prints what is there afterwards, verified: in Dutch, or with
 * `json` as one line. Running it again goes on where it was.
 */
export async function importExport(file: string, { json }: { readonly json?: boolean }): Promise<void> {
  const config = readConfig(process.env);
  const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const shown: { phase?: ImportPhase; progress?: Progress } = {};
  const store = openLog(config);
  try {
    const imported = await importEvents(file, {
      store,
      registry: new EventRegistry(VERSION),
      openKeys: () => openKeys(config),
      onProgress: (phase, done) => {
        if (shown.phase !== phase) {
          shown.progress?.stop();
          shown.phase = phase;
          shown.progress = phase === 'verify' ? showCount(LABELS[phase]) : showProgress(LABELS[phase], bytes);
        }
        shown.progress?.at(done);
      },
    });
    shown.progress?.stop();
    process.stdout.write(
      json
        ? `${JSON.stringify(imported)}\n`
        : `${inWords(imported)}${existsSync(config.masterKeyFile) ? '' : withoutMasterKey(config.masterKeyFile)}`,
    );
  } finally {
    shown.progress?.stop();
    await store.close();
  }
}

function inWords({ events, streams, stored, keys, keysChanged, verified }: ImportedEvents): string {
  return (
    `Overgenomen: ${stored} gebeurtenissen; ${events - stored} stonden er al. ` +
    `Sleutels: ${keysChanged} van ${keys} bijgewerkt.\n` +
    `Gecontroleerd: alle ${events} gebeurtenissen in ${streams} stromen staan in het logboek en zijn gelijk, ` +
    `en van alle ${verified} gebeurtenissen daar klopt de keten.\n`
  );
}

function withoutMasterKey(file: string): string {
  return `Zet vóór de start de hoofdsleutel op zijn plaats: ${file}. Zonder is geen enkel persoonsgegeven te lezen.\n`;
}
