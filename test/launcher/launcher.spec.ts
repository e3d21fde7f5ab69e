import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const MAIN = `
import { shout } from '../../domain/shout.js';
export async function run(argv: readonly string[]): Promise<number> {
  if (argv[0] === 'wait') {
    process.stdout.write('waiting\\n');
    for await (const _ of process.stdin) break;
    process.stdout.write((await import('./later.js')).later + '\\n');
    return 0;
  }
  if (argv[0] === 'fail') throw new Error('broken here');
  process.stdout.write(shout(argv.join(' ')) + '\\n');
  return argv.length;
}
`;

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'doorlopend-launcher-')));
  cpSync('bin', join(root, 'bin'), { recursive: true });
  for (const file of ['package.json', '.swcrc']) cpSync(file, join(root, file));
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  write('domain/shout.ts', 'export const shout = (text: string): string => `$' + '{text}!`;\n');
  write('domain/words.sql', 'select 1;\n');
  write('src/cli/later.ts', "export const later: string = 'first';\n");
  write('src/cli/main.ts', MAIN);
});

afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, content: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function launch(...argv: string[]): Promise<Ended> {
  const run = promisify(execFile)(process.execPath, [join(root, 'bin/doorlopend.mjs'), ...argv]);
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Ended) => error,
  );
}

/** A command that waits, and has a module yet to load. */
async function waiting(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(root, 'bin/doorlopend.mjs'), 'wait']);
  await once(child.stdout, 'data');
  return child;
}

async function answerOf(child: ChildProcess): Promise<string> {
  const answer = child.stdout ? once(child.stdout, 'data') : Promise.reject(new Error('no output'));
  child.stdin?.end('go on\n');
  const [data] = await answer;
  await once(child, 'exit');
  return String(data).trim();
}

function builds(): string[] {
  return readdirSync(root).filter((name) => name.startsWith('build-'));
}

describe('the launcher', () => {
  it('builds what is not built, runs the command, and ends with its exit code', async () => {
    expect(await launch('goed', 'zo')).toEqual(expect.objectContaining({ code: 2, stdout: 'goed zo!\n' }));
    expect(readFileSync(join(root, 'build/domain/words.sql'), 'utf8')).toBe('select 1;\n');
    expect(existsSync(join(root, 'build/src/cli/main.js.map'))).toBe(true);
    expect(existsSync(join(root, 'build.lock'))).toBe(false);
  });

  it('builds again when a source changed, was added or was removed, and not otherwise', async () => {
    await launch('a');
    const [first] = builds();
    await launch('a');
    expect(builds()).toEqual([first]);
    write('domain/shout.ts', 'export const shout = (text: string): string => `$' + '{text}?`;\n');
    expect((await launch('a')).stdout).toBe('a?\n');
    expect(builds()).not.toContain(first);
    write('src/extra.ts', 'export const extra = 1;\n');
    await launch('a');
    expect(existsSync(join(root, 'build/src/extra.js'))).toBe(true);
    rmSync(join(root, 'src/extra.ts'));
    await launch('a');
    expect(existsSync(join(root, 'build/src/extra.js'))).toBe(false);
    expect(builds()).toHaveLength(1);
  });

  it('leaves a running command its own build, for the modules that it has yet to load', async () => {
    const running = await waiting();
    write('src/cli/later.ts', "export const later: string = 'second';\n");
    await launch('a');
    expect(builds()).toHaveLength(2);
    expect(await answerOf(running)).toBe('first');
    expect(await answerOf(await waiting())).toBe('second');
  });

  it('removes the build of a command that was killed, at the next build', async () => {
    const killed = await waiting();
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    write('src/cli/later.ts', "export const later: string = 'second';\n");
    await launch('a');
    expect(builds()).toHaveLength(1);
  });

  it('builds once when several start at once', async () => {
    const outcomes = await Promise.all(['a', 'b', 'c', 'd'].map((word) => launch(word)));
    expect(outcomes.map(({ stdout }) => stdout)).toEqual(['a!\n', 'b!\n', 'c!\n', 'd!\n']);
    expect(builds()).toHaveLength(1);
  });

  it('takes over from a build that was killed', async () => {
    const gone = spawn(process.execPath, ['--version']);
    await once(gone, 'exit');
    const { pid } = gone;
    writeFileSync(join(root, 'build.lock'), String(pid));
    mkdirSync(join(root, `build-unfinished-${pid}`));
    expect((await launch('a')).stdout).toBe('a!\n');
    expect(builds()).toHaveLength(1);
  });

  it('says in Dutch which source cannot be built, and keeps the earlier build', async () => {
    await launch('a');
    const before = builds();
    write('src/cli/later.ts', 'export const = ;\n');
    const { code, stderr } = await launch('a');
    expect(code).toBe(1);
    expect(stderr).toContain('Doorlopend kan niet worden gebouwd: src/cli/later.ts');
    expect(stderr).not.toContain('at async');
    expect(builds()).toEqual(before);
  });

  it('names the line of the source in a stack trace', async () => {
    const { code, stderr } = await launch('fail');
    expect(code).toBe(1);
    expect(stderr).toContain('src/cli/main.ts:10');
  });

  it('makes room where another tool left a folder named build', async () => {
    write('build/old.js', '');
    expect((await launch('a')).stdout).toBe('a!\n');
    expect(existsSync(join(root, 'build/old.js'))).toBe(false);
  });
});
