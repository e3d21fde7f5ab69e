import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDBClient, jsonEvent, NotLeaderError, UnavailableError } from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyChain } from '../../src/event-store/canonical-hash.js';
import { EventStoreUnavailable, OutcomeUnknown } from '../../src/event-store/errors.js';
import { ANY, NO_STREAM } from '../../src/event-store/expected-revision.js';
import { KurrentDbEventStore } from '../../src/event-store/kurrentdb/kurrentdb-event-store.js';
import type { KurrentDbSettings } from '../../src/event-store/kurrentdb/kurrentdb-settings.js';
import { KurrentDbDouble } from '../doubles/kurrentdb/kurrentdb-double.js';
import { startChild } from '../spec/child.js';
import { idsOf, someEvent, someEvents, someMetadata, someStream } from '../spec/events.js';

const QUICK: Partial<KurrentDbSettings> = {
  appendTimeoutMs: 300,
  resolveWithinMs: 5_000,
  readWithinMs: 5_000,
  firstPauseMs: 5,
  longestPauseMs: 50,
};

describe('an append to KurrentDB', () => {
  let double: KurrentDbDouble;
  let stream: string;
  const stores: KurrentDbEventStore[] = [];
  beforeEach(async () => {
    double = await KurrentDbDouble.start();
    stream = someStream();
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    double.stop();
  });

  function open(settings: Partial<KurrentDbSettings> = {}): KurrentDbEventStore {
    const address = `kurrentdb://127.0.0.1:${double.endpoint.port}?tls=false`;
    const store = KurrentDbEventStore.open(address, { ...QUICK, ...settings });
    stores.push(store);
    return store;
  }

  it.each([
    ['was committed and not acknowledged', 'lost-acknowledgement'],
    ['was committed and never answered', 'silent-commit'],
    ['was never heard', 'silence'],
    ['was turned away', 'unavailable'],
  ] as const)('that %s is sent again, and is stored once', async (_, kind) => {
    const store = open();
    await store.append(stream, someEvents(1), NO_STREAM);
    double.faults.next('append', { kind }, 2);
    const events = someEvents(3);
    expect(await store.append(stream, events, 0n)).toMatchObject({ revision: 3n, repeated: false });
    const read = await store.readStream(stream, { limit: 10 });
    expect(idsOf(read).slice(1)).toEqual(idsOf(events));
    expect(verifyChain(read)).toEqual({ ok: true });
    expect(double.faults.take('append')).toBeUndefined();
  });

  it('that is committed after it was given up and sent again is stored once', async () => {
    const store = open();
    double.faults.next('append', { kind: 'delay', ms: 500 });
    const events = someEvents(2);
    await store.append(stream, events, NO_STREAM);
    await pause(600);
    expect(idsOf(await store.readStream(stream, { limit: 10 }))).toEqual(idsOf(events));
  });

  it('whose acknowledgement was lost is known as stored after others went on from there', async () => {
    const [store, other] = [open(), open()];
    double.faults.next('append', { kind: 'silent-commit' });
    const stored = store.append(stream, someEvents(1), NO_STREAM);
    await pause(100);
    await other.append(stream, someEvents(2), 0n);
    expect(await stored).toMatchObject({ revision: 0n, repeated: false });
    expect(await store.append(stream, someEvents(1), 2n)).toMatchObject({ revision: 3n });
    expect(verifyChain(await store.readStream(stream, { limit: 10 }))).toEqual({ ok: true });
  });

  it('is of unknown outcome when the server stays silent, and is found again by its ids', async () => {
    const store = open({ resolveWithinMs: 500 });
    const events = someEvents(2);
    double.faults.next('append', { kind: 'silent-commit' });
    double.faults.next('append', { kind: 'silence' }, 50);
    const begun = performance.now();
    const refusal = store.append(stream, events, NO_STREAM);
    await expect(refusal).rejects.toBeInstanceOf(OutcomeUnknown);
    expect(performance.now() - begun).toBeLessThan(2_500);
    double.faults.clear();
    expect(await store.append(stream, events, NO_STREAM)).toMatchObject({ revision: 1n });
    expect(await store.readStream(stream, { limit: 10 })).toHaveLength(2);
  });

  it('that waits behind a silent one on its stream is stored, and others are not kept', async () => {
    const store = open();
    await store.append(stream, someEvents(1), NO_STREAM);
    double.faults.next('append', { kind: 'silence' });
    const [first, second] = [
      store.append(stream, someEvents(1), 0n),
      store.append(stream, someEvents(1), 1n),
    ];
    const other = await store.append(someStream(), someEvents(1), NO_STREAM);
    expect(other).toMatchObject({ revision: 0n });
    expect(await Promise.all([first, second])).toMatchObject([{ revision: 1n }, { revision: 2n }]);
  });

  it('that another process stored at the same moment is a repetition, and the chain goes on from what is there', async () => {
    const [store, other] = [open({ appendTimeoutMs: 3_000 }), open()];
    const event = someEvent();
    double.faults.next('append', { kind: 'delay', ms: 300 });
    const second = store.append(stream, [event], NO_STREAM);
    await pause(100);
    const later = { ...event, metadata: { ...someMetadata(), recordedAt: '2025-03-02T10:00:00.000Z' } };
    const first = await other.append(stream, [later], NO_STREAM);
    expect(await second).toEqual({ ...first, repeated: true });
    await store.append(stream, someEvents(1), 0n);
    expect(verifyChain(await store.readStream(stream, { limit: 10 }))).toEqual({ ok: true });
  });

  it('without an expectation goes on behind what other processes stored meanwhile', async () => {
    const [store, other] = [open(), open()];
    await store.append(stream, someEvents(1), NO_STREAM);
    await other.append(stream, someEvents(2), 0n);
    expect(await store.append(stream, someEvents(1), ANY)).toMatchObject({ revision: 3n });
    expect(verifyChain(await store.readStream(stream, { limit: 10 }))).toEqual({ ok: true });
  });

  it('is surely not stored when no node took it', async () => {
    const follower = await KurrentDbDouble.start({ log: double.log, leader: () => follower.endpoint });
    const address = `kurrentdb://127.0.0.1:${follower.endpoint.port}?tls=false`;
    const store = KurrentDbEventStore.open(address, { ...QUICK, resolveWithinMs: 200, readWithinMs: 200 });
    stores.push(store);
    const refusal = store.append(stream, someEvents(1), NO_STREAM);
    await expect(refusal).rejects.toBeInstanceOf(EventStoreUnavailable);
    await expect(refusal).rejects.toMatchObject({ cause: expect.any(NotLeaderError) });
    expect(double.log.events).toEqual([]);
    follower.stop();
  });

  it('is refused when somebody took away what it would be chained to', async () => {
    await open().append(stream, someEvents(3), NO_STREAM);
    double.log.truncate(`doorlopend.${stream}`, 2n);
    const refusal = open().append(stream, someEvents(1), 2n);
    await expect(refusal).rejects.toThrow('has lost its events before revision 2');
    expect(double.log.events).toHaveLength(3);
  });

  it('never shares a call with others, though the server offers it', async () => {
    const store = open();
    await Promise.all(Array.from({ length: 5 }, () => store.append(someStream(), someEvents(2), NO_STREAM)));
    expect(double.seen.calls.get('append')).toBeGreaterThanOrEqual(5);
    expect(double.seen.calls.get('batchAppend')).toBeUndefined();
  });

  it('goes well while the batch appends of another client in this process all fail', async () => {
    const store = open();
    const other = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${double.endpoint.port}?tls=false`);
    await store.append(stream, someEvents(1), NO_STREAM);
    double.faults.next('batchAppend', { kind: 'silence' });
    const waiting = other.appendToStream('invoice-1', jsonEvent({ type: 'InvoiceSent', data: {} }));
    while (double.seen.calls.get('batchAppend') === undefined) await pause(5);
    double.faults.next('append', { kind: 'delay', ms: 150 });
    const ours = store.append(stream, someEvents(1), 0n);
    double.faults.next('batchAppend', { kind: 'unavailable' });
    const failing = other.appendToStream('invoice-2', jsonEvent({ type: 'InvoiceSent', data: {} }));
    expect(await Promise.allSettled([waiting, failing])).toMatchObject([
      { reason: expect.any(UnavailableError) },
      { reason: expect.any(UnavailableError) },
    ]);
    expect(await ours).toMatchObject({ revision: 1n });
    await other.dispose();
  });

  it('survives a server that is killed again and again: nothing acknowledged lost, nothing twice, no loose rejection', async () => {
    const place = `kurrentdb://127.0.0.1:${double.endpoint.port}?tls=false#doorlopend`;
    const streams = Array.from({ length: 4 }, someStream);
    const child = startChild('test/faults/event-store-appender.child.ts', [place, ...streams]);
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    await once(child.stdout, 'data');
    for (let kill = 0; kill < 5; kill++) {
      await pause(100 + Math.random() * 200);
      double.stop();
      await pause(Math.random() * 200);
      await double.resume();
    }
    // A rejection that nobody handles would have ended it by itself.
    child.kill('SIGKILL');
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    expect([code, signal]).toEqual([null, 'SIGKILL']);

    const acknowledged = printed.split('\n').slice(0, -1);
    const stored = double.log.events.map(({ id }) => id);
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(new Set(stored).size).toBe(stored.length);
    expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([]);
    const store = open();
    for (const name of streams) {
      expect(verifyChain(await store.readStream(name, { limit: 10_000 }))).toEqual({ ok: true });
    }
  }, 60_000);
});
