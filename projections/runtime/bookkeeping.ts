import type { Kysely } from 'kysely';

/** The tables in which the runtime keeps its own books, beside the read models. */
export type Bookkeeping = {
  /** The tables of one version of one read model, as they were built once. */
  projection_generation: {
    generation: number;
    projection: string;
    version: number;
    /** 1 for the one that the views show. */
    served: number;
    /** 1 once its indexes are there: they are made when it has caught up, because that is faster. */
    indexed: number;
    /** The position of the last event in it; null before the first. */
    position: string | null;
    /** The number of events that it has passed. */
    events: number;
    /** The name of the error that stopped its building, where one did, and the position of the event. */
    failure: string | null;
    failed_at: string | null;
    /** Its tables as JSON: `{ view: physical name }`. */
    tables: string;
  };
  /** One row, id 1: who projects. */
  projection_lease: { id: number; holder: string; fencing: number; expires_at: number };
  /** Events that a projection could not apply; what they would have changed is missing from its rows. */
  projection_dead_letter: {
    generation: number;
    position: string;
    projection: string;
    event_id: string;
    event_type: string;
    error: string;
    parked_at: string;
  };
  /** Asked by any process, done by the one that holds the lease. */
  rebuild_request: {
    id: string;
    projections: string;
    status: 'asked' | 'running' | 'done' | 'failed';
    requested_at: string;
  };
};

/** Creates the books where they are not there yet. */
export async function createBookkeeping(db: Kysely<Bookkeeping>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('projection_generation')
    .ifNotExists()
    .addColumn('generation', 'integer', (column) => column.primaryKey())
    .addColumn('projection', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('served', 'integer', (column) => column.notNull())
    .addColumn('indexed', 'integer', (column) => column.notNull())
    .addColumn('position', 'text')
    .addColumn('events', 'integer', (column) => column.notNull())
    .addColumn('failure', 'text')
    .addColumn('failed_at', 'text')
    .addColumn('tables', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('projection_lease')
    .ifNotExists()
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('fencing', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('projection_dead_letter')
    .ifNotExists()
    .addColumn('generation', 'integer', (column) => column.notNull())
    .addColumn('position', 'text', (column) => column.notNull())
    .addColumn('projection', 'text', (column) => column.notNull())
    .addColumn('event_id', 'text', (column) => column.notNull())
    .addColumn('event_type', 'text', (column) => column.notNull())
    .addColumn('error', 'text', (column) => column.notNull())
    .addColumn('parked_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('projection_dead_letter_key', ['generation', 'position'])
    .execute();
  await schema
    .createTable('rebuild_request')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('projections', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('requested_at', 'text', (column) => column.notNull())
    .execute();
  await db
    .insertInto('projection_lease')
    .values({ id: 1, holder: '', fencing: 0, expires_at: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
