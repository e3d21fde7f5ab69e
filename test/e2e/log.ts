import { join } from 'node:path';
import type { RecordedEvent } from '../../src/event-store/event-store.port.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { readWholeStream } from '../contract/store-under-test.js';

/** Every event of a trajectory as the log in the folder of a service holds it, whether or not the service runs. */
export async function eventsOf(folder: string, trajectoryId: string): Promise<readonly RecordedEvent[]> {
  const store = SqliteEventStore.open(join(folder, 'events.db'));
  try {
    return await readWholeStream(store, `trajectory-${trajectoryId}`);
  } finally {
    await store.close();
  }
}

/** The ids of the sessions that events record, in their order. */
export function sessionIdsIn(events: readonly RecordedEvent[]): readonly string[] {
  return events.filter(({ type }) => type === 'SessionRecorded').map(({ data }) => String(data.sessionId));
}
