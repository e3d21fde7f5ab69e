import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyChain } from '../../src/event-store/canonical-hash.js';
import { NO_STREAM } from '../../src/event-store/expected-revision.js';
import { readWholeStream } from '../contract/store-under-test.js';
import { startChild } from '../spec/child.js';
import { EVENT_LOGS, type EventLog } from '../spec/event-logs.js';
import { someEvents, someStream } from '../spec/events.js';

const KILLS = 12;
const LONGEST_LIFE_MS = 150;

describe.each(EVENT_LOGS)('an event store on %s whose process is killed', (_, makeLog) => {
  let log: EventLog;
  beforeEach(async () => {
    log = await makeLog();
  });
  afterEach(() => log.end());

  it('has lost nothing that was acknowledged, has no half append, and goes on', async () => {
    const streams = Array.from({ length: 4 }, someStream);
    const acknowledged: string[] = [];
    for (let kill = 0; kill < KILLS; kill++)
      acknowledged.push(...(await appendUntilKilled(log.place, streams)));

    const store = log.open();
    const stored = new Set<string>();
    for (const stream of streams) {
      const events = await readWholeStream(store, stream);
      expect(verifyChain(events)).toEqual({ ok: true });
      for (const { id } of events) stored.add(id);
    }
    expect(acknowledged.length).toBeGreaterThan(KILLS);
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    expect(await store.append(someStream(), someEvents(1), NO_STREAM)).toMatchObject({ revision: 0n });
  }, 120_000);
});

/** The ids that a child acknowledged before it was killed at a random moment after its first one. */
async function appendUntilKilled(place: string, streams: readonly string[]): Promise<readonly string[]> {
  const child = startChild('test/faults/event-store-appender.child.ts', [place, ...streams]);
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
