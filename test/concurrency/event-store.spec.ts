import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyChain } from '../../src/event-store/canonical-hash.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { output, startChild } from '../spec/child.js';
import { idsOf, someStream } from '../spec/events.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

const PROCESSES = 2;
const APPENDS = 50;

describe('an event store that two processes write to', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  it('stores a hundred concurrent appends with exact expectations on one stream: none lost, none twice', async () => {
    const file = join(folder.path, 'events.db');
    const stream = someStream();
    const children = Array.from({ length: PROCESSES }, () =>
      startChild('test/concurrency/event-store-appender.child.ts', [file, stream, String(APPENDS)]),
    );
    const acknowledged = (await Promise.all(children.map(output))).flatMap(
      (ids) => JSON.parse(ids) as string[],
    );

    const store = SqliteEventStore.open(file);
    const events = await store.readStream(stream, { limit: 1_000 });
    await store.close();
    expect(acknowledged).toHaveLength(PROCESSES * APPENDS);
    expect([...idsOf(events)].sort()).toEqual([...acknowledged].sort());
    expect(verifyChain(events)).toEqual({ ok: true });
  }, 30_000);
});
