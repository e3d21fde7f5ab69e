import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { storeMigrations } from '../../src/service-store/migrations.js';
import { openSqliteServiceStore } from '../../src/service-store/sqlite-service-store.js';
import { accountsContract } from '../contract/accounts.contract.js';
import { embeddedProviderContract } from '../contract/embedded-provider.contract.js';
import { readingsContract } from '../contract/readings.contract.js';
import { type ServiceStoreUnderTest, serviceStoreContract } from '../contract/service-store.contract.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

async function begin(): Promise<ServiceStoreUnderTest> {
  const folder = temporaryFolder();
  return {
    open: () => openSqliteServiceStore(join(folder.path, 'service.db')),
    remove: async () => folder.remove(),
  };
}

serviceStoreContract('SQLite', begin);
accountsContract('SQLite', begin);
embeddedProviderContract('SQLite', begin);
readingsContract('SQLite', begin);

describe('service.db', () => {
  it('is for the own user alone, overwrites what is deleted and waits for the disk', async () => {
    const folder = temporaryFolder();
    const file = join(folder.path, 'service.db');
    const store = await openSqliteServiceStore(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const pragma = async (name: string) =>
      Object.values((await sql<object>`pragma ${sql.raw(name)}`.execute(store.db)).rows[0] ?? {})[0];
    expect([
      await pragma('secure_delete'),
      await pragma('synchronous'),
      await pragma('foreign_keys'),
    ]).toEqual([1, 2, 1]);
    await store.close();
    folder.remove();
  });

  it('goes forward under an older program, which opens it all the same', async () => {
    const folder = temporaryFolder();
    const file = join(folder.path, 'service.db');
    const newer = await openSqliteServiceStore(file, {
      ...storeMigrations,
      '999_later': {
        up: async (db) => {
          await sql`alter table reading add column later text`.execute(db);
        },
      },
    });
    const older = await openSqliteServiceStore(file);
    expect(await older.db.selectFrom('reading').select('reading_id').execute()).toEqual([]);
    await older.close();
    await newer.close();
    folder.remove();
  });
});
