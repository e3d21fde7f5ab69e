import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { CatchingUp } from '../../projections/runtime/errors.js';
import { readConfig } from '../../src/config/read-config.js';
import { ProjectingThread } from '../../src/projecting/projecting-thread.js';
import type { Fault } from '../../src/shared/describe-fault.js';

/** A program that speaks as the real one does: `status` gives what it was sent, a rebuild of `end` ends the thread. */
const PROGRAM = `
  import { parentPort, workerData } from 'node:worker_threads';
  const seen = [];
  const answer = (id, outcome) => parentPort.postMessage({ kind: 'answer', id, ...outcome });
  parentPort.on('message', ({ kind, id, method, args }) => {
    seen.push(kind === 'call' ? method : kind);
    if (kind === 'committed' || method === 'waitFor' && args[0] === 'never') return;
    if (method === 'waitFor' && args[0] === 'late') return answer(id, { catchingUp: args[0] });
    if (method === 'requestRebuild' && args[0]?.[0] === 'end') throw new TypeError('ends');
    if (method === 'requestRebuild') return answer(id, { error: new RangeError('no read model') });
    if (method === 'rebuildProgress') return setTimeout(() => answer(id, { value: args[0] }), 30);
    answer(id, { value: method === 'status' ? { seen: [...seen], data: workerData.dataFolder } : undefined });
    if (method === 'stop') parentPort.close();
  });
`;

const programOf = (code: string): URL => new URL(`data:text/javascript,${encodeURIComponent(code)}`);

let thread: ProjectingThread;
const faults: Fault[] = [];

afterEach(async () => {
  await thread.stop();
  faults.length = 0;
});

async function started(): Promise<ProjectingThread> {
  thread = new ProjectingThread(
    readConfig({ DOORLOPEND_DATA: '/d' }),
    (fault) => faults.push(fault),
    programOf(PROGRAM),
  );
  await thread.start();
  return thread;
}

async function seen(): Promise<readonly string[]> {
  const { seen: list } = (await thread.status()) as unknown as { readonly seen: readonly string[] };
  return list;
}

describe('the thread that keeps the read models up', () => {
  it('gets the configuration, and gives each call its own answer, in whatever order they come', async () => {
    await started();
    const slow = thread.rebuildProgress('one');
    expect(await thread.status()).toMatchObject({ data: '/d' });
    expect(await slow).toBe('one');
  });

  it('tells that it is catching up, and what else went wrong, as if it were here', async () => {
    await started();
    await expect(thread.waitFor('late', { timeoutMs: 10 })).rejects.toThrow(CatchingUp);
    await expect(thread.requestRebuild(['unknown'])).rejects.toThrow('no read model');
    await expect(thread.waitFor('there', { timeoutMs: 10 })).resolves.toBeUndefined();
  });

  it('hears of many commits at once, and of all of them before it is waited for', async () => {
    await started();
    for (let commit = 0; commit < 100; commit += 1) thread.committed();
    await sleep(30);
    expect(await seen()).toEqual(['start', 'committed', 'status']);
    thread.committed();
    await thread.waitFor('there', { timeoutMs: 10 });
    expect((await seen()).slice(3)).toEqual(['committed', 'waitFor', 'status']);
  });

  it('is replaced when it ends by itself; who waits is asked to come back', async () => {
    await started();
    const waiting = expect(thread.waitFor('never', { timeoutMs: 60_000 })).rejects.toThrow(CatchingUp);
    await expect(thread.requestRebuild(['end'])).rejects.toThrow('has ended');
    await waiting;
    await expect(thread.waitFor('there', { timeoutMs: 10 })).rejects.toThrow(CatchingUp);
    expect(faults).toEqual([expect.objectContaining({ name: 'ThreadEnded' })]);
    expect(faults[0]).toHaveProperty('cause');
    await sleep(1_000);
    expect(await seen()).toEqual(['start', 'status']);
  });

  it('fails the start when it cannot begin, and is not tried again', async () => {
    thread = new ProjectingThread(
      readConfig({}),
      (fault) => faults.push(fault),
      programOf("throw new Error('x')"),
    );
    await expect(thread.start()).rejects.toThrow('has ended');
    await sleep(700);
    expect(faults).toEqual([]);
    await expect(thread.status()).rejects.toThrow('has ended');
  });
});
