import { join } from 'node:path';
import Database from 'better-sqlite3';
import { SqliteIdempotencyStore } from '../../src/http/idempotency/sqlite-idempotency-store.js';
import { idempotencyStoreContract } from '../contract/idempotency-store.contract.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

idempotencyStoreContract('SQLite', async () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'operations.db');
  return {
    open: async () => new SqliteIdempotencyStore(file),
    age: async (ms) => {
      const database = new Database(file);
      database.prepare('UPDATE idempotency SET reserved_at = reserved_at - ?').run(ms);
      database.close();
    },
    remove: async () => folder.remove(),
  };
});
