import type { Kysely } from 'kysely';
import type { BatchChanges, TableChanges } from './batch-changes.js';
import type { Bookkeeping } from './bookkeeping.js';
import { BoundedCache } from './bounded-cache.js';
import type { RowDialect } from './dialect.js';
import { LeaseLost, ProjectionFailed } from './errors.js';
import { renewLease } from './lease.js';
import { WriteStatements } from './write-statements.js';

/** Stores what batches change, each in one transaction and in the order in which they are given. */
export interface BatchWriter {
  /**
   * Rejects, with nothing stored: with `LeaseLost` when another process projects or the checkpoints stand elsewhere,
   * with `ProjectionFailed` when a row is at fault, else with what the database threw.
   */
  write(changes: BatchChanges): Promise<void>;
}

/** Tables whose statements are kept. */
const KEPT_TABLES = 100;

/** Stores batches through a connection of this thread. */
export class LocalBatchWriter implements BatchWriter {
  readonly #statements = new BoundedCache<WriteStatements>(KEPT_TABLES, () => undefined);

  constructor(
    private readonly db: Kysely<Bookkeeping>,
    private readonly dialect: RowDialect,
  ) {}

  async write(changes: BatchChanges): Promise<void> {
    await this.db.transaction().execute(async (transaction) => {
      await renewLease(transaction, this.dialect, changes.lease);
      await advance(transaction, changes);
      for (const table of changes.tables) await this.#writeRows(transaction, table);
      if (changes.parked.length > 0) {
        await transaction
          .insertInto('projection_dead_letter')
          .values([...changes.parked])
          .execute();
      }
    });
  }

  async #writeRows(transaction: Kysely<Bookkeeping>, changes: TableChanges): Promise<void> {
    let statements = this.#statements.get(changes.table);
    if (statements === undefined) {
      statements = new WriteStatements(changes.table, changes.primaryKey, this.dialect);
      this.#statements.set(changes.table, statements);
    }
    try {
      await statements.upsert(transaction, changes);
      await statements.delete(transaction, changes);
    } catch (error) {
      if (!this.dialect.isRowAtFault(error)) throw error;
      throw new ProjectionFailed(changes.projection, undefined, { cause: error });
    }
  }
}

/** Moves the checkpoints on, if they stand where the projecting process believes that they stand. */
async function advance(transaction: Kysely<Bookkeeping>, changes: BatchChanges): Promise<void> {
  const { generations, from, position, passed } = changes;
  const { numUpdatedRows } = await transaction
    .updateTable('projection_generation')
    .set((eb) => ({ position, events: eb('events', '+', passed) }))
    .where('generation', 'in', [...generations])
    .where('position', from === undefined ? 'is' : '=', from ?? null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== BigInt(generations.length)) throw new LeaseLost();
}
