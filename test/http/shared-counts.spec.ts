import { join } from 'node:path';
import { MasterKey } from '../../src/privacy/master-key.js';
import { SqlitePersonalKeys } from '../../src/privacy/sqlite/sqlite-personal-keys.js';
import { openSqliteServiceStore } from '../../src/service-store/sqlite-service-store.js';
import { sharedCountsContract } from '../contract/shared-counts.contract.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

sharedCountsContract('SQLite', async () => {
  const folder = temporaryFolder();
  const store = await openSqliteServiceStore(join(folder.path, 'service.db'));
  const keys = SqlitePersonalKeys.open(
    join(folder.path, 'keys.db'),
    MasterKey.inFile(join(folder.path, 'master.key')),
  );
  return {
    store,
    keys,
    remove: async () => {
      await keys.close();
      await store.close();
      folder.remove();
    },
  };
});
