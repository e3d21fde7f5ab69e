import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { EventRegistry } from '../../src/event-store/event-registry.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { MasterKey } from '../../src/privacy/master-key.js';
import { Sealer } from '../../src/privacy/sealer.js';
import { SqlitePersonalKeys } from '../../src/privacy/sqlite/sqlite-personal-keys.js';

/** The log and the keys of the generated events. */
export interface Stores {
  readonly store: SqliteEventStore;
  readonly registry: EventRegistry;
  readonly sealer: Sealer;
  close(): Promise<void>;
}

/** The file in `folder` that holds the generated log. */
export function logFile(folder: string): string {
  return join(folder, 'events.db');
}

/** Opens the stores in `folder`, made where they are not there yet. */
export function openStores(folder: string): Stores {
  mkdirSync(folder, { recursive: true });
  const keys = SqlitePersonalKeys.open(join(folder, 'keys.db'), MasterKey.inFile(join(folder, 'master.key')));
  const store = SqliteEventStore.open(logFile(folder));
  return {
    store,
    registry: new EventRegistry('bench'),
    sealer: new Sealer(keys),
    close: async () => {
      await store.close();
      await keys.close();
    },
  };
}
