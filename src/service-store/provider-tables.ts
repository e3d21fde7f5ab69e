import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The tables of the embedded OpenID provider. */
export const embeddedProviderTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('credential')
      .addColumn('account_id', 'text', (column) => column.primaryKey())
      .addColumn('password_hash', 'text')
      .addColumn('password_set_at', 'text')
      .addColumn('totp_secret', 'text')
      .addColumn('totp_confirmed_at', 'text')
      .addColumn('totp_last_step', 'bigint')
      .execute();
    await db.schema
      .createTable('recovery_code')
      .addColumn('account_id', 'text', (column) => column.notNull())
      .addColumn('code_hash', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('recovery_code_key', ['account_id', 'code_hash'])
      .execute();
    await db.schema
      .createTable('provider_record')
      .addColumn('model', 'text', (column) => column.notNull())
      .addColumn('id_hash', 'text', (column) => column.notNull())
      .addColumn('payload', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('consumed_at', 'bigint')
      .addColumn('grant_hash', 'text')
      .addColumn('uid_hash', 'text')
      .addColumn('user_code_hash', 'text')
      .addPrimaryKeyConstraint('provider_record_key', ['model', 'id_hash'])
      .execute();
    for (const column of ['grant_hash', 'uid_hash', 'user_code_hash', 'expires_at'] as const) {
      const index = db.schema
        .createIndex(`provider_record_by_${column}`)
        .on('provider_record')
        .column(column);
      await (column === 'expires_at' ? index : index.where(sql.ref(column), 'is not', null)).execute();
    }
    await db.schema
      .createTable('sign_in_failure')
      .addColumn('bucket', 'text', (column) => column.primaryKey())
      .addColumn('failures', 'integer', (column) => column.notNull())
      .addColumn('last_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('known_place')
      .addColumn('account_id', 'text', (column) => column.notNull())
      .addColumn('place_hash', 'text', (column) => column.notNull())
      .addColumn('last_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('known_place_key', ['account_id', 'place_hash'])
      .execute();
    for (const table of ['sign_in_failure', 'known_place']) {
      await db.schema.createIndex(`${table}_by_age`).on(table).column('last_at').execute();
    }
    await db.schema
      .createTable('chore')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('due_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};

/** What the migration makes. Every `…_at` that is a number is in milliseconds since 1970. */
export interface EmbeddedProviderTables {
  /** How somebody proves at the embedded provider who it is. */
  readonly credential: {
    readonly account_id: string;
    /** A PHC string, which names the function and its parameters. */
    readonly password_hash: string | null;
    /** An instant, ISO 8601 in UTC. */
    readonly password_set_at: string | null;
    /** JSON of a value sealed with the account's identity key. */
    readonly totp_secret: string | null;
    /** An instant; null while a second factor is being set up. */
    readonly totp_confirmed_at: string | null;
    /** The last step of 30 seconds whose code was used, so that a code works once. */
    readonly totp_last_step: number | null;
  };
  /** A code that stands in once for the second factor: its SHA-256. */
  readonly recovery_code: { readonly account_id: string; readonly code_hash: string };
  /** What the provider remembers between requests: sessions, codes, grants. Ids are hashed and payloads encrypted. */
  readonly provider_record: {
    readonly model: string;
    readonly id_hash: string;
    readonly payload: string;
    readonly expires_at: number;
    readonly consumed_at: number | null;
    readonly grant_hash: string | null;
    readonly uid_hash: string | null;
    readonly user_code_hash: string | null;
  };
  /** Failures to sign in, counted by account, by address and by both; all of them hashed. */
  readonly sign_in_failure: { readonly bucket: string; readonly failures: number; readonly last_at: number };
  /** A browser or an address from which an account signed in. */
  readonly known_place: {
    readonly account_id: string;
    readonly place_hash: string;
    readonly last_at: number;
  };
  /** Work that one instance does for all: when it is due again. */
  readonly chore: { readonly name: string; readonly due_at: number };
}
