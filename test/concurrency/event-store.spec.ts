import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyChain } from '../../src/event-store/canonical-hash.js';
import { output, startChild } from '../spec/child.js';
import { EVENT_LOGS, type EventLog } from '../spec/event-logs.js';
import { idsOf, someStream } from '../spec/events.js';

const PROCESSES = 2;
const APPENDS = 50;

describe.each(EVENT_LOGS)('an event store on %s that two processes write to', (_, makeLog) => {
  let log: EventLog;
  beforeEach(async () => {
    log = await makeLog();
  });
  afterEach(() => log.end());

  it('stores a hundred concurrent appends with exact expectations on one stream: none lost, none twice', async () => {
    const stream = someStream();
    const children = Array.from({ length: PROCESSES }, () =>
      startChild('test/concurrency/event-store-appender.child.ts', [log.place, stream, String(APPENDS)]),
    );
    const acknowledged = (await Promise.all(children.map(output))).flatMap(
      (ids) => JSON.parse(ids) as string[],
    );

    const events = await log.open().readStream(stream, { limit: 1_000 });
    expect(acknowledged).toHaveLength(PROCESSES * APPENDS);
    expect([...idsOf(events)].sort()).toEqual([...acknowledged].sort());
    expect(verifyChain(events)).toEqual({ ok: true });
  }, 60_000);
});
