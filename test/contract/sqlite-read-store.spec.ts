import type { Bookkeeping } from '../../projections/runtime/bookkeeping.js';
import { openReadStore } from '../../src/read-store/read-store.js';
import { temporaryFolder } from '../spec/temporary-folder.js';
import { readStoreContract } from './read-store.contract.js';

readStoreContract('SQLite', async () => {
  const folder = temporaryFolder();
  const store = openReadStore(folder.path);
  // A second file handle on the same file, as a query of another process has.
  const other = openReadStore(folder.path);
  return {
    writer: store.writer.withTables<Bookkeeping>(),
    reader: other.writer.withTables<Bookkeeping>(),
    dialect: store.dialect,
    close: async () => {
      await other.close();
      await store.close();
      folder.remove();
    },
  };
});
