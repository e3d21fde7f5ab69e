import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Feed } from '../../projections/runtime/feed.js';
import type { ProjectedEvent, Projection } from '../../projections/runtime/projection.js';
import type { ReadStore } from '../../src/read-store/read-store.js';
import { MemoryFeed } from '../projections/memory-feed.js';
import { ReadStoreFixture, rowsOf, until } from '../projections/read-store-fixture.js';
import { added, tallyProjection, tallyTable } from '../projections/tally.projection.js';

let fixture: ReadStoreFixture;
let store: ReadStore;
let feed: MemoryFeed;
beforeEach(() => {
  fixture = new ReadStoreFixture();
  store = fixture.open();
  feed = new MemoryFeed();
});
afterEach(() => fixture.close());

class PrivateMatter extends Error {
  override name = 'PrivateMatter';
}

/** Fails the first `times` times on the event at the position. */
function failingAt(position: string, times = Number.POSITIVE_INFINITY) {
  const failures = { count: 0 };
  const before = (event: ProjectedEvent): void => {
    if (event.position !== position || failures.count >= times) return;
    failures.count += 1;
    throw new PrivateMatter('Jan Jansen, 123456782');
  };
  return { failures, before };
}

const totals = async () => (await rowsOf(store, tallyTable)).map((row) => (row as { total: number }).total);

const deadLetters = () =>
  store.writer
    .withTables<{ projection_dead_letter: Record<string, unknown> }>()
    .selectFrom('projection_dead_letter')
    .selectAll()
    .execute();

describe('an event that a projection cannot apply', () => {
  it('is tried again, and applied when the trouble was passing', async () => {
    const { failures, before } = failingAt('p2', 3);
    for (const amount of [1, 10, 100]) feed.append(added('a', amount));
    const runtime = fixture.runtime(store, feed, [tallyProjection({ before })]);
    await runtime.start();
    await runtime.waitFor('p3', { timeoutMs: 2_000 });
    expect(failures.count).toBe(3);
    expect(await totals()).toEqual([111]);
    expect(await runtime.status()).toMatchObject({ deadLetters: 0, healthy: true });
  });

  it('is parked after three more tries: the rest goes on, health says so, and no personal data is kept', async () => {
    const { failures, before } = failingAt('p2');
    const runtime = fixture.runtime(store, feed, [tallyProjection({ before })]);
    await runtime.start();
    for (const amount of [1, 10, 100]) feed.append(added('a', amount));
    await runtime.waitFor('p3', { timeoutMs: 2_000 });
    expect(failures.count).toBe(4);
    expect(await totals()).toEqual([101]);
    expect(await runtime.status()).toMatchObject({
      deadLetters: 1,
      healthy: false,
      readModels: [{ projection: 'tally', deadLetters: 1, upToDate: true }],
    });
    const [letter, ...others] = await deadLetters();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      position: 'p2',
      projection: 'tally',
      event_type: 'Added',
      error: 'PrivateMatter',
    });
    expect(JSON.stringify(letter)).not.toMatch(/Jansen|123456782/);
  });

  it('is kept from one read model only', async () => {
    const { before } = failingAt('p1');
    const other: Projection = {
      ...tallyProjection(),
      name: 'other',
      tables: [{ ...tallyTable, name: 'other_tally' }],
      apply: (event, rows) =>
        rows.put(
          { ...tallyTable, name: 'other_tally' },
          { stream: event.stream, total: 7, revision: 0, last: null },
        ),
    };
    const runtime = fixture.runtime(store, feed, [tallyProjection({ before }), other]);
    await runtime.start();
    feed.append(added('a', 1));
    await runtime.waitFor('p1', { timeoutMs: 2_000 });
    expect(await totals()).toEqual([]);
    expect(await rowsOf(store, { ...tallyTable, name: 'other_tally' })).toHaveLength(1);
  });

  it('is found among the others when its row, and not its apply, is at fault', async () => {
    const spoilt: Projection = {
      ...tallyProjection(),
      apply: (event, rows) =>
        rows.put(tallyTable, {
          stream: `${event.stream}-${event.revision}`,
          total: event.revision === 3 ? (null as never) : 1,
          revision: event.revision,
          last: null,
        }),
    };
    const runtime = fixture.runtime(store, feed, [spoilt]);
    await runtime.start();
    for (let n = 0; n < 6; n++) feed.append(added('a', 1));
    await runtime.waitFor('p6', { timeoutMs: 2_000 });
    expect(await totals()).toHaveLength(5);
    expect(await deadLetters()).toMatchObject([{ position: 'p4', error: 'TypeError' }]);
  });

  it('is found among the others when the end of a batch fails on it', async () => {
    const { apply } = tallyProjection();
    const unsettled: Projection = {
      ...tallyProjection(),
      apply,
      settle: async (rows) => {
        const row = await rows.get(tallyTable, { stream: 'tally-bad' });
        if (row !== undefined) throw new RangeError('no such thing');
        return false;
      },
    };
    const runtime = fixture.runtime(store, feed, [unsettled]);
    await runtime.start();
    for (const stream of ['a', 'bad', 'c']) feed.append(added(stream, 5));
    await runtime.waitFor('p3', { timeoutMs: 2_000 });
    expect(await rowsOf(store, tallyTable)).toMatchObject([{ stream: 'tally-a' }, { stream: 'tally-c' }]);
    expect(await deadLetters()).toMatchObject([{ position: 'p2', error: 'RangeError' }]);
  });
});

describe('an event that a rebuild cannot apply', () => {
  it('stops the rebuild, and the served rows stay and follow the log', async () => {
    for (let n = 0; n < 5; n++) feed.append(added('a', 1));
    let broken = false;
    const before = (event: ProjectedEvent): void => {
      if (broken && event.position === 'p3') throw new PrivateMatter('not this one');
    };
    const runtime = fixture.runtime(store, feed, [tallyProjection({ before })]);
    await runtime.start();
    await runtime.waitFor('p5', { timeoutMs: 2_000 });
    broken = true;
    const id = await runtime.requestRebuild();
    await until(async () => (await runtime.rebuildProgress(id))?.status === 'failed');
    feed.append(added('a', 1));
    await runtime.waitFor('p6', { timeoutMs: 2_000 });
    expect(await totals()).toEqual([6]);
    expect(await runtime.status()).toMatchObject({
      healthy: false,
      deadLetters: 0,
      readModels: [{ stopped: { error: 'PrivateMatter', position: 'p3' }, rebuilding: undefined }],
    });
  });

  it('is forgotten with its dead letter once a later rebuild succeeds', async () => {
    const { before } = failingAt('p2', 4);
    const runtime = fixture.runtime(store, feed, [tallyProjection({ before })]);
    await runtime.start();
    for (const amount of [1, 10, 100]) feed.append(added('a', amount));
    await runtime.waitFor('p3', { timeoutMs: 2_000 });
    expect(await totals()).toEqual([101]);
    const id = await runtime.requestRebuild(['tally']);
    await until(async () => (await runtime.rebuildProgress(id))?.status === 'done');
    expect(await totals()).toEqual([111]);
    expect(await runtime.status()).toMatchObject({ healthy: true, deadLetters: 0 });
  });
});

describe('a feed that fails', () => {
  it('parks nothing: it is read again a moment later', async () => {
    feed.append(added('a', 1));
    let failures = 2;
    const unsteady: Feed = {
      readAll: async (page) => {
        if (failures-- > 0) throw new Error('connection lost');
        return feed.readAll(page);
      },
      subscribe: (subscription) => feed.subscribe(subscription),
      head: () => feed.head(),
      comparePositions: (a, b) => feed.comparePositions(a, b),
    };
    const seen: unknown[] = [];
    const runtime = fixture.runtime(store, unsteady, [tallyProjection()], {}, (error) => seen.push(error));
    await runtime.start();
    await runtime.waitFor('p1', { timeoutMs: 2_000 });
    expect(seen).toHaveLength(2);
    expect(await totals()).toEqual([1]);
    await until(async () => (await runtime.status()).healthy);
    expect(await runtime.status()).toMatchObject({ deadLetters: 0, failure: undefined });
  });
});
