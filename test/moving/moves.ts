import { join } from 'node:path';
import { EventRegistry } from '../../src/event-store/event-registry.js';
import type { EventStore, RecordedEvent } from '../../src/event-store/event-store.port.js';
import type { EndLine } from '../../src/moving/export-format.js';
import { exportLines } from '../../src/moving/export-lines.js';
import { type ImportedEvents, importEvents } from '../../src/moving/import-events.js';
import { writeExport } from '../../src/moving/write-export.js';
import { SqliteWrappedKeys } from '../../src/privacy/sqlite/sqlite-wrapped-keys.js';
import type { WrappedKey, WrappedKeys } from '../../src/privacy/wrapped-keys.port.js';

/** Exports a log, with the keys where they are given. */
export function exportTo(path: string, store: EventStore, keys?: WrappedKeys): Promise<EndLine> {
  const parts = { store, programVersion: '0.1.0', now: new Date(), ...(keys && { keys }) };
  return writeExport(path, exportLines(parts));
}

/** Brings an export in; its keys into `keys.db` of the folder. */
export function importFrom(path: string, store: EventStore, keysFolder = ''): Promise<ImportedEvents> {
  const openKeys = async () => SqliteWrappedKeys.open(join(keysFolder, 'keys.db'));
  return importEvents(path, { store, registry: new EventRegistry('0.1.0'), openKeys });
}

/** Every event of a log in the order of its feed. */
export async function everythingIn(store: EventStore): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (let more = true; more; ) {
    const after = events.at(-1)?.position;
    const page = await store.readAll({ limit: 10_000, ...(after === undefined ? {} : { after }) });
    events.push(...page);
    more = page.length > 0;
  }
  return events;
}

/** All of every event but its position, which is the store's own; by stream and in the order of each. */
export async function contentsOf(store: EventStore): Promise<readonly object[]> {
  const events = await everythingIn(store);
  return events
    .map(({ position: _, ...event }) => event)
    .sort((a, b) => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : Number(a.revision - b.revision)));
}

/** Every key in a store of them. */
export async function keysIn(keys: WrappedKeys): Promise<readonly WrappedKey[]> {
  const found: WrappedKey[] = [];
  for await (const key of keys.all()) found.push(key);
  return found;
}
