import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreUnavailable } from '../../src/event-store/errors.js';
import { ANY, NO_STREAM } from '../../src/event-store/expected-revision.js';
import { KurrentDbEventStore } from '../../src/event-store/kurrentdb/kurrentdb-event-store.js';
import type { KurrentDbSettings } from '../../src/event-store/kurrentdb/kurrentdb-settings.js';
import type { Fault } from '../doubles/kurrentdb/faults.js';
import { KurrentDbDouble } from '../doubles/kurrentdb/kurrentdb-double.js';
import { idsOf, someEvents, someStream } from '../spec/events.js';
import { Follower } from '../spec/follower.js';

const QUICK: Partial<KurrentDbSettings> = {
  readSilenceMs: 300,
  readWithinMs: 5_000,
  subscriptionSilenceMs: 300,
  firstPauseMs: 5,
  longestPauseMs: 50,
};

let double: KurrentDbDouble;
let ending: AbortController;
const stores: KurrentDbEventStore[] = [];
beforeEach(async () => {
  double = await KurrentDbDouble.start();
  ending = new AbortController();
});
afterEach(async () => {
  ending.abort();
  for (const store of stores.splice(0)) await store.close();
  double.stop();
});

function open(settings: Partial<KurrentDbSettings> = {}): KurrentDbEventStore {
  const address = `kurrentdb://127.0.0.1:${double.endpoint.port}?tls=false`;
  const store = KurrentDbEventStore.open(address, { ...QUICK, ...settings });
  stores.push(store);
  return store;
}

const PASSING: readonly [string, Fault][] = [
  ['breaks it off', { kind: 'break', after: 2 }],
  ['says nothing more in the middle of it', { kind: 'stall', after: 2 }],
  ['does not answer', { kind: 'silence' }],
  ['does not take it', { kind: 'unavailable' }],
];

describe('a read from KurrentDB', () => {
  it.each(PASSING)('gives every event once when the server %s', async (_, fault) => {
    const store = open();
    const stream = someStream();
    const events = someEvents(5);
    await store.append(stream, events, NO_STREAM);
    for (const read of [() => store.readStream(stream, { limit: 10 }), () => store.readAll({ limit: 10 })]) {
      double.faults.next('read', fault, 2);
      expect(idsOf(await read())).toEqual(idsOf(events));
      expect(double.faults.take('read')).toBeUndefined();
    }
    double.faults.next('read', fault, 2);
    const [last] = await store.readStream(stream, { limit: 1, direction: 'backwards' });
    expect(await store.head()).toBe(last?.position);
  });

  it('is refused as unavailable when no server answers in time', async () => {
    const store = open({ readWithinMs: 200 });
    double.stop();
    await expect(store.readAll({ limit: 10 })).rejects.toThrow(EventStoreUnavailable);
    await double.resume();
    expect(await store.readAll({ limit: 10 })).toEqual([]);
  });

  it('passes over the system’s events and those of others, however many there are in a row', async () => {
    const store = open();
    const events = someEvents(4);
    for (const event of events) {
      for (let n = 0; n < 150; n++) double.log.appendForeign('$stats-1', '$statsCollected');
      double.log.appendForeign('doorlopendelijk.trajectory-1', 'SessionRecorded');
      await store.append(someStream(), [event], NO_STREAM);
    }
    const head = await store.head();
    for (let n = 0; n < 150; n++) double.log.appendForeign('invoice-1', 'InvoiceSent');
    expect(idsOf(await store.readAll({ limit: 3 }))).toEqual(idsOf(events).slice(0, 3));
    expect(idsOf(await store.readAll({ limit: 100 }))).toEqual(idsOf(events));
    expect(await store.head()).toBe(head);
    expect(await store.scan({ limit: 3, without: [] })).toMatchObject({ passed: 3 });
  });

  it('looks for the head no further back than it looked before', async () => {
    const store = open({ readSilenceMs: 10_000, readWithinMs: 20_000 });
    const { position } = await store.append(someStream(), someEvents(1), NO_STREAM);
    for (let n = 0; n < 2_000; n++) double.log.appendForeign('invoice-1', 'InvoiceSent');
    expect(await store.head()).toBe(position);
    const before = double.seen.calls.get('read') ?? 0;
    expect(await store.head()).toBe(position);
    expect((double.seen.calls.get('read') ?? 0) - before).toBe(1);
  }, 30_000);

  it('says so when somebody else wrote into a stream of this service', async () => {
    double.log.appendForeign('doorlopend.trajectory-1', 'SessionRecorded');
    await expect(open().readStream('trajectory-1', { limit: 1 })).rejects.toThrow(
      'not written by Doorlopend',
    );
  });
});

describe('a subscription to KurrentDB', () => {
  async function followThrough(fault: Fault, times = 1): Promise<void> {
    const store = open();
    const [before, after] = [someEvents(10), someEvents(10)];
    await store.append(someStream(), before, NO_STREAM);
    double.faults.next('read', fault, times);
    const follower = new Follower(store, undefined, 4, ending.signal);
    await follower.until(10);
    await store.append(someStream(), after, NO_STREAM);
    await follower.until(20);
    await pause(50);
    expect(idsOf(follower.events)).toEqual(idsOf([...before, ...after]));
    expect(follower.sizes.every((size) => size >= 1 && size <= 4)).toBe(true);
    expect(double.faults.take('read')).toBeUndefined();
  }

  it.each(PASSING)('goes on from its last event when the server %s', (_, fault) => followThrough(fault, 3));

  it('goes on when the server ends it', () => followThrough({ kind: 'end', after: 3 }, 3));

  it('gives an event once that is delivered twice', () => followThrough({ kind: 'duplicates' }));

  it('goes on after the server was killed and came back', async () => {
    const store = open();
    const follower = new Follower(store, undefined, 4, ending.signal);
    const ids: string[] = [];
    for (let kill = 0; kill < 3; kill++) {
      const events = someEvents(3);
      ids.push(...idsOf(events));
      await store.append(someStream(), events, ANY);
      await follower.until(ids.length);
      double.stop();
      await pause(100);
      await double.resume();
    }
    await store.append(someStream(), someEvents(1), ANY);
    await follower.until(10);
    expect(idsOf(follower.events).slice(0, 9)).toEqual(ids);
  });

  it('is filtered by the server to the streams of this service', async () => {
    const store = open();
    for (let n = 0; n < 10; n++) double.log.appendForeign('invoice-1', 'InvoiceSent');
    const events = someEvents(2);
    await store.append(someStream(), events, NO_STREAM);
    const follower = new Follower(store, undefined, 100, ending.signal);
    await follower.until(2);
    expect(idsOf(follower.events)).toEqual(idsOf(events));
    expect(double.seen.delivered.filter((stream) => stream === 'invoice-1')).toEqual([]);
  });

  it('begins again after the checkpoint that others’ events brought it to', async () => {
    const store = open();
    const follower = new Follower(store, undefined, 100, ending.signal);
    await store.append(someStream(), someEvents(1), NO_STREAM);
    await follower.until(1);
    for (let n = 0; n < 600; n++) double.log.appendForeign('invoice-1', 'InvoiceSent');
    await pause(100);
    double.stop();
    await double.resume();
    await store.append(someStream(), someEvents(1), NO_STREAM);
    await follower.until(2);
    expect(double.seen.subscribedAfter.at(-1)).toBeGreaterThan(BigInt(follower.events[0]?.position ?? 0));
  });

  it('rejects for a position that is none', async () => {
    const signal = ending.signal;
    const batches = open().subscribe({ after: 'the end', batchSize: 4, signal });
    await expect(batches.next()).rejects.toThrow(RangeError);
  });

  it('ends when its store is closed, though the server is silent', async () => {
    const store = open();
    double.faults.next('read', { kind: 'silence' }, 100);
    const follower = new Follower(store, undefined, 4, ending.signal);
    await pause(50);
    await store.close();
    await follower.ended;
    expect(follower.events).toEqual([]);
  });
});
