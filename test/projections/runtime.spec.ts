import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CatchingUp } from '../../projections/runtime/errors.js';
import type { ReadStore } from '../../src/read-store/read-store.js';
import { MemoryFeed } from './memory-feed.js';
import { ReadStoreFixture, rowsOf, until } from './read-store-fixture.js';
import { added, tallyProjection, tallyTable } from './tally.projection.js';

let fixture: ReadStoreFixture;
let store: ReadStore;
let feed: MemoryFeed;

beforeEach(() => {
  fixture = new ReadStoreFixture();
  store = fixture.open();
  feed = new MemoryFeed();
});
afterEach(() => fixture.close());

const total = async (from: ReadStore = store) =>
  (await rowsOf(from, tallyTable)).map((row) => (row as { total: number }).total);

describe('a first start', () => {
  it('serves empty read models on an empty log and then follows it', async () => {
    const runtime = fixture.runtime(store, feed, [tallyProjection()]);
    await runtime.start();
    await until(async () => (await runtime.status()).readModels[0]?.servedVersion === 1);
    expect(await total()).toEqual([]);
    const { position } = feed.append(added('a', 2));
    await runtime.waitFor(position, { timeoutMs: 2_000 });
    expect(await rowsOf(store, tallyTable)).toEqual([
      { stream: 'tally-a', total: 2, revision: 0, last: '{"amount":2}' },
    ]);
  });

  it('builds what the log held already, in batches, and says that it is up to date', async () => {
    for (let i = 0; i < 25; i++) feed.append(added(`${i % 3}`, 1));
    const runtime = fixture.runtime(store, feed, [tallyProjection()], { slice: 4, liveBatch: 4 });
    await runtime.start();
    await runtime.waitFor('p25', { timeoutMs: 2_000 });
    expect(await total()).toEqual([9, 8, 8]);
    const { readModels, healthy } = await runtime.status();
    expect(readModels).toMatchObject([{ position: 'p25', upToDate: true, lagMs: 0, deadLetters: 0 }]);
    expect(healthy).toBe(true);
  });

  it('passes, and counts, what no read model asks for, in whatever slices that comes', async () => {
    for (let i = 0; i < 25; i++) feed.append({ ...added('a', 1), type: i % 9 === 0 ? 'Added' : 'Other' });
    const runtime = fixture.runtime(store, feed, [tallyProjection()], { slice: 4 });
    await runtime.start();
    await runtime.waitFor('p25', { timeoutMs: 2_000 });
    expect(await total()).toEqual([3]);
    const id = await runtime.requestRebuild(['tally']);
    await until(async () => (await runtime.rebuildProgress(id))?.status === 'done');
    expect(await runtime.rebuildProgress(id)).toMatchObject({ events: 25, of: 25 });
    expect(await total()).toEqual([3]);
  });

  it('goes on from its checkpoint after a restart', async () => {
    feed.append(added('a', 1));
    const first = fixture.runtime(store, feed, [tallyProjection()]);
    await first.start();
    await first.waitFor('p1', { timeoutMs: 2_000 });
    await first.stop();
    feed.append(added('a', 5));
    const second = fixture.runtime(store, feed, [tallyProjection()]);
    await second.start();
    await second.waitFor('p2', { timeoutMs: 2_000 });
    expect(await total()).toEqual([6]);
  });
});

describe('waiting for a position', () => {
  it('rejects with CatchingUp when the read models do not reach it in time', async () => {
    const runtime = fixture.runtime(store, feed, [tallyProjection()]);
    await runtime.start();
    await expect(runtime.waitFor('p1', { timeoutMs: 40 })).rejects.toBeInstanceOf(CatchingUp);
  });

  it('is not held up by live events that are gathered, and whoever waits for none leaves them to gather', async () => {
    const settings = { gatherMs: 60_000, gatherBusyMs: 60_000, heartbeatMs: 10 };
    const runtime = fixture.runtime(store, feed, [tallyProjection()], settings);
    await runtime.start();
    await until(async () => (await runtime.status()).readModels[0]?.servedVersion === 1);
    feed.append(added('a', 1));
    await sleep(50);
    expect(await total()).toEqual([]);
    const { position } = feed.append(added('a', 2));
    await runtime.waitFor(position, { timeoutMs: 5_000 });
    expect(await total()).toEqual([3]);
  });

  it('resolves in a process that only stands by, once the other has applied it', async () => {
    const leading = fixture.runtime(store, feed, [tallyProjection()]);
    await leading.start();
    await until(async () => (await leading.status()).projecting);
    const other = fixture.open();
    const standing = fixture.runtime(other, feed, [tallyProjection()]);
    await standing.start();
    const waiting = standing.waitFor('p1', { timeoutMs: 2_000 });
    feed.append(added('a', 1));
    await waiting;
    expect(await total(other)).toEqual([1]);
  });
});

describe('a rebuild', () => {
  it('answers the same, and applies what is recorded meanwhile to both', async () => {
    for (let i = 0; i < 4_000; i++) feed.append(added(`${i % 7}`, i));
    const runtime = fixture.runtime(store, feed, [tallyProjection()], { slice: 10 });
    await runtime.start();
    await runtime.waitFor('p4000', { timeoutMs: 20_000 });
    const id = await runtime.requestRebuild(['tally']);
    // However fast it goes, something is recorded before it is done, or right after.
    await until(
      async () =>
        (await runtime.status()).readModels[0]?.rebuilding !== undefined ||
        (await runtime.rebuildProgress(id))?.status === 'done',
    );
    feed.append(added('0', 1_000));
    await runtime.waitFor('p4001', { timeoutMs: 20_000 });
    const during = await rowsOf(store, tallyTable);
    await until(async () => (await runtime.rebuildProgress(id))?.status === 'done');
    expect(await rowsOf(store, tallyTable)).toEqual(during);
    expect(during).toHaveLength(7);
  });

  it('derives what follows from several rows once, when it has caught up, a portion at a time', async () => {
    const most: number[] = [];
    const settle = async (_rows: unknown, portion: number) => {
      most.push(portion);
      return Number.isFinite(portion) && most.filter(Number.isFinite).length < 3;
    };
    for (let i = 0; i < 50; i++) feed.append(added(`${i % 7}`, i));
    const runtime = fixture.runtime(store, feed, [{ ...tallyProjection(), settle }], { slice: 10 });
    await runtime.start();
    await runtime.waitFor('p50', { timeoutMs: 2_000 });
    const id = await runtime.requestRebuild(['tally']);
    await until(async () => (await runtime.rebuildProgress(id))?.status === 'done');
    // The first building is seen at once, so each of its batches derives everything; the second only at its end.
    expect(most).toEqual([...Array(5).fill(Number.POSITIVE_INFINITY), 200, 200, 200]);
  });

  it('is asked by another process and done by the one that projects', async () => {
    feed.append(added('a', 1));
    const leading = fixture.runtime(store, feed, [tallyProjection()]);
    await leading.start();
    await leading.waitFor('p1', { timeoutMs: 2_000 });
    const other = fixture.runtime(fixture.open(), feed, [tallyProjection()]);
    const id = await other.requestRebuild();
    await until(async () => (await other.rebuildProgress(id))?.status === 'done');
    expect(await other.rebuildProgress(id)).toEqual({ status: 'done', events: 1, of: 1 });
  });

  it('refuses a read model that is not there', async () => {
    const runtime = fixture.runtime(store, feed, [tallyProjection()]);
    await expect(runtime.requestRebuild(['nonsense'])).rejects.toBeInstanceOf(RangeError);
  });

  it('follows from a raised version, and the old rows are served until the new ones have caught up', async () => {
    for (let i = 0; i < 50; i++) feed.append(added('a', 1));
    const before = fixture.runtime(store, feed, [tallyProjection()]);
    await before.start();
    await before.waitFor('p50', { timeoutMs: 2_000 });
    await before.stop();
    const after = fixture.runtime(store, feed, [tallyProjection({ version: 2, factor: 10 })], { slice: 5 });
    const seen = new Set<number>();
    await after.start();
    await until(async () => {
      for (const one of await total()) seen.add(one);
      return (await after.status()).readModels[0]?.servedVersion === 2;
    });
    expect(await total()).toEqual([500]);
    expect([...seen].every((one) => one === 50 || one === 500)).toBe(true);
    feed.append(added('a', 1));
    await after.waitFor('p51', { timeoutMs: 2_000 });
    expect(await total()).toEqual([510]);
  });
});
