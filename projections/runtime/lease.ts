import type { Kysely } from 'kysely';
import type { Bookkeeping } from './bookkeeping.js';
import type { RowDialect } from './dialect.js';
import { LeaseLost } from './errors.js';

/** What judges a lease: the clock of the database that it lies in. */
export type LeaseClock = Pick<RowDialect, 'now'>;

/** The lease as its holder has it, for whoever writes in its name. */
export interface HeldLease {
  readonly holder: string;
  readonly fencing: number;
  /** How long it lasts from the moment that it is renewed, in milliseconds. */
  readonly ttlMs: number;
}

/** Renews the lease, as the first statement of a transaction: it takes the write lock. Rejects with `LeaseLost`. */
export async function renewLease(
  db: Kysely<Bookkeeping>,
  { now }: LeaseClock,
  { holder, fencing, ttlMs }: HeldLease,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('projection_lease')
    .set((eb) => ({ expires_at: eb(now, '+', ttlMs) }))
    .where('id', '=', 1)
    .where('fencing', '=', fencing)
    .where('holder', '=', holder)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new LeaseLost();
}

/**
 * The right to project, held by one process at a time. Every taking raises the fencing number, and every batch
 * checks it in its own transaction, so a holder that slept past its time can write nothing. Whether it is free the
 * database says, by its own clock: what a process takes for the time keeps nothing and takes nothing away.
 */
export class Lease {
  #fencing: number | undefined;

  constructor(
    private readonly holder: string,
    private readonly ttlMs: number,
    private readonly clock: LeaseClock,
  ) {}

  get held(): boolean {
    return this.#fencing !== undefined;
  }

  /**
   * Takes the lease when nobody holds it. True when it is held now. One that lies further ahead than any renewal puts
   * it was given before the database's clock was put back, and is free.
   */
  async take(db: Kysely<Bookkeeping>): Promise<boolean> {
    const { expires_at, now } = await db
      .selectFrom('projection_lease')
      .select(['expires_at', this.clock.now.as('now')])
      .where('id', '=', 1)
      .executeTakeFirstOrThrow();
    const expiresAt = Number(expires_at);
    if (expiresAt > Number(now) && expiresAt <= Number(now) + 2 * this.ttlMs) return false;
    const taken = await db
      .updateTable('projection_lease')
      .set((eb) => ({
        holder: this.holder,
        fencing: eb('fencing', '+', 1),
        expires_at: eb(this.clock.now, '+', this.ttlMs),
      }))
      .where('id', '=', 1)
      .where('expires_at', '=', expires_at)
      .returning('fencing')
      .executeTakeFirst();
    this.#fencing = taken?.fencing;
    return this.held;
  }

  /** The lease as it is renewed. A lease that is not held has a fencing number that never was. */
  get renewal(): HeldLease {
    return { holder: this.holder, fencing: this.#fencing ?? -1, ttlMs: this.ttlMs };
  }

  /** Renews the lease, as the first statement of a transaction. Rejects with `LeaseLost`. */
  async renew(db: Kysely<Bookkeeping>): Promise<void> {
    try {
      await renewLease(db, this.clock, this.renewal);
    } catch (error) {
      if (error instanceof LeaseLost) this.#fencing = undefined;
      throw error;
    }
  }

  /** Lets another process take over at once. */
  async release(db: Kysely<Bookkeeping>): Promise<void> {
    if (this.#fencing === undefined) return;
    await db
      .updateTable('projection_lease')
      .set({ expires_at: 0 })
      .where('id', '=', 1)
      .where('fencing', '=', this.#fencing)
      .where('holder', '=', this.holder)
      .execute();
    this.#fencing = undefined;
  }
}
