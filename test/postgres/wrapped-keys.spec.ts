import { afterAll, beforeAll } from '@jest/globals';
import { openServiceDatabase } from '../../src/postgres/service-database.js';
import { PostgresPersonalKeys } from '../../src/privacy/postgres/postgres-personal-keys.js';
import { PostgresWrappedKeys } from '../../src/privacy/postgres/postgres-wrapped-keys.js';
import { wrappedKeysContract } from '../contract/wrapped-keys.contract.js';
import { TestPostgres } from './test-postgres.js';

let server: TestPostgres;
beforeAll(async () => {
  server = await TestPostgres.start();
}, 60_000);
afterAll(() => server.stop(), 60_000);

wrappedKeysContract('PostgreSQL', async () => {
  const url = await server.database();
  const db = await openServiceDatabase(url);
  return {
    wrapped: new PostgresWrappedKeys(db),
    personal: async (masterKey) => PostgresPersonalKeys.open(db, masterKey),
    service: async (masterKey) => {
      const other = await openServiceDatabase(url);
      const keys = await PostgresPersonalKeys.open(other, masterKey);
      return Object.assign(keys, { close: () => other.destroy() });
    },
    remove: () => db.destroy(),
  };
});
