import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { MasterKey } from '../../src/privacy/master-key.js';
import type { PersonalKeys } from '../../src/privacy/personal-keys.port.js';
import { Sealer } from '../../src/privacy/sealer.js';
import { SqlitePersonalKeys } from '../../src/privacy/sqlite/sqlite-personal-keys.js';
import { temporaryFolder } from './temporary-folder.js';

/** A sealer with real keys in a folder of its own. */
export interface SealerUnderTest {
  readonly sealer: Sealer;
  readonly keys: PersonalKeys;
  /** Does what erasing a person does. */
  destroy(keyName: string): void;
  /** A sealer over the same keys that remembers none of them. */
  reopened(): Sealer;
  remove(): Promise<void>;
}

export function sealerUnderTest(): SealerUnderTest {
  const folder = temporaryFolder();
  const file = join(folder.path, 'keys.db');
  const masterKey = new MasterKey(randomBytes(32));
  const opened: SqlitePersonalKeys[] = [];
  const openKeys = () => {
    const keys = SqlitePersonalKeys.open(file, masterKey);
    opened.push(keys);
    return keys;
  };
  const open = () => new Sealer(openKeys());
  const keys = openKeys();
  return {
    sealer: new Sealer(keys),
    keys,
    destroy: (keyName) => {
      const database = new Database(file);
      database
        .prepare('UPDATE keys SET wrapped = NULL, destroyed_at = ? WHERE name = ?')
        .run('2025-04-01T00:00:00.000Z', keyName);
      database.close();
    },
    reopened: open,
    remove: async () => {
      for (const keys of opened) await keys.close();
      folder.remove();
    },
  };
}
