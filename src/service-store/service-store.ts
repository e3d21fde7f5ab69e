import type { Kysely } from 'kysely';
import type { StoreTables } from './migrations.js';

/**
 * What the service keeps beside the log, the keys and the read models, and cannot build again. One definition in SQLite
 * (`service.db`) and in PostgreSQL; in both a commit is on disk before it resolves, and every instance sees the same.
 */
export interface ServiceStore {
  readonly db: Kysely<StoreTables>;
  close(): Promise<void>;
}

/** The injection token of the service store. */
export const SERVICE_STORE = Symbol('SERVICE_STORE');
