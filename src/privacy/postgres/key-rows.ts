import { sql } from 'kysely';
import type { Protection } from '../../../domain/shared/protected.js';
import type { ServiceDatabase } from '../../postgres/service-database.js';
import { firstName, versionsBetween } from '../key-versions.js';
import type { Person } from '../personal-keys.port.js';

/** Until the transaction ends no other instance makes, destroys or adds a key; reading goes on. */
export async function lockKeys(db: ServiceDatabase): Promise<void> {
  await sql`lock table personal_key in share row exclusive mode`.execute(db);
}

/** Every version of the keys whose names begin with one of these, by name; a destroyed one without its key. */
export async function versionsUnder(
  db: ServiceDatabase,
  bases: readonly string[],
): Promise<readonly { readonly name: string; readonly wrapped: Buffer | null }[]> {
  if (bases.length === 0) return [];
  return db
    .selectFrom('personal_key')
    .select(['name', 'wrapped'])
    .where((eb) =>
      eb.or(
        bases.map((base) => {
          const [from, before] = versionsBetween(base);
          return eb.and([eb('name', '>=', from), eb('name', '<', before)]);
        }),
      ),
    )
    .orderBy('name')
    .execute();
}

/**
 * Destroys every version of a person's keys for these protections, in one transaction, and gives how many there were.
 * Where there was none it is remembered all the same, so that none is made again.
 */
export function destroyVersions(
  database: ServiceDatabase,
  person: Person,
  protections: readonly Protection[],
  at: string,
): Promise<number> {
  const bases = protections.map((protection) => `${person}/${protection}`);
  return database.transaction().execute(async (db) => {
    await lockKeys(db);
    const rows = await versionsUnder(db, bases);
    const present = rows.filter(({ wrapped }) => wrapped !== null).map(({ name }) => name);
    if (present.length > 0) {
      await db
        .updateTable('personal_key')
        .set({ wrapped: null, destroyed_at: at })
        .where('name', 'in', present)
        .execute();
    }
    const without = bases.filter((base) => !rows.some(({ name }) => name.startsWith(`${base}/`)));
    if (without.length > 0) {
      await db
        .insertInto('personal_key')
        .values(
          without.map((base) => ({ name: firstName(base), wrapped: null, created_at: at, destroyed_at: at })),
        )
        .execute();
    }
    return present.length;
  });
}
