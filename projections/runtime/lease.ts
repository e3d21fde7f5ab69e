import type { Kysely } from 'kysely';
import type { Bookkeeping } from './bookkeeping.js';
import { LeaseLost } from './errors.js';

/** The lease as its holder has it, for whoever writes in its name. */
export interface HeldLease {
  readonly holder: string;
  readonly fencing: number;
  /** When it ends once it is renewed, in milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Renews the lease, as the first statement of a transaction: it takes the write lock. Rejects with `LeaseLost`. */
export async function renewLease(db: Kysely<Bookkeeping>, held: HeldLease): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('projection_lease')
    .set({ expires_at: held.expiresAt })
    .where('id', '=', 1)
    .where('fencing', '=', held.fencing)
    .where('holder', '=', held.holder)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new LeaseLost();
}

/**
 * The right to project, held by one process at a time. Every taking raises the fencing number, and every batch
 * checks it in its own transaction, so a holder that slept past its time can write nothing.
 */
export class Lease {
  #fencing: number | undefined;

  constructor(
    private readonly holder: string,
    private readonly ttlMs: number,
    private readonly now: () => number,
  ) {}

  get held(): boolean {
    return this.#fencing !== undefined;
  }

  /** Takes the lease when nobody holds it. True when it is held now. */
  async take(db: Kysely<Bookkeeping>): Promise<boolean> {
    const now = this.now();
    const { expires_at } = await db
      .selectFrom('projection_lease')
      .select('expires_at')
      .where('id', '=', 1)
      .executeTakeFirstOrThrow();
    if (Number(expires_at) > now) return false;
    const taken = await db
      .updateTable('projection_lease')
      .set((eb) => ({
        holder: this.holder,
        fencing: eb('fencing', '+', 1),
        expires_at: now + this.ttlMs,
      }))
      .where('id', '=', 1)
      .where('expires_at', '<=', now)
      .returning('fencing')
      .executeTakeFirst();
    this.#fencing = taken?.fencing;
    return this.held;
  }

  /** The lease as it is renewed now. A lease that is not held has a fencing number that never was. */
  renewed(): HeldLease {
    return { holder: this.holder, fencing: this.#fencing ?? -1, expiresAt: this.now() + this.ttlMs };
  }

  /** Renews the lease, as the first statement of a transaction. Rejects with `LeaseLost`. */
  async renew(db: Kysely<Bookkeeping>): Promise<void> {
    try {
      await renewLease(db, this.renewed());
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
