import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type AccountTables, accountTables } from './account-tables.js';
import { type ProgramTables, programTables } from './program-tables.js';
import { type EmbeddedProviderTables, embeddedProviderTables } from './provider-tables.js';
import { type RequestCountTables, requestCountTables } from './request-count-tables.js';

/*
 * STORAGE. What was once released is never changed: a next step is a next migration. Each leaves the tables usable by
 * instances that do not know it yet (new tables, new columns that may be empty), so that instances are replaced one by
 * one. Both databases make the same tables: only `text`, `integer` and `bigint` columns, booleans as 0 or 1, instants and
 * JSON as text, bytes as base64url.
 */

/** Every migration of what the service keeps for itself, in SQLite and in PostgreSQL. */
export const storeMigrations: Readonly<Record<string, Migration>> = {
  '002_readings': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('reading')
        .addColumn('reading_id', 'text', (column) => column.primaryKey())
        .addColumn('candidate_id', 'text', (column) => column.notNull())
        .addColumn('trajectory_id', 'text')
        .addColumn('started_at', 'text', (column) => column.notNull())
        .addColumn('read_at', 'text', (column) => column.notNull())
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('party_id', 'text')
        .addColumn('purpose', 'text', (column) => column.notNull())
        .addColumn('purpose_version', 'integer', (column) => column.notNull())
        .addColumn('kinds', 'text', (column) => column.notNull())
        .addColumn('route', 'text', (column) => column.notNull())
        .addColumn('trace_id', 'text', (column) => column.notNull())
        .addColumn('parent_span_id', 'text')
        .addColumn('span_id', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex('reading_by_candidate')
        .on('reading')
        .columns(['candidate_id', 'reading_id'])
        .execute();
    },
  },
  '003_accounts': accountTables,
  '004_embedded_provider': embeddedProviderTables,
  '005_programs': programTables,
  '007_request_counts': requestCountTables,
  '006_rights': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('erasure_done')
        .addColumn('candidate_id', 'text', (column) => column.notNull())
        .addColumn('request_id', 'text', (column) => column.notNull())
        .addColumn('done_at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('erasure_done_key', ['candidate_id', 'request_id'])
        .execute();
    },
  },
};

/** The tables that the migrations make. */
export interface StoreTables
  extends AccountTables,
    EmbeddedProviderTables,
    ProgramTables,
    RequestCountTables {
  /** A look into a candidate's file by somebody else than the own coach and the candidate. */
  readonly reading: {
    /** UUIDv7, so that their order is that of the looks. */
    readonly reading_id: string;
    readonly candidate_id: string;
    readonly trajectory_id: string | null;
    /** When the question came in and when its answer was about to leave: instants, ISO 8601 in UTC. */
    readonly started_at: string;
    readonly read_at: string;
    readonly subject: string;
    readonly role: string;
    /** The organisation, funder, coach or employer that the reader acted for. */
    readonly party_id: string | null;
    readonly purpose: string;
    /** Of what the register of processing activities said of the purpose at that time. */
    readonly purpose_version: number;
    /** What was read: a JSON list of the rows of the reading table. */
    readonly kinds: string;
    /** The route as the program has it, with no id in it. */
    readonly route: string;
    /** W3C Trace Context, hexadecimal. */
    readonly trace_id: string;
    /** The step of the caller, where it said so. */
    readonly parent_span_id: string | null;
    readonly span_id: string;
  };
  /** An erasure whose keys are destroyed and of which nothing is left in any file; without it, it is done again. */
  readonly erasure_done: {
    readonly candidate_id: string;
    readonly request_id: string;
    /** An instant, ISO 8601 in UTC. */
    readonly done_at: string;
  };
}
