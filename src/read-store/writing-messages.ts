import Database from 'better-sqlite3';
import type { BatchChanges } from '../../projections/runtime/batch-changes.js';
import { LeaseLost, ProjectionFailed } from '../../projections/runtime/errors.js';

/** A batch for the thread to write. */
export interface WriteOrder {
  readonly id: number;
  readonly changes: BatchChanges;
}

/** How the writing of a batch ended. */
export interface Written {
  readonly id: number;
  readonly failure?: SentFailure;
}

/** A failure as it is sent to another thread, which has classes of its own. */
export type SentFailure =
  | { readonly kind: 'lease-lost' }
  | { readonly kind: 'projection-failed'; readonly projection: string; readonly cause: SentFailure }
  | { readonly kind: 'sqlite'; readonly message: string; readonly code: string }
  | { readonly kind: 'other'; readonly error: unknown };

export function toSent(error: unknown): SentFailure {
  if (error instanceof LeaseLost) return { kind: 'lease-lost' };
  if (error instanceof ProjectionFailed) {
    return { kind: 'projection-failed', projection: error.projection, cause: toSent(error.cause) };
  }
  if (error instanceof Database.SqliteError) {
    return { kind: 'sqlite', message: error.message, code: error.code };
  }
  return { kind: 'other', error };
}

/** The failure as it was thrown there. */
export function fromSent(failure: SentFailure): unknown {
  switch (failure.kind) {
    case 'lease-lost':
      return new LeaseLost();
    case 'projection-failed':
      return new ProjectionFailed(failure.projection, undefined, { cause: fromSent(failure.cause) });
    case 'sqlite':
      return new Database.SqliteError(failure.message, failure.code);
    case 'other':
      return failure.error;
  }
}
