import { join } from 'node:path';
import { SqliteIdempotencyStore } from '../../src/http/idempotency/sqlite-idempotency-store.js';
import { idempotencyStoreContract } from '../contract/idempotency-store.contract.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

idempotencyStoreContract('SQLite', async () => {
  const folder = temporaryFolder();
  return {
    open: async () => new SqliteIdempotencyStore(join(folder.path, 'operations.db')),
    remove: async () => folder.remove(),
  };
});
