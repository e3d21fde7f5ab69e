import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { sql } from 'kysely';
import { applyBatch } from '../../projections/runtime/batch.js';
import { LocalBatchWriter } from '../../projections/runtime/batch-writer.js';
import { type Bookkeeping, createBookkeeping } from '../../projections/runtime/bookkeeping.js';
import { LeaseLost } from '../../projections/runtime/errors.js';
import { stretchOf } from '../../projections/runtime/feed.js';
import { Lease } from '../../projections/runtime/lease.js';
import { beginGeneration } from '../../projections/runtime/lineup.js';
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

const LEASE_MS = 300;

/** A database whose clock the test sets. */
class SetClock {
  ms = 1_000_000;

  get now() {
    return sql<number>`${sql.lit(this.ms)}`;
  }
}

const lineOf = async () =>
  store.writer.withTables<Bookkeeping>().selectFrom('projection_lease').selectAll().executeTakeFirstOrThrow();

describe('the lease', () => {
  it('is held by one at a time, and every taking has a higher fencing number', async () => {
    const db = store.writer.withTables<Bookkeeping>();
    await createBookkeeping(db);
    const clock = new SetClock();
    const first = new Lease('first', LEASE_MS, clock);
    const second = new Lease('second', LEASE_MS, clock);
    expect(await first.take(db)).toBe(true);
    expect(await second.take(db)).toBe(false);
    clock.ms += LEASE_MS;
    expect(await second.take(db)).toBe(true);
    expect(await lineOf()).toMatchObject({ holder: 'second', fencing: 2 });
    await expect(first.renew(db)).rejects.toBeInstanceOf(LeaseLost);
    expect(first.held).toBe(false);
    await second.release(db);
    expect(await first.take(db)).toBe(true);
  });

  it('is judged by the database and not by the clocks of those who want it', async () => {
    const db = store.writer.withTables<Bookkeeping>();
    await createBookkeeping(db);
    const first = new Lease('first', LEASE_MS, store.dialect);
    expect(await first.take(db)).toBe(true);
    const today = Date.now();
    const clock = jest.spyOn(Date, 'now');
    for (const hours of [1, -1]) {
      clock.mockReturnValue(today + hours * 3_600_000);
      await first.renew(db);
      expect(await new Lease('second', LEASE_MS, store.dialect).take(db)).toBe(false);
    }
    clock.mockRestore();
  });

  it('is free when it lies further ahead than it lasts, as after the database was put back in time', async () => {
    const db = store.writer.withTables<Bookkeeping>();
    await createBookkeeping(db);
    const clock = new SetClock();
    const [ended, next] = [new Lease('ended', LEASE_MS, clock), new Lease('next', LEASE_MS, clock)];
    expect(await ended.take(db)).toBe(true);
    clock.ms -= 3_600;
    expect(await next.take(db)).toBe(true);
    await expect(ended.renew(db)).rejects.toBeInstanceOf(LeaseLost);
  });

  it('keeps a holder that slept too long from writing anything', async () => {
    const db = store.writer.withTables<Bookkeeping>();
    await createBookkeeping(db);
    const clock = new SetClock();
    const { dialect } = store;
    const parts = { db, dialect, blindIndex: async () => null, cachedRows: 10 };
    const slept = new Lease('slept', LEASE_MS, clock);
    await slept.take(db);
    const generation = await beginGeneration(db, tallyProjection(), parts, true);
    clock.ms += LEASE_MS;
    await new Lease('awake', LEASE_MS, clock).take(db);
    const batch = applyBatch(
      { db, writer: new LocalBatchWriter(db, dialect), lease: slept, now: Date.now },
      [generation],
      stretchOf([feed.append(added('a', 1))]),
      [],
    );
    await expect(batch).rejects.toBeInstanceOf(LeaseLost);
    expect(await rowsOf(store, tallyTable)).toEqual([]);
    expect(generation.state.position).toBeUndefined();
  });

  it('does not help against a checkpoint that stands elsewhere than believed: then too nothing is written', async () => {
    const db = store.writer.withTables<Bookkeeping>();
    await createBookkeeping(db);
    const { dialect } = store;
    const lease = new Lease('holder', 60_000, dialect);
    await lease.take(db);
    const parts = { db, dialect, blindIndex: async () => null, cachedRows: 10 };
    const generation = await beginGeneration(db, tallyProjection(), parts, true);
    await db.updateTable('projection_generation').set({ position: 'p9' }).execute();
    const batch = applyBatch(
      { db, writer: new LocalBatchWriter(db, dialect), lease, now: Date.now },
      [generation],
      stretchOf([feed.append(added('a', 1))]),
      [],
    );
    await expect(batch).rejects.toBeInstanceOf(LeaseLost);
    expect(await rowsOf(store, tallyTable)).toEqual([]);
  });
});

describe('two processes', () => {
  it('project each event once between them, and one takes over at once when the other stops', async () => {
    const applied: string[] = [];
    const projection = (name: string) =>
      tallyProjection({ before: (event) => applied.push(`${name} ${event.position}`) });
    const first = fixture.runtime(store, feed, [projection('first')]);
    await first.start();
    await until(async () => (await first.status()).projecting);
    const second = fixture.runtime(fixture.open(), feed, [projection('second')]);
    await second.start();
    for (let n = 1; n <= 20; n++) feed.append(added('a', 1));
    await second.waitFor('p20', { timeoutMs: 2_000 });
    await first.stop();
    for (let n = 1; n <= 20; n++) feed.append(added('a', 1));
    await second.waitFor('p40', { timeoutMs: 2_000 });
    expect(applied).toEqual(Array.from({ length: 40 }, (_, n) => `${n < 20 ? 'first' : 'second'} p${n + 1}`));
    expect(await rowsOf(store, tallyTable)).toMatchObject([{ total: 40 }]);
  });

  it('lose nothing when a third one takes the lease away from the holder', async () => {
    const runtime = fixture.runtime(store, feed, [tallyProjection()], { leaseMs: LEASE_MS });
    await runtime.start();
    feed.append(added('a', 1));
    await runtime.waitFor('p1', { timeoutMs: 2_000 });
    await store.writer
      .withTables<Bookkeeping>()
      .updateTable('projection_lease')
      .set((eb) => ({ holder: 'thief', fencing: eb('fencing', '+', 1), expires_at: Date.now() + LEASE_MS }))
      .execute();
    feed.append(added('a', 10));
    await runtime.waitFor('p2', { timeoutMs: 3_000 });
    expect(await rowsOf(store, tallyTable)).toMatchObject([{ total: 11 }]);
    expect(Number((await lineOf()).fencing)).toBeGreaterThanOrEqual(3);
  });
});
