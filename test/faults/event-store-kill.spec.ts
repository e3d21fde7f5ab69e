import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyChain } from '../../src/event-store/canonical-hash.js';
import { NO_STREAM } from '../../src/event-store/expected-revision.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { readWholeStream } from '../contract/store-under-test.js';
import { startChild } from '../spec/child.js';
import { someEvents, someStream } from '../spec/events.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

const KILLS = 12;
const LONGEST_LIFE_MS = 150;

describe('an event store whose process is killed', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  it('has lost nothing that was acknowledged, has no half append, and goes on', async () => {
    const file = join(folder.path, 'events.db');
    const streams = Array.from({ length: 4 }, someStream);
    const acknowledged: string[] = [];
    for (let kill = 0; kill < KILLS; kill++) acknowledged.push(...(await appendUntilKilled(file, streams)));

    const store = SqliteEventStore.open(file);
    const stored = new Set<string>();
    for (const stream of streams) {
      const events = await readWholeStream(store, stream);
      expect(verifyChain(events)).toEqual({ ok: true });
      for (const { id } of events) stored.add(id);
    }
    expect(acknowledged.length).toBeGreaterThan(KILLS);
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    expect(await store.append(someStream(), someEvents(1), NO_STREAM)).toMatchObject({ revision: 0n });
    await store.close();
  }, 60_000);
});

/** The ids that a child acknowledged before it was killed at a random moment after its first one. */
async function appendUntilKilled(file: string, streams: readonly string[]): Promise<readonly string[]> {
  const child = startChild('test/faults/event-store-appender.child.ts', [file, ...streams]);
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  await once(child.stdout, 'data');
  await pause(Math.random() * LONGEST_LIFE_MS);
  child.kill('SIGKILL');
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  // The last line may be cut short by the kill.
  return printed.split('\n').slice(0, -1);
}
