import { join } from 'node:path';
import Database from 'better-sqlite3';
import { SqlitePersonalKeys } from '../../src/privacy/sqlite/sqlite-personal-keys.js';
import { temporaryFolder } from '../spec/temporary-folder.js';
import { personalKeysContract } from './personal-keys.contract.js';

personalKeysContract('SQLite', async () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'keys.db');
  return {
    open: async (masterKey) => SqlitePersonalKeys.open(file, masterKey),
    destroy: async (name) => {
      const database = new Database(file);
      database
        .prepare('UPDATE keys SET wrapped = NULL, destroyed_at = ? WHERE name = ?')
        .run('2025-04-01T00:00:00.000Z', name);
      database.close();
    },
    remove: async () => folder.remove(),
  };
});
