import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who may sign in, as what, and who is signed in. Instants are ISO 8601 in UTC; secrets stand only as their SHA-256. */
export const accountTables: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createAccounts(db);
    await createLinks(db);
    await createSessions(db);
    await db.schema
      .createTable('account_log')
      .addColumn('account_log_id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('account_id', 'text')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('by', 'text', (column) => column.notNull())
      .addColumn('details', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('account_log_by_account')
      .on('account_log')
      .columns(['account_id', 'account_log_id'])
      .execute();
  },
};

async function createAccounts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('account')
    .addColumn('account_id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text')
    .addColumn('email', 'text')
    .addColumn('email_index', 'text', (column) => column.unique())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('disabled_at', 'text')
    .execute();
  await db.schema
    .createTable('account_identity')
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.account_id'))
    .addColumn('linked_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('account_identity_key', ['issuer', 'subject'])
    .execute();
  await db.schema
    .createIndex('account_identity_by_account')
    .on('account_identity')
    .column('account_id')
    .execute();
  await db.schema
    .createTable('account_role')
    .addColumn('account_role_id', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.account_id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('organisation_id', 'text')
    .addColumn('funder_id', 'text')
    .addColumn('coach_id', 'text')
    .addColumn('candidate_id', 'text')
    .addColumn('employer_id', 'text')
    .addColumn('granted_by', 'text', (column) => column.notNull())
    .addColumn('granted_at', 'text', (column) => column.notNull())
    .addColumn('accepted_at', 'text')
    .addColumn('ended_at', 'text')
    .execute();
  await db.schema.createIndex('account_role_by_account').on('account_role').column('account_id').execute();
}

async function createLinks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('one_time_link')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.account_id'))
    .addColumn('account_role_id', 'text', (column) => column.references('account_role.account_role_id'))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text')
    .execute();
  await db.schema.createIndex('one_time_link_by_account').on('one_time_link').column('account_id').execute();
}

async function createSessions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sign_in_session')
    .addColumn('session_hash', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.notNull().references('account.account_id'))
    .addColumn('account_role_id', 'text', (column) => column.references('account_role.account_role_id'))
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('assurance', 'text', (column) => column.notNull())
    .addColumn('id_token', 'text')
    .addColumn('signed_in_at', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .addColumn('ends_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('sign_in_session_by_account')
    .on('sign_in_session')
    .column('account_id')
    .execute();
  await db.schema.createIndex('sign_in_session_by_end').on('sign_in_session').column('ends_at').execute();
  await db.schema
    .createTable('sign_in_attempt')
    .addColumn('state_hash', 'text', (column) => column.primaryKey())
    .addColumn('browser_hash', 'text', (column) => column.notNull())
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('return_to', 'text', (column) => column.notNull())
    .addColumn('link_hash', 'text')
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('sign_in_attempt_by_end').on('sign_in_attempt').column('expires_at').execute();
}

/** The tables that the migration makes. */
export interface AccountTables {
  /** Somebody who may sign in. Without a name or an e-mail address until they give one. */
  readonly account: {
    readonly account_id: string;
    /** Sealed with the key `account/{id}/identity/1`, as JSON. */
    readonly name: string | null;
    readonly email: string | null;
    /** Blind index of the lower-cased address; unique. */
    readonly email_index: string | null;
    readonly created_at: string;
    readonly disabled_at: string | null;
  };
  /** An identity at an issuer that signs in to the account; of the embedded provider the subject is the account's id. */
  readonly account_identity: {
    readonly issuer: string;
    readonly subject: string;
    readonly account_id: string;
    readonly linked_at: string;
  };
  /** A role, and the party that it is held for. It counts from `accepted_at` until `ended_at`, which may lie ahead. */
  readonly account_role: {
    readonly account_role_id: string;
    readonly account_id: string;
    readonly role: string;
    readonly organisation_id: string | null;
    readonly funder_id: string | null;
    readonly coach_id: string | null;
    readonly candidate_id: string | null;
    readonly employer_id: string | null;
    /** The subject of the asker who granted it, or `operator` or `service`. */
    readonly granted_by: string;
    readonly granted_at: string;
    /** Null while it is offered by a link that nobody has used. */
    readonly accepted_at: string | null;
    readonly ended_at: string | null;
  };
  readonly one_time_link: {
    readonly token_hash: string;
    /** `set-up` adds a way to sign in to an account; `invitation` also accepts a role, and adds a way only to an account without. */
    readonly kind: string;
    readonly account_id: string;
    /** The role that using it accepts. */
    readonly account_role_id: string | null;
    readonly created_at: string;
    readonly expires_at: string;
    readonly used_at: string | null;
  };
  readonly sign_in_session: {
    readonly session_hash: string;
    readonly account_id: string;
    /** The role that acts; null until it is chosen. */
    readonly account_role_id: string | null;
    readonly issuer: string;
    readonly assurance: string;
    /** The ID token for signing out at the issuer, sealed as the name is; null where the issuer has no such thing. */
    readonly id_token: string | null;
    readonly signed_in_at: string;
    /** To the minute. */
    readonly seen_at: string;
    /** The absolute limit. */
    readonly ends_at: string;
  };
  /** A sign-in under way. Its nonce and PKCE verifier follow from a secret that only the browser has. */
  readonly sign_in_attempt: {
    readonly state_hash: string;
    readonly browser_hash: string;
    /** The issuer's name in the configuration. */
    readonly issuer: string;
    /** A path of the service. */
    readonly return_to: string;
    readonly link_hash: string | null;
    readonly expires_at: string;
  };
  /** What happened to accounts and sessions. Holds no personal data but ids. */
  readonly account_log: {
    /** UUIDv7. */
    readonly account_log_id: string;
    readonly at: string;
    readonly account_id: string | null;
    readonly kind: string;
    readonly by: string;
    /** JSON. */
    readonly details: string;
  };
}
