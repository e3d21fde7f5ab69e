import type { Id } from '../../../domain/shared/ids.js';

/** What a completed write answered, without its headers. */
export interface StoredAnswer {
  readonly id: Id;
  readonly revision: number;
  readonly position: string;
  readonly location: string;
}

/** A key that this body may use: the command's id, and the answer when the command was completed before. */
export interface Reservation {
  readonly commandId: Id;
  readonly previous?: StoredAnswer;
}

/**
 * Remembers, for at least 24 hours, which command each `Idempotency-Key` stands for.
 *
 * A resolved `reserve` is on disk before the command runs, and gives the same command id for ever after: a retry after
 * a crash decides with the same ids and stores nothing twice. `complete` may be lost in a crash; the command is then
 * decided again, to the same end.
 */
export interface IdempotencyStore {
  /** Reserves `reservation` (see `reservationId`) for a body; `conflict` when it is reserved for another. */
  reserve(reservation: string, fingerprint: string): Promise<Reservation | 'conflict'>;
  complete(reservation: string, answer: StoredAnswer): Promise<void>;
  /** Drops every key whose answer names one of these, and every one that is older than it is kept. */
  forget(ids: readonly Id[]): Promise<void>;
  close(): Promise<void>;
}

/** How long a key is kept, in milliseconds. */
export const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
/** The most keys that are dropped at one start. */
export const PURGED_AT_ONCE = 50_000;

/** The store was closed; nothing more is reserved in it. */
export class IdempotencyStoreClosed extends Error {
  constructor() {
    super('the idempotency store is closed');
    this.name = 'IdempotencyStoreClosed';
  }
}

/** The injection token of the idempotency store. */
export const IDEMPOTENCY_STORE = Symbol('IDEMPOTENCY_STORE');
