import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hashOf, verifyChain } from '../../src/event-store/canonical-hash.js';
import type { EventStore } from '../../src/event-store/event-store.port.js';
import { ANY, NO_STREAM } from '../../src/event-store/expected-revision.js';
import { idsOf, someEvents, someStream } from '../spec/events.js';
import { type MakeStore, readWholeStream, type StoreUnderTest } from './store-under-test.js';

/** Reading one stream. */
export function streamContract(name: string, makeStore: MakeStore): void {
  describe(`${name}: a stream`, () => {
    let log: StoreUnderTest;
    let stream: string;
    beforeEach(async () => {
      log = await makeStore();
      stream = someStream();
    });
    afterEach(() => log.end());

    async function revisions(store: EventStore, options: Parameters<EventStore['readStream']>[1]) {
      return (await store.readStream(stream, options)).map(({ revision }) => Number(revision));
    }

    it('that is not there reads as empty, both ways', async () => {
      expect(await revisions(log.store, { limit: 5 })).toEqual([]);
      expect(await revisions(log.store, { limit: 5, direction: 'backwards' })).toEqual([]);
    });

    it('reads in pages, forwards and backwards', async () => {
      await log.store.append(someStream(), someEvents(3), NO_STREAM);
      await log.store.append(stream, someEvents(7), NO_STREAM);
      expect(await revisions(log.store, { limit: 3 })).toEqual([0, 1, 2]);
      expect(await revisions(log.store, { limit: 3, from: 3n })).toEqual([3, 4, 5]);
      expect(await revisions(log.store, { limit: 3, from: 6n })).toEqual([6]);
      expect(await revisions(log.store, { limit: 3, from: 7n })).toEqual([]);
      expect(await revisions(log.store, { limit: 3, direction: 'backwards' })).toEqual([6, 5, 4]);
      expect(await revisions(log.store, { limit: 3, from: 3n, direction: 'backwards' })).toEqual([3, 2, 1]);
      expect(await revisions(log.store, { limit: 3, from: 0n, direction: 'backwards' })).toEqual([0]);
    });

    it.each([0, -1, 1.5, 10_001])('is not read with a limit of %d', async (limit) => {
      await expect(log.store.readStream(stream, { limit })).rejects.toThrow(RangeError);
    });

    it('of 10,000 events has revisions 0 to 9,999 without a gap, and its chain verifies page by page', async () => {
      const ids: string[] = [];
      for (let block = 0; block < 10; block++) {
        const events = someEvents(1_000);
        ids.push(...idsOf(events));
        await log.store.append(stream, events, block === 0 ? NO_STREAM : BigInt(block * 1_000 - 1));
      }
      const read = await readWholeStream(log.store, stream, 2_500);
      expect(idsOf(read)).toEqual(ids);
      expect(verifyChain(read)).toEqual({ ok: true });
      expect(verifyChain(read.slice(5_000), read[4_999])).toEqual({ ok: true });
    }, 120_000);

    it('of which a byte was changed no longer verifies from there on', async () => {
      await log.store.append(stream, someEvents(4), ANY);
      const events = await log.store.readStream(stream, { limit: 10 });
      const changed = events.map((event) =>
        event.revision === 2n ? { ...event, data: { ...event.data, minutes: 91 } } : event,
      );
      expect(verifyChain(changed)).toEqual({ ok: false, brokenAt: 2n });
      const rehashed = changed.map((event) =>
        event.revision === 2n ? { ...event, hash: hashOf(event) } : event,
      );
      expect(verifyChain(rehashed)).toEqual({ ok: false, brokenAt: 3n });
      expect(verifyChain(events.filter(({ revision }) => revision !== 1n))).toEqual({
        ok: false,
        brokenAt: 2n,
      });
    });
  });
}
