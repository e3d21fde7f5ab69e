import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventStore, Position } from '../../src/event-store/event-store.port.js';
import { NO_STREAM } from '../../src/event-store/expected-revision.js';
import { idsOf, someEvents, someStream } from '../spec/events.js';
import { Follower } from '../spec/follower.js';
import type { MakeStore, StoreUnderTest } from './store-under-test.js';

/** Following the feed. */
export function subscriptionContract(name: string, makeStore: MakeStore): void {
  describe(`${name}: a subscription`, () => {
    let log: StoreUnderTest;
    let ending: AbortController;
    let start: Position | undefined;
    beforeEach(async () => {
      log = await makeStore();
      ending = new AbortController();
      start = (await log.store.append(someStream(), someEvents(1), NO_STREAM)).position;
    });
    afterEach(async () => {
      ending.abort();
      await log.end();
    });

    function follow(store: EventStore, after: Position | undefined, batchSize = 4) {
      return new Follower(store, after, batchSize, ending.signal);
    }

    it('first gives what is there, in batches of at most its size, never an empty one', async () => {
      const events = someEvents(10);
      await log.store.append(someStream(), events, NO_STREAM);
      const follower = follow(log.store, start);
      await follower.until(10);
      expect(idsOf(follower.events)).toEqual(idsOf(events));
      expect(follower.sizes.every((size) => size >= 1 && size <= 4)).toBe(true);
    });

    it('then gives what comes, from this process and from another', async () => {
      const follower = follow(log.store, start);
      const other = await log.again();
      const [own, others] = [someEvents(2), someEvents(3)];
      await log.store.append(someStream(), own, NO_STREAM);
      await follower.until(2);
      await other.append(someStream(), others, NO_STREAM);
      await follower.until(5);
      expect(idsOf(follower.events)).toEqual(idsOf([...own, ...others]));
    });

    it('goes on from its last position after a restart, without a gap or a double', async () => {
      const [before, after] = [someEvents(3), someEvents(3)];
      const store = await log.again();
      const first = follow(store, start);
      await store.append(someStream(), before, NO_STREAM);
      await first.until(3);
      await store.close();
      await first.ended;
      await log.store.append(someStream(), after, NO_STREAM);
      const second = follow(await log.again(), first.events.at(-1)?.position);
      await second.until(3);
      expect(idsOf([...first.events, ...second.events])).toEqual(idsOf([...before, ...after]));
    });

    it('ends promptly when it is aborted while it waits', async () => {
      const follower = follow(log.store, start);
      await log.store.append(someStream(), someEvents(1), NO_STREAM);
      await follower.until(1);
      const abortedAt = performance.now();
      ending.abort();
      await follower.ended;
      expect(performance.now() - abortedAt).toBeLessThan(1_000);
    });

    it('ends at once when it was aborted before it began', async () => {
      await log.store.append(someStream(), someEvents(1), NO_STREAM);
      ending.abort();
      const follower = follow(log.store, start);
      await follower.ended;
      expect(follower.events).toEqual([]);
    });

    it('shares the feed with others, each at its own pace', async () => {
      const events = someEvents(9);
      const followers = [
        follow(log.store, start, 1),
        follow(log.store, start, 4),
        follow(log.store, start, 100),
      ];
      await log.store.append(someStream(), events.slice(0, 5), NO_STREAM);
      await log.store.append(someStream(), events.slice(5), NO_STREAM);
      for (const follower of followers) {
        await follower.until(9);
        expect(idsOf(follower.events)).toEqual(idsOf(events));
      }
    });
  });
}
