import { WrongExpectedRevision } from '../../src/event-store/errors.js';
import { NO_STREAM } from '../../src/event-store/expected-revision.js';
import { storeAt } from '../spec/event-logs.js';
import { someEvent } from '../spec/events.js';

/* Appends a number of events to one stream at once, each with an exact expectation, until each is stored. Prints their ids. */

const [place = '', stream = '', count = '0'] = process.argv.slice(2);
const store = storeAt(place);

async function appendOne(): Promise<string> {
  const event = someEvent();
  for (;;) {
    const [last] = await store.readStream(stream, { limit: 1, direction: 'backwards' });
    try {
      await store.append(stream, [event], last?.revision ?? NO_STREAM);
      return event.id;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
    }
  }
}

const ids = await Promise.all(Array.from({ length: Number(count) }, appendOne));
await store.close();
console.log(JSON.stringify(ids));
