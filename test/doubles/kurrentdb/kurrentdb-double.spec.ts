import {
  AccessDeniedError,
  type AllStreamSubscription,
  type AppendExpectedRevision,
  EventStoreDBClient,
  eventTypeFilter,
  type FilterOptions,
  jsonEvent,
  MaxAppendSizeExceededError,
  StreamNotFoundError,
  streamNameFilter,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { NO_STREAM } from '../../../src/event-store/expected-revision.js';
import { KurrentDbEventStore } from '../../../src/event-store/kurrentdb/kurrentdb-event-store.js';
import { someEvents, someStream } from '../../spec/events.js';
import { KurrentDbDouble } from './kurrentdb-double.js';
import { TestDatabase } from './test-database.js';

const sent = (data: object = {}, id = v4()) =>
  jsonEvent({ id, type: 'InvoiceSent', data: data as Record<string, unknown> });

/* What the double does that the store does not use, as the plain client meets it. */
describe('the double of KurrentDB, to the plain client', () => {
  let double: KurrentDbDouble;
  let client: EventStoreDBClient;
  beforeEach(async () => {
    double = await KurrentDbDouble.start();
    client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${double.endpoint.port}?tls=false`);
  });
  afterEach(async () => {
    await client.dispose();
    double.stop();
  });

  // With credentials of its own the client makes a call for each append; without, one for all of them.
  const ways = [
    ['append', { credentials: { username: 'any', password: 'any' } }],
    ['batchAppend', {}],
  ] as const;
  describe.each(ways)('by %s', (call, way) => {
    const append = (
      events: Parameters<EventStoreDBClient['appendToStream']>[1],
      expected: AppendExpectedRevision,
    ) => client.appendToStream('invoice-1', events, { expectedRevision: expected, ...way });

    it('stores, and tells revision and position', async () => {
      const first = await append([sent(), sent()], 'no_stream');
      expect(first).toMatchObject({ success: true, nextExpectedRevision: 1n });
      const second = await append(sent(), 1n);
      expect(second.nextExpectedRevision).toBe(2n);
      expect(second.position?.commit).toBeGreaterThan(first.position?.commit ?? 0n);
      expect(double.seen.calls.get(call)).toBeGreaterThan(0);
    });

    it.each(['no_stream', 'stream_exists', 0n, 5n] as const)('refuses what expects %s', async (expected) => {
      const there = expected === 'stream_exists' ? 0 : 2;
      if (there > 0) await append([sent(), sent()], 'any');
      const refusal = append(sent(), expected);
      await expect(refusal).rejects.toBeInstanceOf(WrongExpectedVersionError);
      await expect(refusal).rejects.toMatchObject({ actualVersion: there === 0 ? 'no_stream' : 1n });
    });

    it.each(['no_stream', 'any'] as const)('stores nothing twice that expects %s', async (expected) => {
      const events = [sent(), sent()];
      const first = await append(events, expected);
      expect(await append(events, expected)).toEqual(first);
      expect(double.log.events).toHaveLength(2);
    });

    it('refuses a part of what was stored together with what was not', async () => {
      const [one, other] = [sent(), sent()];
      await append(one, 'any');
      await expect(append([one, other], 'any')).rejects.toThrow(WrongExpectedVersionError);
      await expect(append([one, other], 'no_stream')).rejects.toThrow(WrongExpectedVersionError);
    });

    it('refuses more than a mebibyte', async () => {
      const large = sent({ text: 'x'.repeat(1_048_576) });
      await expect(append(large, 'any')).rejects.toThrow(MaxAppendSizeExceededError);
    });
  });

  it('forgets an id without an exact expectation once many others came after it', async () => {
    const first = sent();
    await client.appendToStream('invoice-1', first);
    await client.appendToStream(
      'invoice-1',
      Array.from({ length: 100 }, () => sent()),
    );
    await client.appendToStream('invoice-1', first);
    expect(double.log.events).toHaveLength(102);
  });

  const filters: readonly [string, FilterOptions, readonly string[], typeof streamNameFilter][] = [
    ['prefixes of streams', { prefixes: ['invoice-', 'order-'] }, ['invoice-1', 'order-1'], streamNameFilter],
    ['an expression over streams', { regex: '^in' }, ['invoice-1'], streamNameFilter],
    ['prefixes of types', { prefixes: ['Order'] }, ['order-1'], eventTypeFilter],
    ['an expression over types', { regex: '^[^$]' }, ['invoice-1', 'order-1'], eventTypeFilter],
  ];
  it.each(filters)(
    'filters a subscription by %s, and says when it caught up',
    async (_, options, expected, by) => {
      double.log.appendForeign('invoice-1', 'InvoiceSent');
      double.log.appendForeign('$users', '$UserCreated');
      double.log.appendForeign('order-1', 'OrderPlaced');
      const filter = by(options as { prefixes: string[] });
      expect(await untilCaughtUp(client.subscribeToAll({ filter }))).toEqual(expected);
    },
  );

  it('reads everything backwards from the end, and from a position without what is there', async () => {
    for (const n of [1, 2, 3]) double.log.appendForeign(`invoice-${n}`, 'InvoiceSent');
    const streams: (string | undefined)[] = [];
    const read = { direction: 'backwards', fromPosition: 'end', maxCount: 2 } as const;
    for await (const { event } of client.readAll(read)) streams.push(event?.streamId);
    expect(streams).toEqual(['invoice-3', 'invoice-2']);
    const second = double.log.events[1]?.position ?? 0n;
    const fromPosition = { commit: second, prepare: second };
    const [before] = await client.readAll({ ...read, fromPosition }).toArray();
    expect(before).toMatchObject({ event: { streamId: 'invoice-1' } });
  });

  it('lets nobody delete', async () => {
    await client.appendToStream('invoice-1', sent());
    await expect(client.deleteStream('invoice-1')).rejects.toThrow(AccessDeniedError);
    await expect(client.tombstoneStream('invoice-1')).rejects.toThrow(AccessDeniedError);
    expect(await client.readStream('invoice-1').toArray()).toHaveLength(1);
  });
});

describe('a database for a test', () => {
  it('takes away what the test stored, and nothing else', async () => {
    const database = await TestDatabase.onDouble();
    const client = EventStoreDBClient.connectionString(database.address.replace('kurrentdb:', 'esdb:'));
    const store = KurrentDbEventStore.open(database.address, { namespace: database.namespace });
    const stream = someStream();
    await store.append(stream, someEvents(3), NO_STREAM);
    await client.appendToStream('invoice-8', sent());
    await database.cleanUp();
    const gone = client.readStream(`${database.namespace}.${stream}`).toArray();
    await expect(gone).rejects.toThrow(StreamNotFoundError);
    expect(await client.readStream('invoice-8').toArray()).toHaveLength(1);
    await store.close();
    await client.dispose();
    await database.end();
  });
});

/** The streams of what a subscription gives until it says that it caught up. */
function untilCaughtUp(subscription: AllStreamSubscription): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const streams: string[] = [];
    subscription.on('data', ({ event }) => streams.push(event?.streamId ?? ''));
    subscription.on('error', reject);
    subscription.on('caughtUp', () => {
      setImmediate(() => {
        void subscription.unsubscribe();
        resolve(streams);
      });
    });
  });
}
