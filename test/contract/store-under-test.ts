import type { EventStore, Position, RecordedEvent } from '../../src/event-store/event-store.port.js';
import type { EventLog } from '../spec/event-logs.js';

/** One log for one test, which may hold other events than the test's own. */
export interface StoreUnderTest {
  readonly store: EventStore;
  /** Opens the same log once more, as another process or a restarted one would. */
  again(): Promise<EventStore>;
  /** Closes everything that was opened and takes the log away. */
  end(): Promise<void>;
}

export type MakeStore = () => Promise<StoreUnderTest>;

/** A log of its own as one test uses it. */
export function storeUnderTest(log: EventLog): StoreUnderTest {
  return { store: log.open(), again: async () => log.open(), end: () => log.end() };
}

/** Every event after a position, page by page. */
export async function readWhole(
  store: EventStore,
  after?: Position,
  limit = 1_000,
): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (let from = after; ; from = events.at(-1)?.position) {
    const page = await store.readAll({ limit, ...(from === undefined ? {} : { after: from }) });
    if (page.length === 0) return events;
    events.push(...page);
  }
}

/** Every event of a stream, page by page. */
export async function readWholeStream(
  store: EventStore,
  stream: string,
  limit = 1_000,
): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (;;) {
    const page = await store.readStream(stream, { from: BigInt(events.length), limit });
    if (page.length === 0) return events;
    events.push(...page);
  }
}
