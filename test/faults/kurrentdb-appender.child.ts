import { v7 } from 'uuid';
import { ANY } from '../../src/event-store/expected-revision.js';
import { KurrentDbEventStore } from '../../src/event-store/kurrentdb/kurrentdb-event-store.js';
import { someEvent } from '../spec/events.js';

/*
 * Appends until SIGTERM, many at once, and prints the id of each event once its append was acknowledged. A rejection
 * that nobody handles ends it with another code than 0, as it would end the service.
 */

const [address = '', ...streams] = process.argv.slice(2);
const store = KurrentDbEventStore.open(address, {
  appendTimeoutMs: 1_000,
  resolveWithinMs: 20_000,
  readWithinMs: 20_000,
  firstPauseMs: 10,
  longestPauseMs: 200,
  ...(process.env.NAMESPACE === undefined ? {} : { namespace: process.env.NAMESPACE }),
});
let ending = false;
process.on('SIGTERM', () => {
  ending = true;
});

async function appendUntilTheEnd(stream: string): Promise<void> {
  while (!ending) {
    const events = Array.from({ length: 1 + Math.floor(Math.random() * 3) }, () => someEvent({ id: v7() }));
    await store.append(stream, events, ANY);
    process.stdout.write(`${events.map(({ id }) => id).join('\n')}\n`);
  }
}

await Promise.all(streams.flatMap((stream) => [stream, stream, stream]).map(appendUntilTheEnd));
await store.close();
