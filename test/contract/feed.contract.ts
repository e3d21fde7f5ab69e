import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  EventStore,
  NewEvent,
  RecordedEvent,
  StoredEvent,
} from '../../src/event-store/event-store.port.js';
import { ANY, NO_STREAM } from '../../src/event-store/expected-revision.js';
import { idsOf, someEvent, someEvents, someStream } from '../spec/events.js';
import { type MakeStore, readWhole, type StoreUnderTest } from './store-under-test.js';

/** The feed of all events. */
export function feedContract(name: string, makeStore: MakeStore): void {
  describe(`${name}: the feed`, () => {
    let log: StoreUnderTest;
    beforeEach(async () => {
      log = await makeStore();
    });
    afterEach(() => log.end());

    it('has the last append as its head', async () => {
      const { position } = await log.store.append(someStream(), someEvents(3), NO_STREAM);
      expect(await log.store.head()).toBe(position);
      const { position: next } = await log.store.append(someStream(), someEvents(1), NO_STREAM);
      expect(log.store.comparePositions(position, next)).toBeLessThan(0);
      expect(log.store.comparePositions(next, position)).toBeGreaterThan(0);
      expect(log.store.comparePositions(next, next)).toBe(0);
    });

    it('gives every event exactly once after a position, whatever the page', async () => {
      const before = await log.store.head();
      const expected: string[] = [];
      for (const count of [1, 4, 2]) {
        const events = someEvents(count);
        expected.push(...idsOf(events));
        await log.store.append(someStream(), events, NO_STREAM);
      }
      for (const limit of [1, 2, 3, 7, 100]) {
        expect(idsOf(await readWhole(log.store, before, limit))).toEqual(expected);
      }
    });

    it('reads as empty after its head', async () => {
      const { position } = await log.store.append(someStream(), someEvents(2), NO_STREAM);
      expect(await log.store.readAll({ after: position, limit: 10 })).toEqual([]);
    });

    it('is scanned without what is not wanted, which counts as passed, and gives the stored JSON', async () => {
      const from = await log.store.head();
      const after = from === undefined ? {} : { after: from };
      const kinds = ['Kept', 'Left', 'Kept', 'Left', 'Left'].map((type) => someEvent({ type }));
      kinds.push(someEvent({ type: 'Left', schemaVersion: 2 }), someEvent({ type: 'Left' }));
      const stream = someStream();
      const { position } = await log.store.append(stream, kinds, NO_STREAM);
      const without = [{ type: 'Left', schemaVersion: 1 }];
      const whole = await log.store.scan({ ...after, limit: 100, without });
      expect(whole).toMatchObject({ position, passed: 7 });
      expect(idsOf(whole.events)).toEqual(idsOf([0, 2, 5].map((index) => kinds[index] as NewEvent)));
      const [first] = await log.store.readAll({ ...after, limit: 1 });
      const { position: at, id, data, metadata } = first as RecordedEvent;
      const told = whole.events[0] as StoredEvent;
      expect(told).toMatchObject({ position: at, id, stream, revision: 0, type: 'Kept', schemaVersion: 1 });
      expect([JSON.parse(told.data), JSON.parse(told.metadata)]).toEqual([data, metadata]);

      const every = await log.store.scan({ ...after, limit: 100, without: [] });
      expect(idsOf(every.events)).toEqual(idsOf(kinds));
      const places = every.events.map((event) => event.position);
      for (const wanted of [[], without]) {
        const some = await log.store.scan({ ...after, limit: 4, without: wanted });
        expect(some).toMatchObject({ position: places[3], passed: 4 });
        const bounded = await log.store.scan({
          ...after,
          limit: 4,
          upTo: places[1] as string,
          without: wanted,
        });
        expect(bounded).toMatchObject({ position: places[1], passed: 2 });
        const nothing = await log.store.scan({ after: position, limit: 4, without: wanted });
        expect(nothing).toEqual({ events: [], position: undefined, passed: 0 });
      }
      const left = await log.store.scan({ after: places[2] as string, limit: 2, without });
      expect(left).toEqual({ events: [], position: places[4], passed: 2 });
    });

    it('refuses what is no position', async () => {
      await expect(log.store.readAll({ after: 'the end; or not', limit: 1 })).rejects.toThrow(RangeError);
      const scan = { after: 'the end; or not', limit: 1, without: [] };
      await expect(log.store.scan(scan)).rejects.toThrow(RangeError);
    });

    it('keeps each stream in order and skips nothing while two processes append and a third reads along', async () => {
      const start = await log.store.head();
      const writers = [log.store, await log.again()];
      const reader = await log.again();
      const streams = Array.from({ length: 5 }, someStream);
      const appended = new Set<string>();
      let writing = true;
      const seen: RecordedEvent[] = [];
      const reading = (async () => {
        for (let last = false; !last; ) {
          last = !writing;
          seen.push(...(await readWhole(reader, seen.at(-1)?.position ?? start, 7)));
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      })();
      await Promise.all(writers.map((store) => write(store, streams, appended)));
      writing = false;
      await reading;

      expect(new Set(idsOf(seen))).toEqual(appended);
      expect(seen).toHaveLength(appended.size);
      for (const stream of streams) {
        const revisions = seen.filter((event) => event.stream === stream).map(({ revision }) => revision);
        expect(revisions).toEqual(revisions.map((_, index) => BigInt(index)));
      }
    }, 30_000);
  });
}

async function write(store: EventStore, streams: readonly string[], appended: Set<string>): Promise<void> {
  for (let round = 0; round < 20; round++) {
    await Promise.all(
      streams.map(async (stream) => {
        const events = someEvents(1 + (round % 3));
        await store.append(stream, events, ANY);
        for (const { id } of events) appended.add(id);
      }),
    );
  }
}
