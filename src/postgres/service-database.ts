import { Kysely, PostgresDialect } from 'kysely';
import { migrate } from '../service-store/migrate.js';
import { migrations as ours, type ServiceTables } from './migrations.js';
import { openPool } from './open-pool.js';

/** Writes of one instance at the same time. */
const CONNECTIONS = 5;

/** What the service keeps in PostgreSQL beside its read models. */
export type ServiceDatabase = Kysely<ServiceTables>;

/** Opens the database at the address and brings its tables up to date; other instances that start wait for it. */
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
    throw error;
  }
}
