import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import type { EventStore } from '../event-store/event-store.port.js';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import { MasterKey } from '../privacy/master-key.js';
import { SqliteWrappedKeys } from '../privacy/sqlite/sqlite-wrapped-keys.js';
import type { WrappedKeys } from '../privacy/wrapped-keys.port.js';
import { MoveRefused } from './move-refused.js';

type Place = Pick<Config, 'dataFolder' | 'masterKeyFile'>;

/** The log of the configuration, for reading. Throws `MoveRefused` when there is none. */
export function existingLog(place: Place): EventStore {
  if (!existsSync(logFile(place))) {
    throw new MoveRefused(
      'log.absent',
      `In ${place.dataFolder} is geen logboek. Geef met DOORLOPEND_DATA de map van de dienst.`,
    );
  }
  return SqliteEventStore.open(logFile(place));
}

/** The log of the configuration, made when it is not there. */
export function openLog(place: Place): EventStore {
  mkdirSync(place.dataFolder, { recursive: true, mode: 0o700 });
  return SqliteEventStore.open(logFile(place));
}

/** The wrapped keys of the configuration, made when they are not there: then they belong to the master key that is. */
export async function openKeys(place: Place): Promise<WrappedKeys> {
  mkdirSync(place.dataFolder, { recursive: true, mode: 0o700 });
  const keys = SqliteWrappedKeys.open(join(place.dataFolder, 'keys.db'));
  if (existsSync(place.masterKeyFile)) await keys.belongTo(MasterKey.inFile(place.masterKeyFile).fingerprint);
  return keys;
}

function logFile({ dataFolder }: Place): string {
  return join(dataFolder, 'events.db');
}
