import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { readConfig } from '../../src/config/read-config.js';
import { PostgresIdempotencyStore } from '../../src/http/idempotency/postgres-idempotency-store.js';
import { migrations } from '../../src/postgres/migrations.js';
import { openServiceDatabase, type ServiceDatabase } from '../../src/postgres/service-database.js';
import { MasterKey } from '../../src/privacy/master-key.js';
import { PostgresPersonalKeys } from '../../src/privacy/postgres/postgres-personal-keys.js';
import { erasuresDone, rememberDone } from '../../src/rights/erasing/erasures-done.js';
import { leaveNothing } from '../../src/rights/erasing/leave-nothing.js';
import type { StoreTables } from '../../src/service-store/migrations.js';
import { accountsContract } from '../contract/accounts.contract.js';
import { embeddedProviderContract } from '../contract/embedded-provider.contract.js';
import { idempotencyStoreContract } from '../contract/idempotency-store.contract.js';
import { personalKeysContract } from '../contract/personal-keys.contract.js';
import { readingsContract } from '../contract/readings.contract.js';
import { type ServiceStoreUnderTest, serviceStoreContract } from '../contract/service-store.contract.js';
import { sharedCountsContract } from '../contract/shared-counts.contract.js';
import { TestPostgres } from './test-postgres.js';

let server: TestPostgres;
beforeAll(async () => {
  server = await TestPostgres.start();
}, 60_000);
afterAll(() => server.stop());

/** A database, and connections to it as each instance has its own. */
async function instances() {
  const url = await server.database();
  const opened: ServiceDatabase[] = [];
  return {
    open: async () => {
      const db = await openServiceDatabase(url);
      opened.push(db);
      return db;
    },
    close: async () => {
      for (const db of opened) await db.destroy();
    },
  };
}

idempotencyStoreContract('PostgreSQL', async () => {
  const { open, close } = await instances();
  return {
    open: async () => PostgresIdempotencyStore.open(await open()),
    age: async (ms) => {
      const db = await open();
      await db
        .updateTable('idempotency')
        .set((eb) => ({ reserved_at: eb('reserved_at', '-', ms) }))
        .execute();
    },
    remove: close,
  };
});

async function beginServiceStore(): Promise<ServiceStoreUnderTest> {
  const { open, close } = await instances();
  return {
    open: async () => ({ db: (await open()).$pickTables<keyof StoreTables>(), close: async () => undefined }),
    remove: close,
  };
}

serviceStoreContract('PostgreSQL', beginServiceStore);
accountsContract('PostgreSQL', beginServiceStore);
embeddedProviderContract('PostgreSQL', beginServiceStore);
readingsContract('PostgreSQL', beginServiceStore);

sharedCountsContract('PostgreSQL', async () => {
  const { open, close } = await instances();
  const db = await open();
  const keys = await PostgresPersonalKeys.open(db, new MasterKey(randomBytes(32)));
  return { store: { db: db.$pickTables<keyof StoreTables>(), close }, keys, remove: close };
});

personalKeysContract('PostgreSQL', async () => {
  const { open, close } = await instances();
  return {
    open: async (masterKey) => PostgresPersonalKeys.open(await open(), masterKey),
    destroy: async (name) => {
      const db = await open();
      await db
        .updateTable('personal_key')
        .set({ wrapped: null, destroyed_at: '2025-04-01T00:00:00.000Z' })
        .where('name', '=', name)
        .execute();
    },
    remove: close,
  };
});

describe('what is left of a key that was destroyed', () => {
  it('is written anew, in a table that goes on being used', async () => {
    const { open, close } = await instances();
    const db = await open();
    const keys = await PostgresPersonalKeys.open(db, new MasterKey(Buffer.alloc(32, 7)));
    const person = 'candidate/01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d' as const;
    await keys.toSeal(person, ['identity']);
    expect(await keys.destroy(person, ['identity'])).toBe(1);
    const store = { db: db.$pickTables<keyof StoreTables>(), close };
    await leaveNothing(
      {
        ...readConfig({}),
        profile: 'distributed',
        kurrentDbUrl: '',
        kurrentDbNamespace: '',
        databaseUrl: '',
      },
      store,
    );
    expect(await keys.fingerprints(person, ['identity'])).toEqual([]);
    await rememberDone(store, 'c', 'r', '2026-03-02T09:00:00.000Z');
    await rememberDone(store, 'c', 'r', '2026-03-03T09:00:00.000Z');
    expect([...(await erasuresDone(store))]).toEqual([['c/r', '2026-03-02T09:00:00.000Z']]);
    await close();
  });
});

describe('the tables of the service in PostgreSQL', () => {
  it('are made once, by however many instances start at the same time', async () => {
    const { open, close } = await instances();
    const databases = await Promise.all([open(), open(), open(), open()]);
    for (const db of databases) {
      expect(await db.selectFrom('idempotency').selectAll().execute()).toEqual([]);
    }
    await close();
  });

  it('go forward under an older program, which starts on them all the same', async () => {
    const url = await server.database();
    const newer = await openServiceDatabase(url, undefined, {
      ...migrations,
      '999_later': {
        up: async (db) => {
          await sql`alter table idempotency add column later text`.execute(db);
        },
      },
    });
    const older = await openServiceDatabase(url);
    const store = await PostgresIdempotencyStore.open(older);
    expect(await store.reserve('r', 'f')).toMatchObject({ commandId: expect.any(String) });
    await older.destroy();
    await newer.destroy();
  });
});
