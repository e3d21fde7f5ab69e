import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { ROOT } from './pinned-node.mjs';

const PROGRAM = join(ROOT, 'test', 'e2e', 'servers.child.ts');
const HOOKS = pathToFileURL(join(ROOT, 'test', 'spec', 'typescript-hooks.mjs')).href;

/**
 * Gives `work` the environment in which the end-to-end tests run on the distributed profile: on servers that are started
 * for it, and ended with it.
 *
 * @template T
 * @param {(env: Record<string, string>) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function onDistributedServers(work) {
  const child = spawn(process.execPath, ['--import', HOOKS, PROGRAM], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const started = once(createInterface({ input: child.stdout }), 'line');
  const [line] = await Promise.race([started, ended]);
  if (typeof line !== 'string') throw new Error(`the servers of the tests did not start: ${line}`);
  try {
    return await work({ DOORLOPEND_TEST_SERVERS: line });
  } finally {
    child.stdin.end();
    await ended;
  }
}
