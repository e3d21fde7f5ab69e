import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type StoreTables, storeMigrations } from '../service-store/migrations.js';

/*
 * STORAGE. What was once released is never changed: a next step is a next migration. Each leaves the tables usable by
 * instances that do not know it yet (new tables, new columns that may be empty), so that instances are replaced one by one.
 */

/** Every migration of what lies in PostgreSQL beside the read models, which the runtime makes itself; numbered in one row. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001_keys_and_idempotency': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('meta')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('personal_key')
        .addColumn('name', sql`text collate "C"`, (column) => column.primaryKey())
        .addColumn('wrapped', 'bytea')
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('destroyed_at', 'text')
        .addCheckConstraint('personal_key_destroyed', sql`(wrapped is null) = (destroyed_at is not null)`)
        .execute();
      await db.schema
        .createTable('idempotency')
        .addColumn('reservation', sql`text collate "C"`, (column) => column.primaryKey())
        .addColumn('fingerprint', 'text', (column) => column.notNull())
        .addColumn('command_id', 'text', (column) => column.notNull())
        .addColumn('answer', 'text')
        .addColumn('reserved_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('idempotency_by_age').on('idempotency').column('reserved_at').execute();
    },
  },
  ...storeMigrations,
};

/** The tables that the migrations make. */
export interface ServiceTables extends StoreTables {
  readonly meta: { readonly name: string; readonly value: string };
  readonly personal_key: {
    readonly name: string;
    readonly wrapped: Buffer | null;
    readonly created_at: string;
    readonly destroyed_at: string | null;
  };
  readonly idempotency: {
    readonly reservation: string;
    readonly fingerprint: string;
    readonly command_id: string;
    readonly answer: string | null;
    readonly reserved_at: number;
  };
}
