import { join } from 'node:path';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { temporaryFolder } from '../spec/temporary-folder.js';
import { eventStoreContract } from './event-store.contract.js';
import type { StoreUnderTest } from './store-under-test.js';

async function makeStore(): Promise<StoreUnderTest> {
  const folder = temporaryFolder();
  const opened: SqliteEventStore[] = [];
  const open = (): SqliteEventStore => {
    const store = SqliteEventStore.open(join(folder.path, 'events.db'));
    opened.push(store);
    return store;
  };
  return {
    store: open(),
    again: async () => open(),
    end: async () => {
      for (const store of opened) await store.close();
      folder.remove();
    },
  };
}

eventStoreContract('SQLite', makeStore, {
  ordered: true,
  idsUniqueIn: 'log',
  mostBytesPerAppend: undefined,
});
