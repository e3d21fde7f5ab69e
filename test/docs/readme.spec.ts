import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../spec/temporary-folder.js';

/** The first bash block of the README, as a reader would paste it. */
function pasted(): string {
  const [, block] = /```bash\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
  if (block === undefined) throw new Error('README.md has no bash block');
  return block;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

interface Limits {
  readonly on: string;
  readonly clocks: readonly {
    readonly clock: string;
    readonly binding: boolean;
    readonly terms: readonly { readonly startsOn: string; readonly lastDay: string }[];
  }[];
}

interface Continuity {
  readonly jobChanges: readonly {
    readonly startedOn: string;
    readonly coachKept: string;
    readonly continuous: boolean;
  }[];
}

describe('The first session of the README, pasted into bash', () => {
  const folder = temporaryFolder();
  let printed = '';
  let said = '';
  let ended: unknown[] = [];

  beforeAll(async () => {
    const script = `${pasted()}\nkill $SERVICE\nwait $SERVICE\nexit 0\n`;
    const shell = spawn('bash', ['-c', script], {
      cwd: resolve('.'),
      env: { ...process.env, DOORLOPEND_DATA: folder.path, PORT: String(await freePort()) },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const patience = setTimeout(() => shell.pid && process.kill(-shell.pid, 'SIGKILL'), 100_000);
    [printed, said, ended] = await Promise.all([
      text(shell.stdout),
      text(shell.stderr),
      once(shell, 'close'),
    ]);
    clearTimeout(patience);
  }, 120_000);

  afterAll(() => folder.remove());

  /** The one line of JSON that has this field. */
  function answerWith(field: string): unknown {
    const lines = printed.split('\n').filter((line) => line.startsWith('{') && line.includes(`"${field}":`));
    expect(lines).toHaveLength(1);
    return JSON.parse(lines[0] ?? '');
  }

  it('starts the service, records every fact without a refusal, and ends when it is asked to', () => {
    const answers = [...said.matchAll(/^[\w/-]+: (\{.*\})$/gm)].map(([, json = '']) => JSON.parse(json));
    expect(answers.map(({ revision }) => typeof revision)).toEqual(answers.map(() => 'number'));
    expect(answers).toHaveLength(12);
    expect(ended).toEqual([0, null]);
  });

  it('says when each limit is reached', () => {
    const limits = answerWith('clocks') as Limits;
    const lastTerms = limits.clocks.map(({ clock, binding, terms }) => ({ clock, binding, ...terms.at(-1) }));
    expect(lastTerms).toMatchObject([
      { clock: 'municipal-2y', binding: true, startsOn: '2025-01-06', lastDay: '2027-01-05' },
      { clock: 'uwv-2014', binding: false, startsOn: '2025-10-06', lastDay: '2028-10-05' },
    ]);
  });

  it('says that the coach was kept', () => {
    const { jobChanges } = answerWith('jobChanges') as Continuity;
    expect(jobChanges).toMatchObject([{ startedOn: '2025-10-06', coachKept: 'same', continuous: true }]);
  });
});
