import { TestDatabase } from '../doubles/kurrentdb/test-database.js';
import { eventStoreContract } from './event-store.contract.js';
import type { StoreUnderTest } from './store-under-test.js';

async function makeStore(): Promise<StoreUnderTest> {
  const database = await TestDatabase.start();
  return { store: database.open(), again: async () => database.open(), end: () => database.end() };
}

eventStoreContract('KurrentDB', makeStore, {
  ordered: true,
  idsUniqueIn: 'stream',
  mostBytesPerAppend: 1_048_576,
});
