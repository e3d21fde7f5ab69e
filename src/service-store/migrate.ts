import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

/** The table in which the migrations that were made stand. */
const MADE = 'kysely_migration';

/**
 * Brings the tables up to date. An older program passes over the migrations that a newer one made: they leave it what it
 * needs. Rejects with the database's error; nothing of a migration that failed stays.
 */
export async function migrate<Tables>(
  db: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>>,
  attempts = 2,
): Promise<void> {
  // Looked up before: while the migrator is at work it has the only connection that SQLite gets.
  const all = { ...Object.fromEntries(await madeByNewer(db, migrations)), ...migrations };
  const migrator = new Migrator({
    db,
    allowUnorderedMigrations: true,
    provider: { getMigrations: async () => all },
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  // A newer program may have made more since it was looked up.
  if (attempts === 1) throw error;
  await migrate(db, migrations, attempts - 1);
}

async function madeByNewer<Tables>(
  db: Kysely<Tables>,
  known: Readonly<Record<string, Migration>>,
): Promise<readonly (readonly [string, Migration])[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === MADE)) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(MADE)}`.execute(db);
  const newer = rows.filter(({ name }) => !Object.hasOwn(known, name));
  return newer.map(({ name }) => [name, { up: async () => undefined }] as const);
}
