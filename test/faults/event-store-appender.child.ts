import { v7 } from 'uuid';
import { ANY } from '../../src/event-store/expected-revision.js';
import { storeAt } from '../spec/event-logs.js';
import { someEvent } from '../spec/events.js';

/* Appends for ever, many at once, and prints the id of each event once its append was acknowledged. */

const [place = '', ...streams] = process.argv.slice(2);
const store = storeAt(place);

async function appendForEver(stream: string): Promise<never> {
  for (;;) {
    const events = Array.from({ length: 1 + Math.floor(Math.random() * 3) }, () => someEvent({ id: v7() }));
    await store.append(stream, events, ANY);
    process.stdout.write(`${events.map(({ id }) => id).join('\n')}\n`);
  }
}

await Promise.all(streams.flatMap((stream) => [stream, stream, stream]).map(appendForEver));
