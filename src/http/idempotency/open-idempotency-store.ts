import { join } from 'node:path';
import type { Config } from '../../config/config.js';
import { openServiceDatabase } from '../../postgres/service-database.js';
import type { IdempotencyStore } from './idempotency-store.port.js';
import { PostgresIdempotencyStore } from './postgres-idempotency-store.js';
import { SqliteIdempotencyStore } from './sqlite-idempotency-store.js';

/** Opens the keys of the profile; `onIdleFailure` is told of connections that broke while nobody used them. */
export async function openIdempotencyStore(
  config: Config,
  onIdleFailure: (error: unknown) => void,
): Promise<IdempotencyStore> {
  return config.profile === 'embedded'
    ? new SqliteIdempotencyStore(join(config.dataFolder, 'operations.db'))
    : PostgresIdempotencyStore.open(await openServiceDatabase(config.databaseUrl, onIdleFailure));
}
