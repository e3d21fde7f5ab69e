import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config, EmbeddedConfig } from '../config/config.js';
import type { EventStore } from '../event-store/event-store.port.js';
import { KurrentDbEventStore } from '../event-store/kurrentdb/kurrentdb-event-store.js';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import { openServiceDatabase } from '../postgres/service-database.js';
import { MasterKey } from '../privacy/master-key.js';
import { PostgresWrappedKeys } from '../privacy/postgres/postgres-wrapped-keys.js';
import { SqliteWrappedKeys } from '../privacy/sqlite/sqlite-wrapped-keys.js';
import type { WrappedKeys } from '../privacy/wrapped-keys.port.js';
import { MoveRefused } from './move-refused.js';

/** The log of the configuration, for reading. Throws `MoveRefused` when there is none. */
export function existingLog(config: Config): EventStore {
  if (config.profile === 'embedded' && !existsSync(logFile(config))) {
    throw new MoveRefused(
      'log.absent',
      `In ${config.dataFolder} is geen logboek. Geef met DOORLOPEND_DATA de map van de dienst.`,
    );
  }
  return openLog(config);
}

/** The log of the configuration, made when it is not there. */
export function openLog(config: Config): EventStore {
  if (config.profile === 'distributed') return KurrentDbEventStore.open(config.kurrentDbUrl);
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  return SqliteEventStore.open(logFile(config));
}

/**
 * The wrapped keys of the configuration, made when they are not there: then they belong to the master key that is, unless
 * `belonging` is false.
 */
export async function openKeys(
  config: Config,
  { belonging = true }: { readonly belonging?: boolean } = {},
): Promise<WrappedKeys> {
  const keys = config.profile === 'distributed' ? await sharedKeys(config.databaseUrl) : keysInFile(config);
  if (belonging && existsSync(config.masterKeyFile)) {
    await keys.belongTo(MasterKey.inFile(config.masterKeyFile).fingerprint);
  }
  return keys;
}

function keysInFile({ dataFolder }: EmbeddedConfig): WrappedKeys {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  return SqliteWrappedKeys.open(join(dataFolder, 'keys.db'));
}

async function sharedKeys(databaseUrl: string): Promise<WrappedKeys> {
  const database = await openServiceDatabase(databaseUrl);
  return new PostgresWrappedKeys(database, () => database.destroy());
}

function logFile({ dataFolder }: EmbeddedConfig): string {
  return join(dataFolder, 'events.db');
}
