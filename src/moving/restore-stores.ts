import { join } from 'node:path';
import { sql } from 'kysely';
import { EventRegistry } from '../event-store/event-registry.js';
import { openServiceDatabase, type ServiceDatabase, timeOf } from '../postgres/service-database.js';
import { PostgresWrappedKeys } from '../privacy/postgres/postgres-wrapped-keys.js';
import { VERSION } from '../shared/version.js';
import { LOG_FILE, type Manifest, TABLES_FILE } from './backup-manifest.js';
import { bringErasures, destroyErasedKeys, erasuresIn } from './erasures.js';
import { importEvents } from './import-events.js';
import { MoveRefused } from './move-refused.js';
import { type DistributedPlace, openLog } from './places.js';
import { exportLinesOf, headerIn } from './read-export.js';
import { checkBackup, checkMasterKey, placeSecrets, type Restoring } from './restore-checks.js';
import { COPIED_TABLES } from './service-tables.js';
import { readTables } from './table-rows.js';

/** Under this name stands which tables were put back, so that a run that goes on does not put them back twice. */
const RESTORED = 'restored-tables';

/**
 * Brings the log of a backup into a KurrentDB without events of ours, and the keys and tables into a PostgreSQL without
 * any. Events and keys that are there already must be those of the backup: then a run before this one was cut off. Gives
 * how many keys of people who were forgotten after the backup it destroyed.
 */
export async function restoreStores(
  { folder, manifest, erasures, onProgress }: Restoring,
  place: DistributedPlace,
): Promise<number> {
  let keysDestroyed = 0;
  const log = join(folder, LOG_FILE);
  await checkBackup(folder, manifest, place);
  checkMasterKey(folder, (await headerIn(log)).masterKey, place);
  const database = await openServiceDatabase(place.databaseUrl);
  const store = openLog(place);
  try {
    const tablesThere = await refuseFull(database, manifest, log);
    const { events } = await importEvents(log, {
      store,
      registry: new EventRegistry(VERSION),
      openKeys: async () => new PostgresWrappedKeys(database),
      alone: true,
      onProgress: (phase, done) => phase !== 'check' && onProgress(phase, done),
    });
    if (events !== manifest.events) throw otherLog();
    if ((await bringErasures(store, erasures)) > 0) {
      const keys = new PostgresWrappedKeys(database);
      keysDestroyed = await destroyErasedKeys(await erasuresIn(store), keys, new Date());
    }
    if (!tablesThere) await putTablesBack(database, manifest, join(folder, TABLES_FILE));
  } finally {
    await store.close();
    await database.destroy();
  }
  await placeSecrets(folder, manifest, place);
  return keysDestroyed;
}

/** True when the tables of this very backup were put back before. Throws `MoveRefused` when anything else is there. */
async function refuseFull(db: ServiceDatabase, manifest: Manifest, log: string): Promise<boolean> {
  if (await isRunning(db)) {
    throw new MoveRefused(
      'service.running',
      'Op deze database draait een instantie van de dienst. Stop ze alle, en voer dezelfde opdracht opnieuw uit.',
    );
  }
  if ((await hasReadModels(db)) || (await hasOtherKeys(db, log))) throw notEmpty();
  const restored = await db
    .selectFrom('meta')
    .select('value')
    .where('name', '=', RESTORED)
    .executeTakeFirst();
  if (restored !== undefined && restored.value === digestOf(manifest)) return true;
  for (const table of COPIED_TABLES) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0) throw notEmpty();
  }
  return false;
}

/** An instance holds the lease of the read models as long as it runs, by the database's own clock. */
async function isRunning(db: ServiceDatabase): Promise<boolean> {
  if (!(await isThere(db, 'projection_lease'))) return false;
  const { rows } = await sql`select 1 from projection_lease where expires_at > ${await timeOf(db)}`.execute(
    db,
  );
  return rows.length > 0;
}

/** Read models of another log would pass over what comes at positions that they had. */
async function hasReadModels(db: ServiceDatabase): Promise<boolean> {
  if (!(await isThere(db, 'projection_generation'))) return false;
  const { rows } = await sql`select 1 from projection_generation where position is not null`.execute(db);
  return rows.length > 0;
}

async function isThere(db: ServiceDatabase, table: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass(${table}) is not null as there`.execute(
    db,
  );
  return rows[0]?.there === true;
}

async function hasOtherKeys(db: ServiceDatabase, log: string): Promise<boolean> {
  const names = new Set<string>();
  for await (const { name } of new PostgresWrappedKeys(db).all()) names.add(name);
  if (names.size === 0) return false;
  for await (const { line } of exportLinesOf(log)) if (line.kind === 'key') names.delete(line.name);
  return names.size > 0;
}

/** All rows and the word that they are there, or nothing. */
async function putTablesBack(db: ServiceDatabase, manifest: Manifest, path: string): Promise<void> {
  await db.transaction().execute(async (one) => {
    await readTables(one, COPIED_TABLES, path);
    await one
      .insertInto('meta')
      .values({ name: RESTORED, value: digestOf(manifest) })
      .execute();
  });
}

function digestOf({ files }: Manifest): string {
  return files.find(({ name }) => name === TABLES_FILE)?.sha256 ?? '';
}

function notEmpty(): MoveRefused {
  return new MoveRefused(
    'database.not-empty',
    'In deze database van PostgreSQL staat al iets dat niet uit deze backup komt. Er is niets teruggezet; geef met DATABASE_URL een lege database.',
  );
}

function otherLog(): MoveRefused {
  return new MoveRefused(
    'log.damaged',
    'Het logboek in de backup is een ander dan het manifest zegt. Neem een andere backup, en begin met een leeg logboek.',
  );
}
