/** The stream must not exist yet. */
export const NO_STREAM = 'no-stream';
/** The stream must exist, at any revision. */
export const STREAM_EXISTS = 'stream-exists';
/** No expectation. */
export const ANY = 'any';

/** What an append expects of its stream: one of the three words, or the exact revision of its last event. */
export type ExpectedRevision = typeof NO_STREAM | typeof STREAM_EXISTS | typeof ANY | bigint;

/** Whether a stream whose last revision is `actual`, undefined when there is none, is where an append expects it. */
export function meets(expected: ExpectedRevision, actual: bigint | undefined): boolean {
  switch (expected) {
    case ANY:
      return true;
    case NO_STREAM:
      return actual === undefined;
    case STREAM_EXISTS:
      return actual !== undefined;
    default:
      return actual === expected;
  }
}
