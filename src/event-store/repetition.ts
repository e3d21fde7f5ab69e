/** What tells one event from another with its id. */
interface Told {
  readonly type: string;
  readonly schemaVersion: number;
  /** RFC 8785 text. */
  readonly data: string;
}

/** An event of an append that may have come before. */
interface Proposed extends Told {
  readonly id: string;
}

/** An event that is there already under one of its ids. */
export interface Found extends Told {
  readonly stream: string;
  readonly revision: number;
}

/**
 * True when what is stored under the ids of an append is that append, whole and in one piece; `found` is in its order.
 * Metadata is not compared: whoever tries again may do so at a later instant.
 */
export function isRepetition(
  { stream, events }: { readonly stream: string; readonly events: readonly Proposed[] },
  found: readonly (Found | undefined)[],
): boolean {
  const first = found[0]?.revision ?? 0;
  return events.every((event, index) => {
    const there = found[index];
    return (
      there !== undefined &&
      there.stream === stream &&
      there.revision === first + index &&
      there.type === event.type &&
      there.schemaVersion === event.schemaVersion &&
      there.data === event.data
    );
  });
}
