import { once } from 'node:events';
import { TestDatabase } from '../doubles/kurrentdb/test-database.js';
import { TestPostgres } from '../postgres/test-postgres.js';
import type { SharedServers } from './place.js';

/*
 * The servers that all services of a run share: a PostgreSQL of its own, and the KurrentDB at KURRENTDB_URL or else a
 * double. Prints their addresses as a line of JSON, and goes on until its standard input ends; then it leaves nothing.
 */

const postgres = await TestPostgres.start();
const log = await TestDatabase.start();
const servers: SharedServers = {
  ...postgres.maintenance,
  kurrentDbUrl: log.address,
  namespace: log.namespace,
};
console.log(JSON.stringify(servers));
await once(process.stdin.resume(), 'end');
await log.end();
await postgres.stop();
