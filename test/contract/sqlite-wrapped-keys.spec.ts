import { join } from 'node:path';
import { SqlitePersonalKeys } from '../../src/privacy/sqlite/sqlite-personal-keys.js';
import { SqliteWrappedKeys } from '../../src/privacy/sqlite/sqlite-wrapped-keys.js';
import { temporaryFolder } from '../spec/temporary-folder.js';
import { wrappedKeysContract } from './wrapped-keys.contract.js';

wrappedKeysContract('SQLite', async () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'keys.db');
  return {
    wrapped: SqliteWrappedKeys.open(file),
    personal: async (masterKey) => SqlitePersonalKeys.open(file, masterKey),
    service: async (masterKey) => SqlitePersonalKeys.open(file, masterKey),
    remove: async () => folder.remove(),
  };
});
