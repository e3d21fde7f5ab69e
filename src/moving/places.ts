import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DistributedConfig, EmbeddedConfig } from '../config/config.js';
import type { EventStore } from '../event-store/event-store.port.js';
import { KurrentDbEventStore } from '../event-store/kurrentdb/kurrentdb-event-store.js';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import { openServiceDatabase } from '../postgres/service-database.js';
import { MasterKey } from '../privacy/master-key.js';
import { PostgresWrappedKeys } from '../privacy/postgres/postgres-wrapped-keys.js';
import { SqliteWrappedKeys } from '../privacy/sqlite/sqlite-wrapped-keys.js';
import type { WrappedKeys } from '../privacy/wrapped-keys.port.js';
import type { SECRETS } from './backup-manifest.js';
import { MoveRefused } from './move-refused.js';

/** Where a service of a profile keeps what cannot be built again. */
export type Place = EmbeddedPlace | DistributedPlace;
export type EmbeddedPlace = Pick<
  EmbeddedConfig,
  'profile' | 'dataFolder' | 'masterKeyFile' | 'signingKeyFile'
>;
export type DistributedPlace = Pick<
  DistributedConfig,
  'profile' | 'kurrentDbUrl' | 'kurrentDbNamespace' | 'databaseUrl' | 'masterKeyFile' | 'signingKeyFile'
>;

/** Where a secret lies in the service itself. */
export function secretFile(
  { masterKeyFile, signingKeyFile }: Pick<Place, 'masterKeyFile' | 'signingKeyFile'>,
  name: (typeof SECRETS)[number],
): string {
  return name === 'secrets/master.key' ? masterKeyFile : signingKeyFile;
}

/** The log of the configuration, for reading. Throws `MoveRefused` when there is none. */
export function existingLog(config: Place): EventStore {
  if (config.profile === 'embedded' && !existsSync(logFile(config))) {
    throw new MoveRefused(
      'log.absent',
      `In ${config.dataFolder} is geen logboek. Geef met DOORLOPEND_DATA de map van de dienst.`,
    );
  }
  return openLog(config);
}

/** The log of the configuration, made when it is not there. */
export function openLog(config: Place): EventStore {
  if (config.profile === 'distributed') {
    return KurrentDbEventStore.open(config.kurrentDbUrl, { namespace: config.kurrentDbNamespace });
  }
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  return SqliteEventStore.open(logFile(config));
}

/**
 * The wrapped keys of the configuration, made when they are not there: then they belong to the master key that is, unless
 * `belonging` is false.
 */
export async function openKeys(
  config: Place,
  { belonging = true }: { readonly belonging?: boolean } = {},
): Promise<WrappedKeys> {
  const keys = config.profile === 'distributed' ? await sharedKeys(config.databaseUrl) : keysInFile(config);
  if (belonging && existsSync(config.masterKeyFile)) {
    await keys.belongTo(MasterKey.inFile(config.masterKeyFile).fingerprint);
  }
  return keys;
}

function keysInFile({ dataFolder }: EmbeddedPlace): WrappedKeys {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  return SqliteWrappedKeys.open(join(dataFolder, 'keys.db'));
}

async function sharedKeys(databaseUrl: string): Promise<WrappedKeys> {
  const database = await openServiceDatabase(databaseUrl);
  return new PostgresWrappedKeys(database, () => database.destroy());
}

function logFile({ dataFolder }: EmbeddedPlace): string {
  return join(dataFolder, 'events.db');
}
