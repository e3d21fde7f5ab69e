import { afterAll, beforeAll } from '@jest/globals';
import type { Bookkeeping } from '../../projections/runtime/bookkeeping.js';
import { openPostgresReadStore } from '../../src/read-store/postgres-read-store.js';
import { readStoreContract } from '../contract/read-store.contract.js';
import { TestPostgres } from './test-postgres.js';

let server: TestPostgres;
beforeAll(async () => {
  server = await TestPostgres.start();
}, 60_000);
afterAll(() => server.stop());

readStoreContract('PostgreSQL', async () => {
  const url = await server.database();
  const store = openPostgresReadStore(url);
  // Connections of their own, as a query of another instance has.
  const other = openPostgresReadStore(url);
  return {
    writer: store.writer.withTables<Bookkeeping>(),
    reader: other.writer.withTables<Bookkeeping>(),
    dialect: store.dialect,
    close: async () => {
      await other.close();
      await store.close();
    },
  };
});
