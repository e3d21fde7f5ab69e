import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import { openServiceDatabase, type ServiceDatabase } from '../postgres/service-database.js';
import type { StoreTables } from './migrations.js';
import type { ServiceStore } from './service-store.js';
import { openSqliteServiceStore } from './sqlite-service-store.js';

/** Opens the service store of the profile; `onIdleFailure` is told of connections that broke while nobody used them. */
export async function openServiceStore(
  config: Config,
  onIdleFailure: (error: unknown) => void,
): Promise<ServiceStore> {
  if (config.profile === 'distributed') {
    return inPostgres(await openServiceDatabase(config.databaseUrl, onIdleFailure));
  }
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  return openSqliteServiceStore(join(config.dataFolder, 'service.db'));
}

/** The service store in a database that it closes with itself. */
function inPostgres(database: ServiceDatabase): ServiceStore {
  return { db: database.$pickTables<keyof StoreTables>(), close: () => database.destroy() };
}
