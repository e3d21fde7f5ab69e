import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { projections } from '../../projections/index.js';
import type { BatchChanges } from '../../projections/runtime/batch-changes.js';
import type { BatchWriter } from '../../projections/runtime/batch-writer.js';
import type { Feed } from '../../projections/runtime/feed.js';
import type { Projection } from '../../projections/runtime/projection.js';
import type { ProjectionRuntime } from '../../projections/runtime/projection-runtime.js';
import type { ReadStore } from '../../src/read-store/read-store.js';
import { MemoryFeed } from '../projections/memory-feed.js';
import { allRows } from '../projections/projected.js';
import { randomStory } from '../projections/random-story.js';
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

/** A building in stretches of three events, which the other thread stores. */
async function built(
  models: readonly Projection[],
  from: Feed,
  aside: BatchWriter,
  onFailure?: (error: unknown) => void,
): Promise<ProjectionRuntime> {
  const settings = { slice: 3, liveBatch: 3, storesAside: true, leaseMs: 5_000 };
  const runtime = fixture.runtime(store, from, models, settings, onFailure, aside);
  await runtime.start();
  await runtime.waitFor((await from.head()) ?? '', { timeoutMs: 60_000 });
  return runtime;
}

/** Does something in the database right before the thread is given its batch of this number. */
function beforeBatch(number: number, thread: BatchWriter, act: (changes: BatchChanges) => Promise<unknown>) {
  let batches = 0;
  return {
    write: async (changes: BatchChanges): Promise<void> => {
      batches += 1;
      if (batches === number) await act(changes);
      return thread.write(changes);
    },
  };
}

/** From now on the database refuses a tally of four. */
const refusingFour = async ({ tables }: BatchChanges): Promise<void> => {
  await sql`create trigger no_four before insert on ${sql.table(tables[0]?.table ?? '')}
    when new.total = 4 begin select raise(abort, 'no four'); end`.execute(store.writer);
};

describe('a building whose batches another thread stores', () => {
  it('leaves the same rows, from the log and anew, as one that stores them itself', async () => {
    for (const event of randomStory(42, 400)) feed.append(event);
    const runtime = await built(projections, feed, fixture.writingThread());
    const rows = await allRows(store, projections);
    const id = await runtime.requestRebuild();
    await until(async () => (await runtime.rebuildProgress(id))?.status === 'done');
    expect(await allRows(store, projections)).toEqual(rows);

    const other = new ReadStoreFixture();
    const otherStore = other.open();
    const itself = other.runtime(otherStore, feed, projections);
    await itself.start();
    await itself.waitFor((await feed.head()) ?? '', { timeoutMs: 60_000 });
    expect(await allRows(otherStore, projections)).toEqual(rows);
    await other.close();
  }, 120_000);

  it('parks the event whose row the database refuses, and stores what was handed over after it', async () => {
    for (let n = 0; n < 30; n++) feed.append(added(`${n % 9}`, 1));
    const aside = beforeBatch(3, fixture.writingThread(), refusingFour);
    const runtime = await built([tallyProjection()], feed, aside);
    expect(await runtime.status()).toMatchObject({ deadLetters: 3, healthy: false });
    const totals = (await rowsOf(store, tallyTable)).map((row) => (row as { total: number }).total);
    expect(totals).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 3]);
  });

  it('goes on by itself when the thread ends before a batch is stored', async () => {
    for (let n = 0; n < 30; n++) feed.append(added('a', 1));
    const ending = fixture.writingThread(
      new URL('data:text/javascript,throw new RangeError("the thread has had enough")'),
    );
    const failures: unknown[] = [];
    const thread = fixture.writingThread();
    let batches = 0;
    const aside = {
      write: (changes: BatchChanges) => (batches++ === 2 ? ending : thread).write(changes),
    };
    await built([tallyProjection()], feed, aside, (error) => failures.push(error));
    expect(failures).toMatchObject([{ name: 'ThreadEnded' }]);
    expect(await rowsOf(store, tallyTable)).toMatchObject([{ total: 30 }]);
  });

  it('is not stored in the name of a holder who lost the lease', async () => {
    for (let n = 0; n < 30; n++) feed.append(added('a', 1));
    const takingAway = () =>
      sql`update projection_lease set holder = 'other', fencing = fencing + 1, expires_at = 0`.execute(
        store.writer,
      );
    await built([tallyProjection()], feed, beforeBatch(4, fixture.writingThread(), takingAway));
    expect(await rowsOf(store, tallyTable)).toMatchObject([{ total: 30 }]);
  });
});
