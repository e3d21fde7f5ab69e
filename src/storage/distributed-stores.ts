import type { DistributedConfig } from '../config/config.js';
import { KurrentDbEventStore } from '../event-store/kurrentdb/kurrentdb-event-store.js';
import { openServiceDatabase } from '../postgres/service-database.js';
import { MasterKey } from '../privacy/master-key.js';
import { PostgresPersonalKeys } from '../privacy/postgres/postgres-personal-keys.js';
import { openPostgresReadStore } from '../read-store/postgres-read-store.js';
import type { Stores } from './stores.js';

/**
 * The log in KurrentDB, keys and read models in PostgreSQL. Rejects when PostgreSQL cannot be reached; KurrentDB is
 * reached for when it is first used. `onIdleFailure` is told of connections that broke while nobody used them.
 */
export async function openDistributedStores(
  { kurrentDbUrl, kurrentDbNamespace, databaseUrl, masterKeyFile }: DistributedConfig,
  onIdleFailure: (error: unknown) => void,
): Promise<Stores> {
  const masterKey = MasterKey.inFile(masterKeyFile);
  const database = await openServiceDatabase(databaseUrl, onIdleFailure);
  try {
    const keys = await PostgresPersonalKeys.open(database, masterKey);
    const eventStore = KurrentDbEventStore.open(kurrentDbUrl, { namespace: kurrentDbNamespace });
    const readStore = openPostgresReadStore(databaseUrl, onIdleFailure);
    return {
      eventStore,
      keys,
      readStore,
      shared: true,
      close: async () => {
        await readStore.close();
        await eventStore.close();
        await keys.close();
        await database.destroy();
      },
    };
  } catch (error) {
    await database.destroy();
    throw error;
  }
}
