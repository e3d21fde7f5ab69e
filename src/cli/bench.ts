import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The benchmark is no part of the service: it lies with the tests, and needs the packages for development. */
const BENCHMARK = join('test', 'bench', 'main.mjs');
const LOAD = join('node_modules', 'autocannon');

/**
 * Runs the benchmark of this source tree. Rejects when it is not there, as in an installation without the tests, and
 * when a ratio became worse than the baseline allows.
 */
export async function bench(options: { readonly quick?: boolean; readonly out?: string }): Promise<void> {
  const root = rootWith(BENCHMARK);
  if (root === undefined || !existsSync(join(root, LOAD))) {
    throw new Error(
      'De benchmark ontbreekt: hij staat in de broncode (test/bench) en heeft de ontwikkelpakketten nodig. Voer in een kloon van de broncode uit: npm install && npm run bench.',
    );
  }
  const args = [...(options.quick ? ['--quick'] : []), ...(options.out ? ['--out', options.out] : [])];
  const child = spawn(process.execPath, [join(root, BENCHMARK), ...args], { stdio: 'inherit' });
  const [code]: unknown[] = await once(child, 'exit');
  if (code !== 0) {
    throw new Error(
      'De benchmark is niet goed geëindigd; hierboven staat welke verhouding slechter werd of wat er misging.',
    );
  }
}

/** The folder above this file that holds `path`, from the sources as from a build. */
function rootWith(path: string): string | undefined {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, path))) return folder;
  }
  return undefined;
}
