import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

/*
 * An older Node is not on every machine. The launcher judges by `engines`, so a package that asks for a Node newer
 * than the one that starts it, and brings one along, is the same case: the pinned node is then a script that runs the
 * present Node as if it were that version.
 */
const PRETENDED = '99.0.0';
const PRETEND = `Object.defineProperty(process.versions, 'node', { value: '${PRETENDED}' });\n`;

const SCRIPT = `
import { fileURLToPath } from 'node:url';
import { onPinnedNode } from './pinned-node.mjs';
if (onPinnedNode(fileURLToPath(import.meta.url), process.argv.slice(2))) {
  if (process.argv[2] === 'wait') {
    setInterval(() => {}, 1000);
    process.on('SIGTERM', () => process.exit(7));
  } else process.exitCode = 5;
  process.stdout.write(process.versions.node + ' ' + process.pid + ' ' + process.argv.slice(2).join(' ') + '\\n');
}
`;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'doorlopend-node-'));
  mkdirSync(join(root, 'package', 'bin'), { recursive: true });
  cpSync('bin/pinned-node.mjs', join(root, 'package/bin/pinned-node.mjs'));
  writeFileSync(join(root, 'package/bin/script.mjs'), SCRIPT);
  writeFileSync(join(root, 'package/package.json'), JSON.stringify({ engines: { node: `>=${PRETENDED}` } }));
});

afterEach(() => rmSync(root, { recursive: true }));

/** Puts a newer Node in the node_modules of `folder`. */
function bringNode(folder: string): void {
  const bin = join(folder, 'node_modules/node/bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'pretend.cjs'), PRETEND);
  const command = `#!/bin/sh\nexec '${process.execPath}' --require '${join(bin, 'pretend.cjs')}' "$@"\n`;
  writeFileSync(join(bin, 'node'), command, { mode: 0o755 });
}

function start(...argv: string[]): ChildProcess {
  return spawn(process.execPath, [join(root, 'package/bin/script.mjs'), ...argv]);
}

async function ended(child: ChildProcess): Promise<{ code: number; stdout: string; stderr: string }> {
  const text = { stdout: '', stderr: '' };
  child.stdout?.on('data', (data) => {
    text.stdout += data;
  });
  child.stderr?.on('data', (data) => {
    text.stderr += data;
  });
  const [code] = await once(child, 'close');
  return { code, ...text };
}

/** The process number of the relaunched command. */
async function relaunched(child: ChildProcess): Promise<number> {
  if (!child.stdout) throw new Error('no output');
  const [data] = await once(child.stdout, 'data');
  return Number(String(data).split(' ')[1]);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('on a Node that is too old, the launcher', () => {
  it('runs the command again on the Node of the package, and keeps its exit code', async () => {
    bringNode(join(root, 'package'));
    const { code, stdout } = await ended(start('a', 'b'));
    expect(code).toBe(5);
    expect(stdout).toMatch(new RegExp(`^${PRETENDED} \\d+ a b\\n$`));
  });

  it('finds that Node higher up, where npm may have put it', async () => {
    bringNode(root);
    expect((await ended(start())).code).toBe(5);
  });

  it('says in Dutch what to do when there is none', async () => {
    const { code, stderr } = await ended(start());
    expect(code).toBe(1);
    expect(stderr).toContain(`Doorlopend heeft Node ${PRETENDED} of nieuwer nodig`);
    expect(stderr).toContain('npm install');
  });

  it('does not run round in circles when the Node of the package is too old as well', async () => {
    mkdirSync(join(root, 'package/node_modules/node/bin'), { recursive: true });
    symlinkSync(resolve(process.execPath), join(root, 'package/node_modules/node/bin/node'));
    expect(await ended(start())).toEqual(expect.objectContaining({ code: 1, stdout: '' }));
  });

  it('passes a signal on, and ends as the command does', async () => {
    bringNode(join(root, 'package'));
    const child = start('wait');
    await relaunched(child);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([7, null]);
  });

  it('takes the command along when it is killed', async () => {
    bringNode(join(root, 'package'));
    const child = start('wait');
    const pid = await relaunched(child);
    child.kill('SIGKILL');
    await once(child, 'exit');
    for (let waited = 0; isAlive(pid) && waited < 100; waited++)
      await new Promise((done) => setTimeout(done, 50));
    expect(isAlive(pid)).toBe(false);
  });
});
