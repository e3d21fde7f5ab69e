import { LeaseLost, ProjectionFailed } from '../../projections/runtime/errors.js';
import { fromSentError, type SentError, toSentError } from '../sqlite/sent-error.js';

/** Why a batch was not written, as it is sent to the thread that asked; undefined when it was. */
export type WriteFailure =
  | { readonly kind: 'lease-lost' }
  | { readonly kind: 'projection-failed'; readonly projection: string; readonly cause: SentError }
  | SentError;

export function toFailure(error: unknown): WriteFailure {
  if (error instanceof LeaseLost) return { kind: 'lease-lost' };
  if (error instanceof ProjectionFailed) {
    return { kind: 'projection-failed', projection: error.projection, cause: toSentError(error.cause) };
  }
  return toSentError(error);
}

/** The failure as it was thrown there. */
export function fromFailure(failure: WriteFailure): unknown {
  switch (failure.kind) {
    case 'lease-lost':
      return new LeaseLost();
    case 'projection-failed':
      return new ProjectionFailed(failure.projection, undefined, { cause: fromSentError(failure.cause) });
    default:
      return fromSentError(failure);
  }
}
