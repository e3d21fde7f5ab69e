import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { verifyChain } from '../../src/event-store/canonical-hash.js';
import { AppendTooLarge, EventStoreClosed, WrongExpectedRevision } from '../../src/event-store/errors.js';
import type { EventStoreCapabilities } from '../../src/event-store/event-store.port.js';
import {
  ANY,
  type ExpectedRevision,
  NO_STREAM,
  STREAM_EXISTS,
} from '../../src/event-store/expected-revision.js';
import { asAppended, idsOf, someEvent, someEvents, someStream } from '../spec/events.js';
import { type MakeStore, readWhole, readWholeStream, type StoreUnderTest } from './store-under-test.js';

/** Appending: expectations, all or none, what is stored, the chain of hashes. */
export function appendContract(
  name: string,
  makeStore: MakeStore,
  capabilities: EventStoreCapabilities,
): void {
  describe(`${name}: an append`, () => {
    let log: StoreUnderTest;
    let stream: string;
    beforeEach(async () => {
      log = await makeStore();
      stream = someStream();
    });
    afterEach(() => log.end());

    it('declares its capabilities', () => {
      expect(log.store.capabilities).toEqual(capabilities);
    });

    const refused: readonly [string, number, ExpectedRevision, bigint | undefined][] = [
      ['NO_STREAM', 2, NO_STREAM, 1n],
      ['STREAM_EXISTS', 0, STREAM_EXISTS, undefined],
      ['revision 0', 0, 0n, undefined],
      ['an earlier revision', 3, 1n, 2n],
      ['a later revision', 3, 3n, 2n],
    ];
    it.each(refused)(
      'that expects %s of a stream of %i events is refused with the actual revision',
      async (...row) => {
        const [, there, expected, actual] = row;
        if (there > 0) await log.store.append(stream, someEvents(there), NO_STREAM);
        const refusal = log.store.append(stream, someEvents(2), expected);
        await expect(refusal).rejects.toBeInstanceOf(WrongExpectedRevision);
        await expect(refusal).rejects.toMatchObject({ stream, expected, actual });
        expect(await log.store.readStream(stream, { limit: 10 })).toHaveLength(there);
      },
    );

    const accepted: readonly [string, number, ExpectedRevision][] = [
      ['NO_STREAM', 0, NO_STREAM],
      ['ANY', 0, ANY],
      ['ANY', 2, ANY],
      ['STREAM_EXISTS', 2, STREAM_EXISTS],
      ['the exact revision', 2, 1n],
    ];
    it.each(accepted)(
      'that expects %s of a stream of %i events is stored after them',
      async (_, there, expected) => {
        if (there > 0) await log.store.append(stream, someEvents(there), NO_STREAM);
        const result = await log.store.append(stream, someEvents(3), expected);
        expect(result).toMatchObject({ revision: BigInt(there + 2), repeated: false });
        const [last] = await log.store.readStream(stream, { limit: 1, direction: 'backwards' });
        expect(last).toMatchObject({ revision: result.revision, position: result.position });
      },
    );

    it('stores every event as it was given, to be read by another process', async () => {
      const events = [
        someEvent({
          data: {
            text: 'Ærø “quoted” \\ \u2028 👩🏽‍🏭\n',
            none: null,
            nested: { b: [1, 0.1, -2e21], a: true },
          },
        }),
        someEvent({ type: 'PlacementEnded', schemaVersion: 3, data: {} }),
      ];
      await log.store.append(stream, events, NO_STREAM);
      const other = await log.again();
      const read = await other.readStream(stream, { limit: 10 });
      expect(read.map(asAppended)).toEqual(events);
      expect(read.map(({ revision }) => revision)).toEqual([0n, 1n]);
      expect(read.every((event) => event.stream === stream)).toBe(true);
    });

    it('does not store what the caller changes while it waits', async () => {
      const data = { minutes: 60 };
      const stored = log.store.append(stream, [someEvent({ data })], NO_STREAM);
      data.minutes = 600;
      await stored;
      const [read] = await log.store.readStream(stream, { limit: 1 });
      expect(read?.data).toEqual({ minutes: 60 });
    });

    it('stores all of its events or none', async () => {
      const broken = someEvent({ data: { text: 'half a character: \ud83d' } });
      await expect(log.store.append(stream, [someEvent(), broken], NO_STREAM)).rejects.toThrow(TypeError);
      expect(await log.store.readStream(stream, { limit: 10 })).toEqual([]);
    });

    it.each([
      [0, RangeError],
      [1_001, AppendTooLarge],
    ])('of %i events is refused', async (count, refusal) => {
      await expect(log.store.append(stream, someEvents(count), ANY)).rejects.toThrow(refusal);
    });

    it('of the same event twice is refused', async () => {
      const event = someEvent();
      await expect(log.store.append(stream, [event, event], ANY)).rejects.toThrow(RangeError);
    });

    it('of 1,000 events is stored whole', async () => {
      const events = someEvents(1_000);
      expect(await log.store.append(stream, events, NO_STREAM)).toMatchObject({ revision: 999n });
      expect(idsOf(await readWholeStream(log.store, stream))).toEqual(idsOf(events));
    });

    it('of a large event is stored whole', async () => {
      const data = { text: 'verslag '.repeat(100_000) };
      await log.store.append(stream, [someEvent({ data })], NO_STREAM);
      const [read] = await log.store.readStream(stream, { limit: 1 });
      expect(read?.data).toEqual(data);
    });

    const { mostBytesPerAppend } = capabilities;
    const beyondALimit = someEvents(3).map((event) => ({ ...event, data: { text: 'x'.repeat(400_000) } }));
    if (mostBytesPerAppend === undefined) {
      it('of more than a megabyte is stored whole', async () => {
        await log.store.append(stream, beyondALimit, NO_STREAM);
        expect(idsOf(await log.store.readStream(stream, { limit: 10 }))).toEqual(idsOf(beyondALimit));
      });
    } else {
      it('of more bytes than the store takes is refused, and nothing of it is stored', async () => {
        expect(JSON.stringify(beyondALimit).length).toBeGreaterThan(mostBytesPerAppend);
        await expect(log.store.append(stream, beyondALimit, NO_STREAM)).rejects.toThrow(AppendTooLarge);
        expect(await log.store.readStream(stream, { limit: 10 })).toEqual([]);
      });
    }

    it('that is refused does not touch the others of the same moment', async () => {
      const outcomes = await Promise.allSettled([
        log.store.append(stream, someEvents(1), NO_STREAM),
        log.store.append(someStream(), someEvents(1), STREAM_EXISTS),
        log.store.append(someStream(), someEvents(1), 7n),
        log.store.append(someStream(), someEvents(1), NO_STREAM),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'rejected',
        'fulfilled',
      ]);
    });

    it('with an exact expectation succeeds once out of many at the same moment', async () => {
      await log.store.append(stream, someEvents(1), NO_STREAM);
      const race = Array.from({ length: 20 }, () => log.store.append(stream, someEvents(1), 0n));
      const outcomes = await Promise.allSettled(race);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await log.store.readStream(stream, { limit: 10 })).toHaveLength(2);
    });

    it('may be issued ahead of the outcome of the one before it on its stream', async () => {
      const first = log.store.append(stream, someEvents(2), NO_STREAM);
      const second = log.store.append(stream, someEvents(1), 1n);
      const third = log.store.append(stream, someEvents(1), 2n);
      expect(await Promise.all([first, second, third])).toMatchObject([
        { revision: 1n },
        { revision: 2n },
        { revision: 3n },
      ]);
    });

    if (capabilities.orderedIn === 'log') {
      it('arrives in the log after those on other streams that were issued before it', async () => {
        const before = await log.store.head();
        const events = someEvents(20);
        await Promise.all(events.map((event) => log.store.append(someStream(), [event], NO_STREAM)));
        expect(idsOf(await readWhole(log.store, before))).toEqual(idsOf(events));
      });
    }

    it('chains each event to the one before it in the stream by its hash', async () => {
      await log.store.append(stream, someEvents(2), NO_STREAM);
      await log.store.append(someStream(), someEvents(1), NO_STREAM);
      await log.store.append(stream, someEvents(2), 1n);
      const events = await log.store.readStream(stream, { limit: 10 });
      expect(events.map(({ previousHash }) => previousHash)).toEqual([
        null,
        ...events.slice(0, -1).map(({ hash }) => hash),
      ]);
      expect(verifyChain(events)).toEqual({ ok: true });
    });

    it('to a closed store is refused', async () => {
      const store = await log.again();
      await store.close();
      await expect(store.append(`trajectory-${v7()}`, someEvents(1), ANY)).rejects.toThrow(EventStoreClosed);
    });

    it('that waits when the store is closed is stored first', async () => {
      const store = await log.again();
      const waiting = store.append(stream, someEvents(1), NO_STREAM);
      await store.close();
      expect(await waiting).toMatchObject({ revision: 0n });
      expect(await log.store.readStream(stream, { limit: 10 })).toHaveLength(1);
    });
  });
}
