import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { verifyChain } from '../../src/event-store/canonical-hash.js';
import { ANY, NO_STREAM } from '../../src/event-store/expected-revision.js';
import { KurrentDbEventStore } from '../../src/event-store/kurrentdb/kurrentdb-event-store.js';
import { DoubleCluster } from '../doubles/kurrentdb/double-cluster.js';
import { idsOf, someEvents, someStream } from '../spec/events.js';
import { Follower } from '../spec/follower.js';

const QUICK = {
  appendTimeoutMs: 2_500,
  resolveWithinMs: 10_000,
  readWithinMs: 10_000,
  firstPauseMs: 5,
  longestPauseMs: 100,
};

describe('a store on a cluster of three', () => {
  let cluster: DoubleCluster;
  let stream: string;
  const stores: KurrentDbEventStore[] = [];
  beforeEach(async () => {
    cluster = await DoubleCluster.start();
    stream = someStream();
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    cluster.stop();
  });

  function open(address = cluster.address): KurrentDbEventStore {
    const store = KurrentDbEventStore.open(address, QUICK);
    stores.push(store);
    return store;
  }

  /** How many appends and reads each node was asked for. */
  function asked(): readonly number[] {
    return cluster.nodes.map(({ seen: { calls } }) => (calls.get('append') ?? 0) + (calls.get('read') ?? 0));
  }

  it('writes to the node that leads and reads what it wrote there', async () => {
    cluster.elect(1);
    for (let n = 0; n < 4; n++) {
      const store = open();
      await store.append(someStream(), someEvents(2), NO_STREAM);
      await store.readAll({ limit: 10 });
    }
    const [first, second, third] = asked();
    expect([first, third]).toEqual([0, 0]);
    expect(second).toBeGreaterThan(8);
  });

  it('passes over a node that is not there', async () => {
    cluster.kill(2);
    for (let n = 0; n < 4; n++) {
      expect(await open().append(someStream(), someEvents(1), NO_STREAM)).toMatchObject({ revision: 0n });
    }
  });

  it('asks another node who leads when one is silent', async () => {
    cluster.node(1).faults.next('gossip', { kind: 'silence' }, 1_000);
    cluster.node(2).faults.next('gossip', { kind: 'unavailable' }, 1_000);
    const store = open(`${cluster.address}&gossipTimeout=1`);
    expect(await store.append(stream, someEvents(1), NO_STREAM)).toMatchObject({ revision: 0n });
  }, 30_000);

  it('asks the nodes behind one name who leads', async () => {
    cluster.elect(2);
    const store = open(cluster.addressOf(0).replace('kurrentdb:', 'esdb+discover:'));
    await store.append(stream, someEvents(1), NO_STREAM);
    expect(asked()[0]).toBe(0);
  });

  it('goes to the leader that a follower names, and back when that one is gone', async () => {
    const store = open(cluster.addressOf(1));
    await store.append(stream, someEvents(1), NO_STREAM);
    cluster.kill(0);
    cluster.elect(1);
    expect(await store.append(stream, someEvents(1), 0n)).toMatchObject({ revision: 1n });
  });

  it('follows when the leadership moves', async () => {
    const store = open();
    await store.append(stream, someEvents(1), NO_STREAM);
    for (const [revision, leader] of [2, 0, 1].entries()) {
      cluster.elect(leader);
      await store.append(stream, someEvents(1), BigInt(revision));
    }
    const events = await store.readStream(stream, { limit: 10 });
    expect(verifyChain(events)).toEqual({ ok: true });
    expect(events).toHaveLength(4);
  });

  it('loses nothing and stores nothing twice when leaders are killed under load', async () => {
    const store = open();
    const streams = Array.from({ length: 4 }, someStream);
    const acknowledged: string[] = [];
    let writing = true;
    const writers = streams.map(async (name) => {
      while (writing) {
        const events = someEvents(2);
        await store.append(name, events, ANY);
        acknowledged.push(...idsOf(events));
      }
    });
    const ending = new AbortController();
    const follower = new Follower(store, undefined, 50, ending.signal);
    for (const [killed, next] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      await pause(150);
      cluster.kill(killed);
      await pause(100);
      cluster.elect(next);
      await pause(150);
      await cluster.revive(killed);
    }
    writing = false;
    await Promise.all(writers);

    const stored = cluster.log.events.map(({ id }) => id);
    expect(acknowledged.length).toBeGreaterThan(20);
    expect([...acknowledged].sort()).toEqual([...stored].sort());
    await follower.until(stored.length);
    expect(idsOf(follower.events)).toEqual(stored);
    ending.abort();
    for (const name of streams) {
      expect(verifyChain(await store.readStream(name, { limit: 10_000 }))).toEqual({ ok: true });
    }
  }, 60_000);
});
