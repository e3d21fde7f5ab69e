import { execFileSync } from 'node:child_process';
import { verifyChain } from '../../src/event-store/canonical-hash.js';
import { NO_STREAM } from '../../src/event-store/expected-revision.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { someEvent } from '../spec/events.js';

/*
 * Appends under a limit on the size of files until one is refused, several at once, then reads, then has the limit
 * lifted and goes on. Prints as JSON what happened.
 */

const [file = '', stream = ''] = process.argv.slice(2);
const store = SqliteEventStore.open(file);
const filling = 'x'.repeat(20_000);
const acknowledged: string[] = [];
const refused: { readonly id: string; readonly error: string }[] = [];
const events = new Map<string, ReturnType<typeof someEvent>>();

for (let revision = -1; refused.length === 0 && revision < 10_000; revision += 4) {
  const batch = Array.from({ length: 4 }, () => someEvent({ data: { filling } }));
  await Promise.all(
    batch.map(async (event, index) => {
      events.set(event.id, event);
      const expected = revision + index;
      try {
        await store.append(stream, [event], expected < 0 ? NO_STREAM : BigInt(expected));
        acknowledged.push(event.id);
      } catch (error) {
        refused.push({ id: event.id, error: (error as Error).name });
      }
    }),
  );
}
const whileFull = await store.readStream(stream, { limit: 10_000 });

execFileSync('prlimit', ['--pid', String(process.pid), '--fsize=unlimited']);
const again = [];
for (const [index, { id }] of refused.entries()) {
  const expected = BigInt(acknowledged.length - 1 + index);
  again.push(
    (await store.append(stream, [events.get(id) as ReturnType<typeof someEvent>], expected)).repeated,
  );
}
const afterwards = await store.readStream(stream, { limit: 10_000 });

await store.close();
console.log(
  JSON.stringify({
    acknowledged,
    refused,
    again,
    whileFull: whileFull.map(({ id }) => id),
    afterwards: afterwards.map(({ id }) => id),
    chain: verifyChain(afterwards).ok,
  }),
);
