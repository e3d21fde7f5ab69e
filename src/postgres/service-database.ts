import { Kysely, PostgresDialect } from 'kysely';
import { postgresRows } from '../../projections/runtime/dialect.js';
import { migrate } from '../service-store/migrate.js';
import { notOpened } from './database-not-opened.js';
import { migrations as ours, type ServiceTables } from './migrations.js';
import { openPool } from './open-pool.js';

/** Writes of one instance at the same time. */
const CONNECTIONS = 5;

/** What the service keeps in PostgreSQL beside its read models. */
export type ServiceDatabase = Kysely<ServiceTables>;

/**
 * Opens the database at the address and brings its tables up to date; other instances that start wait for it.
 * Rejects with `DatabaseNotOpened` where somebody can do something about it.
 */
export async function openServiceDatabase(
  url: string,
  onIdleFailure?: (error: unknown) => void,
  migrations = ours,
): Promise<ServiceDatabase> {
  const pool = openPool(url, { name: 'service', connections: CONNECTIONS, onIdleFailure });
  const db: ServiceDatabase = new Kysely({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db, migrations);
    return db;
  } catch (error) {
    await db.destroy();
    throw notOpened(error);
  }
}

/** What time it is by the database's own clock, in milliseconds since 1970. */
export async function timeOf(db: ServiceDatabase): Promise<number> {
  const { now } = await db.selectNoFrom(postgresRows.now.as('now')).executeTakeFirstOrThrow();
  return Number(now);
}
