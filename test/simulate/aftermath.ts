import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const LAUNCHER = join(import.meta.dirname, '..', '..', 'bin', 'doorlopend.mjs');
const METER = pathToFileURL(join(import.meta.dirname, '..', 'bench', 'cpu-meter.mjs')).href;
const MOST_OUTPUT = 64 * 1_024 * 1_024;

/** What a command took. */
export interface Took {
  readonly seconds: number;
  /** Of all threads of its process. */
  readonly cpuSeconds: number;
}

/** The bytes of each database in a data folder, its WAL counted with it. */
export function bytesOnDisk(folder: string): { readonly [database: string]: number } {
  const bytes: Record<string, number> = {};
  for (const name of readdirSync(folder)) {
    const database = /^(.+\.db)(?:-wal)?$/.exec(name)?.[1];
    if (database === undefined) continue;
    bytes[database] = (bytes[database] ?? 0) + statSync(join(folder, name)).size;
  }
  return bytes;
}

/** Runs a command on a data folder. Rejects with what it wrote when it does not end well. */
export async function took(data: string, ...args: readonly string[]): Promise<Took> {
  const meterFile = `${data}.cpu`;
  const env = { ...process.env, DOORLOPEND_DATA: data, CPU_METER_FILE: meterFile };
  const startedAt = performance.now();
  await promisify(execFile)(process.execPath, ['--import', METER, LAUNCHER, ...args], {
    env,
    maxBuffer: MOST_OUTPUT,
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  return { seconds, cpuSeconds: Number(readFileSync(meterFile, 'utf8')) / 1e6 };
}

/** Makes a backup of the data folder, and takes it away again; also gives its size. */
export async function backedUp(data: string, folder: string): Promise<Took & { readonly bytes: number }> {
  const made = await took(data, 'backup', folder);
  const bytes = Object.values(bytesOnDisk(folder)).reduce((sum, one) => sum + one, 0);
  rmSync(folder, { recursive: true });
  return { ...made, bytes };
}
