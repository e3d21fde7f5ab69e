import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventIdsTaken, WrongExpectedRevision } from '../../src/event-store/errors.js';
import type { EventStoreCapabilities } from '../../src/event-store/event-store.port.js';
import {
  ANY,
  type ExpectedRevision,
  NO_STREAM,
  STREAM_EXISTS,
} from '../../src/event-store/expected-revision.js';
import { idsOf, someEvent, someEvents, someMetadata, someStream } from '../spec/events.js';
import type { MakeStore, StoreUnderTest } from './store-under-test.js';

/** Appending the same event ids again, as everybody does who does not know how the first time ended. */
export function repetitionContract(
  name: string,
  makeStore: MakeStore,
  { idsUniqueIn }: EventStoreCapabilities,
): void {
  describe(`${name}: an append that comes again`, () => {
    let log: StoreUnderTest;
    let stream: string;
    beforeEach(async () => {
      log = await makeStore();
      stream = someStream();
    });
    afterEach(() => log.end());

    const repeats: readonly [string, number, ExpectedRevision][] = [
      ['NO_STREAM', 0, NO_STREAM],
      ['STREAM_EXISTS', 1, STREAM_EXISTS],
      ['ANY', 1, ANY],
      ['an exact revision', 1, 0n],
    ];
    it.each(repeats)('expecting %s has its earlier result and stores nothing', async (_, there, expected) => {
      if (there > 0) await log.store.append(stream, someEvents(there), NO_STREAM);
      const events = someEvents(2);
      const first = await log.store.append(stream, events, expected);
      await log.store.append(stream, someEvents(1), first.revision);
      const second = await log.store.append(stream, events, expected);
      expect(second).toEqual({ ...first, repeated: true });
      expect(await log.store.readStream(stream, { limit: 10 })).toHaveLength(there + 3);
    });

    it('at the same moment is stored once', async () => {
      const events = someEvents(2);
      const [first, second] = await Promise.all([
        log.store.append(stream, events, NO_STREAM),
        log.store.append(stream, events, NO_STREAM),
      ]);
      expect(second).toEqual({ ...first, repeated: true });
      expect(await log.store.readStream(stream, { limit: 10 })).toHaveLength(2);
    });

    it('from another process, at a later instant, is stored once', async () => {
      const event = someEvent();
      const first = await log.store.append(stream, [event], NO_STREAM);
      const other = await log.again();
      const metadata = { ...someMetadata(), recordedAt: '2025-03-02T09:31:00.000Z' };
      const second = await other.append(stream, [{ ...event, metadata }], NO_STREAM);
      expect(second).toEqual({ ...first, repeated: true });
    });

    it('with other data is refused', async () => {
      const event = someEvent();
      await log.store.append(stream, [event], NO_STREAM);
      const again = log.store.append(stream, [{ ...event, data: { minutes: 1 } }], NO_STREAM);
      await expect(again).rejects.toThrow(EventIdsTaken);
    });

    it('with another type is refused', async () => {
      const event = someEvent();
      await log.store.append(stream, [event], NO_STREAM);
      const again = log.store.append(stream, [{ ...event, type: 'SessionWithdrawn' }], NO_STREAM);
      await expect(again).rejects.toThrow(EventIdsTaken);
    });

    if (idsUniqueIn === 'log') {
      it('on another stream is refused', async () => {
        const events = someEvents(1);
        await log.store.append(stream, events, NO_STREAM);
        await expect(log.store.append(someStream(), events, NO_STREAM)).rejects.toThrow(EventIdsTaken);
      });
    } else {
      it('on another stream is an event of its own', async () => {
        const events = someEvents(1);
        await log.store.append(stream, events, NO_STREAM);
        const other = someStream();
        const stored = await log.store.append(other, events, NO_STREAM);
        expect(stored).toMatchObject({ revision: 0n, repeated: false });
        expect(idsOf(await log.store.readStream(other, { limit: 10 }))).toEqual(idsOf(events));
      });
    }

    it('with half of its events new is refused, and stores none of them', async () => {
      const [first, second] = [someEvent(), someEvent()];
      await log.store.append(stream, [first, second], NO_STREAM);
      for (const events of [
        [first, someEvent()],
        [someEvent(), second],
        [second, first],
      ]) {
        await expect(log.store.append(stream, events, NO_STREAM)).rejects.toThrow(EventIdsTaken);
      }
      expect(await log.store.readStream(stream, { limit: 10 })).toHaveLength(2);
    });

    it('with an expectation that does not hold now either is refused with the actual revision', async () => {
      const events = someEvents(2);
      await log.store.append(stream, events, NO_STREAM);
      const again = log.store.append(stream, events, 5n);
      await expect(again).rejects.toThrow(WrongExpectedRevision);
      await expect(again).rejects.toMatchObject({ actual: 1n });
    });

    it('with an expectation that holds now but did not then is refused', async () => {
      const events = someEvents(2);
      await log.store.append(stream, events, NO_STREAM);
      await expect(log.store.append(stream, events, 1n)).rejects.toThrow(EventIdsTaken);
      expect(await log.store.readStream(stream, { limit: 10 })).toHaveLength(2);
    });
  });
}
