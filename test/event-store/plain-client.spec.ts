import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KurrentDbDouble } from '../doubles/kurrentdb/kurrentdb-double.js';
import { output, startChild } from '../spec/child.js';

/* What is taken away from the client in kurrentdb-client.ts, and why. Once one of these fails, look whether it still must be. */
describe('the client of KurrentDB as it comes', () => {
  let double: KurrentDbDouble;
  let address: string;
  beforeEach(async () => {
    double = await KurrentDbDouble.start();
    address = `esdb://127.0.0.1:${double.endpoint.port}?tls=false`;
  });
  afterEach(() => double.stop());

  it('ends its process when an append is acknowledged twice', async () => {
    double.faults.next('batchAppend', { kind: 'double-acknowledgement' });
    const child = startChild('test/event-store/plain-client.child.ts', [address]);
    expect(await output(child)).toContain('nobody caught TypeError');
  });

  it('waits for a silent server beyond the deadline that it was given', async () => {
    const client = EventStoreDBClient.connectionString(address);
    double.faults.next('batchAppend', { kind: 'silence' });
    let settled = false;
    const settle = (): void => {
      settled = true;
    };
    const event = jsonEvent({ type: 'InvoiceSent', data: {} });
    client.appendToStream('invoice-1', event, { deadline: 100 }).then(settle, settle);
    await pause(600);
    expect(settled).toBe(false);
    await client.dispose();
  });

  it('rejects the appends of every client in the process when the call of one breaks', async () => {
    const other = await KurrentDbDouble.start();
    const clients = [address, `esdb://127.0.0.1:${other.endpoint.port}?tls=false`].map((at) =>
      EventStoreDBClient.connectionString(at),
    );
    double.faults.next('batchAppend', { kind: 'silence' });
    other.faults.next('batchAppend', { kind: 'unavailable' });
    const event = jsonEvent({ type: 'InvoiceSent', data: {} });
    const waiting = clients[0]?.appendToStream('invoice-1', event);
    while (double.seen.calls.get('batchAppend') === undefined) await pause(5);
    const failing = clients[1]?.appendToStream('invoice-1', event);
    expect((await Promise.allSettled([waiting, failing])).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ]);
    for (const client of clients) await client.dispose();
    other.stop();
  });
});
