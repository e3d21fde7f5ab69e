import type { Id } from '../../../domain/shared/ids.js';
import { postgresRows } from '../../../projections/runtime/dialect.js';
import type { ServiceDatabase } from '../../postgres/service-database.js';
import { newId } from '../../shared/ids.js';
import {
  type IdempotencyStore,
  IdempotencyStoreClosed,
  KEPT_MS,
  PURGED_AT_ONCE,
  type Reservation,
  type StoredAnswer,
} from './idempotency-store.port.js';

/**
 * Keys in PostgreSQL, shared by every instance: a retry may come to another one. They age by the database's
 * clock. The connections become its own.
 */
export class PostgresIdempotencyStore implements IdempotencyStore {
  /** What was asked and is not answered yet. */
  readonly #pending = new Set<Promise<unknown>>();
  #closed = false;

  private constructor(private readonly db: ServiceDatabase) {}

  /** Drops what is older than seven days, at most 50,000 keys. */
  static async open(db: ServiceDatabase): Promise<PostgresIdempotencyStore> {
    await db
      .deleteFrom('idempotency')
      .where('reservation', 'in', (eb) =>
        eb
          .selectFrom('idempotency')
          .select('reservation')
          .where('reserved_at', '<', (age) => age(postgresRows.now, '-', KEPT_MS))
          .orderBy('reserved_at')
          .limit(PURGED_AT_ONCE),
      )
      .execute();
    return new PostgresIdempotencyStore(db);
  }

  reserve(reservation: string, fingerprint: string): Promise<Reservation | 'conflict'> {
    return this.#pend(() => this.#reserve(reservation, fingerprint));
  }

  complete(reservation: string, answer: StoredAnswer): Promise<void> {
    return this.#pend(async () => {
      await this.db
        .updateTable('idempotency')
        .set({ answer: JSON.stringify(answer) })
        .where('reservation', '=', reservation)
        .execute();
    });
  }

  forget(ids: readonly Id[]): Promise<void> {
    return this.#pend(async () => {
      for (const id of ids) {
        await this.db.deleteFrom('idempotency').where('answer', 'like', `%${id}%`).execute();
      }
      await this.db
        .deleteFrom('idempotency')
        .where('reserved_at', '<', Date.now() - KEPT_MS)
        .execute();
    });
  }

  /** Waits for what was asked, then closes the connections. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.allSettled(this.#pending);
    await this.db.destroy();
  }

  async #reserve(reservation: string, fingerprint: string): Promise<Reservation | 'conflict'> {
    const commandId = newId();
    const inserted = await this.db
      .insertInto('idempotency')
      .values({
        reservation,
        fingerprint,
        command_id: commandId,
        answer: null,
        reserved_at: postgresRows.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('command_id')
      .executeTakeFirst();
    if (inserted !== undefined) return { commandId };
    const row = await this.db
      .selectFrom('idempotency')
      .select(['fingerprint', 'command_id', 'answer'])
      .where('reservation', '=', reservation)
      .executeTakeFirstOrThrow();
    if (row.fingerprint !== fingerprint) return 'conflict';
    const previous = row.answer === null ? undefined : (JSON.parse(row.answer) as StoredAnswer);
    return { commandId: row.command_id, ...(previous && { previous }) };
  }

  async #pend<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    if (this.#closed) throw new IdempotencyStoreClosed();
    const asked = ask();
    this.#pending.add(asked);
    try {
      return await asked;
    } finally {
      this.#pending.delete(asked);
    }
  }
}
