import { resolve } from 'node:path';
import { readConfig } from '../config/read-config.js';
import { backUp } from '../moving/backup.js';
import type { BackedUp } from '../moving/backup-manifest.js';
import { VERSION } from '../shared/version.js';
import { type Progress, showCount, showProgress } from './progress.js';

export interface BackupOptions {
  readonly withSecrets?: boolean;
  readonly json?: boolean;
}

/** Makes a backup in a folder that is new or empty, also while the service runs, and prints what is in it. */
export async function backup(folder: string, { withSecrets = false, json }: BackupOptions): Promise<void> {
  const shown: { name?: BackedUp; progress?: Progress } = {};
  const path = resolve(folder);
  const manifest = await backUp(readConfig(process.env), path, {
    withSecrets,
    programVersion: VERSION,
    now: new Date(),
    onProgress: (name, done, total) => {
      if (shown.name !== name) {
        shown.progress?.stop();
        shown.name = name;
        shown.progress = total === undefined ? showCount(name) : showProgress(name, total);
      }
      shown.progress?.at(done);
    },
  }).finally(() => shown.progress?.stop());
  if (json) {
    process.stdout.write(`${JSON.stringify({ folder: path, ...manifest })}\n`);
    return;
  }
  const lines = [
    `${path}: ${manifest.events} gebeurtenissen, tot en met positie ${manifest.head ?? 'geen'}.`,
    ...manifest.files.map(({ name, bytes, sha256 }) => `  ${name}: ${bytes} bytes, SHA-256 ${sha256}`),
    withSecrets
      ? 'De sleutels van de dienst zitten erin: bewaar deze map als een geheim.'
      : 'Zonder secrets/master.key is er geen persoonsgegeven uit te lezen: bewaar die sleutel elders.',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
