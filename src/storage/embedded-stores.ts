import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EmbeddedConfig } from '../config/config.js';
import { CommittingThread } from '../event-store/sqlite/committing-thread.js';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import { MasterKey } from '../privacy/master-key.js';
import { SqlitePersonalKeys } from '../privacy/sqlite/sqlite-personal-keys.js';
import { openReadStore } from '../read-store/read-store.js';
import type { Stores } from './stores.js';

/** Everything in SQLite files in the data folder, which is made for the service's own user alone where it is not there. */
export function openEmbeddedStores({ dataFolder, masterKeyFile, commitsEvents }: EmbeddedConfig): Stores {
  for (const folder of [dataFolder, dirname(masterKeyFile)]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
  const log = join(dataFolder, 'events.db');
  const thread = commitsEvents === 'in-own-thread' ? new CommittingThread(log) : undefined;
  const eventStore = SqliteEventStore.open(log, thread);
  const keys = SqlitePersonalKeys.open(join(dataFolder, 'keys.db'), MasterKey.inFile(masterKeyFile));
  const readStore = openReadStore(dataFolder);
  return {
    eventStore,
    keys,
    readStore,
    shared: false,
    commits: eventStore,
    close: async () => {
      await readStore.close();
      await eventStore.close();
      await keys.close();
    },
  };
}
