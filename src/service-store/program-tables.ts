import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/* STORAGE. Programs that get tokens of their own, and the statements that they signed in with. */
export const programTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('program')
      .addColumn('program_id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('organisation_id', 'text')
      .addColumn('funder_id', 'text')
      .addColumn('scopes', 'text', (column) => column.notNull())
      .addColumn('keys', 'text', (column) => column.notNull())
      .addColumn('registered_by', 'text', (column) => column.notNull())
      .addColumn('registered_at', 'text', (column) => column.notNull())
      .addColumn('ended_at', 'text')
      .execute();
    await db.schema
      .createTable('used_assertion')
      .addColumn('assertion', 'text', (column) => column.primaryKey())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('used_assertion_by_expiry')
      .on('used_assertion')
      .column('expires_at')
      .execute();
  },
};

export interface ProgramTables {
  readonly program: {
    /** Its `client_id` too. */
    readonly program_id: string;
    /** What its owner calls it; no person's name. */
    readonly name: string;
    readonly role: string;
    readonly organisation_id: string | null;
    readonly funder_id: string | null;
    /** A JSON list. */
    readonly scopes: string;
    /** Its public keys: a JSON list of JWKs. */
    readonly keys: string;
    /** The subject that registered it. */
    readonly registered_by: string;
    /** Instants, ISO 8601 in UTC. */
    readonly registered_at: string;
    readonly ended_at: string | null;
  };
  readonly used_assertion: {
    /** SHA-256 of the program and the statement's `jti`. */
    readonly assertion: string;
    /** Milliseconds since 1970. */
    readonly expires_at: number;
  };
}
