import { fromSentError, type SentError, toSentError } from '../../sqlite/sent-error.js';
import { EventIdsTaken, OutcomeUnknown, WrongExpectedRevision } from '../errors.js';
import type { AppendResult } from '../event-store.port.js';
import type { ExpectedRevision } from '../expected-revision.js';
import type { Outcome } from './batch-commit.js';

/** An outcome as it is sent to the thread that asked. */
export type SentOutcome = { readonly result: AppendResult } | { readonly refusal: SentRefusal };

type SentRefusal =
  | {
      readonly kind: 'wrong-revision';
      readonly stream: string;
      readonly expected: ExpectedRevision;
      readonly actual: bigint | undefined;
    }
  | { readonly kind: 'ids-taken'; readonly stream: string; readonly eventId: string }
  | { readonly kind: 'unknown'; readonly stream: string; readonly cause: SentError }
  | SentError;

export function toSent(outcome: Outcome): SentOutcome {
  return 'result' in outcome ? outcome : { refusal: toRefusal(outcome.error) };
}

/** The outcome as it was there. */
export function fromSent(sent: SentOutcome): Outcome {
  return 'result' in sent ? sent : { error: fromRefusal(sent.refusal) };
}

function toRefusal(error: unknown): SentRefusal {
  if (error instanceof WrongExpectedRevision) {
    const { stream, expected, actual } = error;
    return { kind: 'wrong-revision', stream, expected, actual };
  }
  if (error instanceof EventIdsTaken) {
    return { kind: 'ids-taken', stream: error.stream, eventId: error.eventId };
  }
  if (error instanceof OutcomeUnknown) {
    return { kind: 'unknown', stream: error.stream, cause: toSentError(error.cause) };
  }
  return toSentError(error);
}

function fromRefusal(refusal: SentRefusal): unknown {
  switch (refusal.kind) {
    case 'wrong-revision':
      return new WrongExpectedRevision(refusal.stream, refusal.expected, refusal.actual);
    case 'ids-taken':
      return new EventIdsTaken(refusal.stream, refusal.eventId);
    case 'unknown':
      return new OutcomeUnknown(refusal.stream, { cause: fromSentError(refusal.cause) });
    default:
      return fromSentError(refusal);
  }
}
