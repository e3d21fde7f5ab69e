import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// This file has to run on an old Node as well: nothing newer than Node 18 in it.

/** The folder of the package: where package.json, domain/, projections/ and src/ are. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const RELAUNCHED = 'DOORLOPEND_RELAUNCHED';

/**
 * True when this process runs on a Node that is new enough (`engines` in package.json). Otherwise runs `script` again
 * on the Node that npm installed with the package, gives it this process's signals, ends with its exit code, and
 * answers false; or says in Dutch what to do when there is none.
 *
 * @param {string} script path of the script to run again
 * @param {readonly string[]} argv its arguments
 * @returns {boolean}
 */
export function onPinnedNode(script, argv) {
  const needed = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).engines.node.replace('>=', '');
  if (isAtLeast(process.versions.node, needed)) {
    if (process.env[RELAUNCHED]) endWithLauncher();
    return true;
  }
  const node = pinnedNode();
  if (node === undefined || process.env[RELAUNCHED]) {
    process.stderr.write(
      `Doorlopend heeft Node ${needed} of nieuwer nodig; dit is Node ${process.versions.node}.\n` +
        `De juiste Node komt mee met de pakketten. Voer eerst uit: npm install (in ${ROOT}).\n`,
    );
    process.exitCode = 1;
    return false;
  }
  relaunch(node, script, argv);
  return false;
}

/** @returns {string | undefined} the installed Node, in the package's own node_modules or in one above it */
function pinnedNode() {
  for (let folder = ROOT; ; folder = dirname(folder)) {
    const node = join(
      folder,
      'node_modules',
      'node',
      'bin',
      process.platform === 'win32' ? 'node.exe' : 'node',
    );
    if (existsSync(node)) return node;
    if (folder === dirname(folder)) return undefined;
  }
}

/**
 * A terminal gives its own Ctrl-C to both processes, so SIGINT is passed on only when there is none.
 *
 * @param {string} node
 * @param {string} script
 * @param {readonly string[]} argv
 */
function relaunch(node, script, argv) {
  const child = spawn(node, [...process.execArgv, script, ...argv], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [RELAUNCHED]: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    process.stderr.write(`Node kon niet worden gestart (${node}): ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}

/** Whoever kills the launcher means the service: without this it would go on alone, and hold the port. */
function endWithLauncher() {
  delete process.env[RELAUNCHED];
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.channel?.unref();
}

/** @param {string} version @param {string} needed */
function isAtLeast(version, needed) {
  const parts = version.split('.').map(Number);
  const wanted = needed.split('.').map(Number);
  const place = wanted.findIndex((part, index) => part !== parts[index]);
  return place < 0 || parts[place] > wanted[place];
}
