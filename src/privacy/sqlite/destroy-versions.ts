import type Database from 'better-sqlite3';
import type { Protection } from '../../../domain/shared/protected.js';
import { firstName, versionsBetween } from '../key-versions.js';
import type { Person } from '../personal-keys.port.js';

/**
 * Destroys every version of a person's keys for these protections, in one transaction, and gives how many there were.
 * Where there was none it is remembered all the same, so that none is made again.
 */
export function destroyVersions(
  database: Database.Database,
  person: Person,
  protections: readonly Protection[],
  at: string,
): number {
  const destroy = database.prepare(
    'UPDATE keys SET wrapped = NULL, destroyed_at = ? WHERE name >= ? AND name < ? AND wrapped IS NOT NULL',
  );
  const isThere = database.prepare('SELECT 1 FROM keys WHERE name >= ? AND name < ? LIMIT 1').pluck();
  const remember = database.prepare(
    'INSERT OR IGNORE INTO keys (name, wrapped, created_at, destroyed_at) VALUES (?, NULL, ?, ?)',
  );
  return database
    .transaction(() => {
      let destroyed = 0;
      for (const protection of protections) {
        const base = `${person}/${protection}`;
        const bounds = versionsBetween(base);
        destroyed += destroy.run(at, ...bounds).changes;
        if (isThere.get(...bounds) === undefined) remember.run(firstName(base), at, at);
      }
      return destroyed;
    })
    .immediate();
}
