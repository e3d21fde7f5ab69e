import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/* STORAGE. How often somebody asked within a minute, over all instances; kept for some minutes. */
export const requestCountTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('request_count')
      .addColumn('counted', 'text', (column) => column.notNull())
      .addColumn('minute', 'bigint', (column) => column.notNull())
      .addColumn('requests', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('request_count_key', ['counted', 'minute'])
      .execute();
    await db.schema.createIndex('request_count_by_minute').on('request_count').column('minute').execute();
  },
};

export interface RequestCountTables {
  readonly request_count: {
    /** A keyed hash of an account or an address. */
    readonly counted: string;
    /** Whole minutes since 1970. */
    readonly minute: number;
    readonly requests: number;
  };
}
