import { join } from 'node:path';
import type { Config } from '../../config/config.js';
import { DatabaseClock } from '../../postgres/database-clock.js';
import { openServiceDatabase, timeOf } from '../../postgres/service-database.js';
import { type Clock, SystemClock } from '../../shared/clock.js';
import type { IdempotencyStore } from './idempotency-store.port.js';
import { PostgresIdempotencyStore } from './postgres-idempotency-store.js';
import { SqliteIdempotencyStore } from './sqlite-idempotency-store.js';

/** What every write goes by: the time, and which commands were asked before. */
export interface Operations {
  readonly clock: Clock;
  readonly idempotency: IdempotencyStore;
  close(): Promise<void>;
}

/** Opens them for the profile; `onIdleFailure` is told of connections that broke while nobody used them. */
export async function openOperations(
  config: Config,
  onIdleFailure: (error: unknown) => void,
): Promise<Operations> {
  if (config.profile === 'embedded') {
    const idempotency = new SqliteIdempotencyStore(join(config.dataFolder, 'operations.db'));
    return { clock: new SystemClock(), idempotency, close: () => idempotency.close() };
  }
  const database = await openServiceDatabase(config.databaseUrl, onIdleFailure);
  try {
    const time = await DatabaseClock.follow(() => timeOf(database));
    const idempotency = await PostgresIdempotencyStore.open(database);
    const close = async (): Promise<void> => {
      time.stop();
      await idempotency.close();
    };
    return { clock: new SystemClock(time.epochMs), idempotency, close };
  } catch (error) {
    await database.destroy();
    throw error;
  }
}
