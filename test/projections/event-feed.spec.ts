import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventRegistry, NewerEvent } from '../../src/event-store/event-registry.js';
import type { NewEvent } from '../../src/event-store/event-store.port.js';
import { NO_STREAM } from '../../src/event-store/expected-revision.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { EventFeed } from '../../src/storage/event-feed.js';
import { idsOf, someEvent, someStream } from '../spec/events.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

const registry = new EventRegistry('test', {
  trajectory: {
    Grown: {
      version: 2,
      occurredOn: () => undefined,
      protect: {},
      upcasters: { 1: (data) => ({ ...data, lifted: true }) },
    },
    Other: { version: 1, occurredOn: () => undefined, protect: {}, upcasters: {} },
  },
});

describe('the feed of the event store', () => {
  const folder = temporaryFolder();
  let store: SqliteEventStore;
  let feed: EventFeed;
  let files = 0;
  beforeEach(() => {
    files += 1;
    store = SqliteEventStore.open(`${folder.path}/events-${files}.db`);
    feed = new EventFeed(store, registry);
  });
  afterEach(() => store.close());
  afterAll(() => folder.remove());

  const stored = async (...events: readonly NewEvent[]): Promise<readonly NewEvent[]> => {
    await store.append(someStream(), events, NO_STREAM);
    return events;
  };
  const grown = (schemaVersion: number) => someEvent({ type: 'Grown', schemaVersion, data: { a: 1 } });

  it('gives every event in the present shape of its type, as text too when it was stored so', async () => {
    const [, present] = await stored(grown(1), grown(2));
    const { events } = await feed.readAll({ limit: 10 });
    expect(events.map(({ data }) => data)).toEqual([{ a: 1, lifted: true }, { a: 1 }]);
    expect(events.map(({ dataText }) => dataText)).toEqual([undefined, '{"a":1}']);
    for (const { metadataText = '', actor, commandId, recordedAt } of events)
      expect(JSON.parse(metadataText)).toMatchObject({ actor, commandId, recordedAt });
    const { recordedAt, occurredOn, actor, commandId } = (present as NewEvent).metadata;
    expect(events[1]?.recordedAt).toBe(recordedAt);
    expect(events[1]?.occurredOn).toBe(occurredOn);
    expect(events[1]?.actor).toEqual(actor);
    expect(events[1]?.commandId).toBe(commandId);
  });

  it('passes over every shape of what is not asked for', async () => {
    const events = await stored(grown(1), someEvent({ type: 'Other' }), grown(2));
    const { position } = await store.append(someStream(), [grown(2)], NO_STREAM);
    const stretch = await feed.readAll({ limit: 10, types: new Set(['Other']) });
    expect(idsOf(stretch.events)).toEqual(idsOf(events.slice(1, 2)));
    expect(stretch).toMatchObject({ position, passed: 4 });
  });

  it.each([
    ['a type', someEvent({ type: 'Unheard' })],
    ['a shape of a type', grown(3)],
  ])('never passes over %s that the program does not know, asked for or not', async (_, event) => {
    await stored(someEvent({ type: 'Other' }), event);
    const reading = feed.readAll({ limit: 10, types: new Set(['Other']) });
    await expect(reading).rejects.toBeInstanceOf(NewerEvent);
  });
});
