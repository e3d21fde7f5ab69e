import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { projections } from '../../projections/index.js';
import type { ProjectedEvent } from '../../projections/runtime/projection.js';
import { MemoryFeed } from '../projections/memory-feed.js';
import { allRows } from '../projections/projected.js';
import { randomStory } from '../projections/random-story.js';
import { ReadStoreFixture, until } from '../projections/read-store-fixture.js';

const LONG = { timeoutMs: 10_000 };

/** The rows of all read models when the whole log is there from the start. */
async function rowsFromScratch(events: readonly ProjectedEvent[]): Promise<unknown> {
  const fixture = new ReadStoreFixture();
  const feed = new MemoryFeed();
  for (const event of events) feed.append(event);
  const store = fixture.open();
  const runtime = fixture.runtime(store, feed, projections, { slice: 5_000 });
  await runtime.start();
  await runtime.waitFor((await feed.head()) ?? '', LONG);
  const rows = await allRows(store, projections);
  await fixture.close();
  return rows;
}

describe('read models that are rebuilt while the log grows', () => {
  it('have the rows of a building from scratch, and could be read at every moment', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.integer({ min: 20, max: 150 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 6 }),
        async (seed, count, slice, cachedRows) => {
          const events = randomStory(seed, count);
          const fixture = new ReadStoreFixture();
          const feed = new MemoryFeed();
          const store = fixture.open();
          const runtime = fixture.runtime(store, feed, projections, { slice, liveBatch: slice, cachedRows });
          await runtime.start();
          const reading = readUntilStopped(() => allRows(store, projections));
          const half = Math.floor(events.length / 2);
          for (const event of events.slice(0, half)) feed.append(event);
          await runtime.waitFor(`p${half}`, LONG);
          const id = await runtime.requestRebuild();
          for (const event of events.slice(half)) {
            feed.append(event);
            await new Promise((resolve) => setImmediate(resolve));
          }
          await until(async () => (await runtime.rebuildProgress(id))?.status === 'done');
          await runtime.waitFor(`p${events.length}`, LONG);
          expect(await reading.stop()).toBeGreaterThan(0);
          expect(await allRows(store, projections)).toEqual(await rowsFromScratch(events));
          expect((await runtime.status()).deadLetters).toBe(0);
          await fixture.close();
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);
});

/** Reads over and over; `stop` gives how often, and rejects with the first failure of a read. */
function readUntilStopped(read: () => Promise<unknown>): { stop(): Promise<number> } {
  let stopped = false;
  const reading = (async () => {
    let reads = 0;
    while (!stopped) {
      await read();
      reads += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    return reads;
  })();
  return {
    stop: () => {
      stopped = true;
      return reading;
    },
  };
}
