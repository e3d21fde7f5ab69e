import { canonicalText } from './canonical-hash.js';
import { AppendTooLarge } from './errors.js';
import type { NewEvent } from './event-store.port.js';
import type { ExpectedRevision } from './expected-revision.js';

/** The most events that one append may hold. */
export const MOST_EVENTS_PER_APPEND = 1_000;
const MOST_EVENTS_PER_READ = 10_000;

/** A surrogate without its other half: it has no UTF-8, so neither a place in the log nor a canonical form. */
const HALF_CHARACTER = /\p{Surrogate}/u;

/** An event whose data and metadata are canonical JSON text already: nothing about it can fail any more. */
export interface PreparedEvent extends Pick<NewEvent, 'id' | 'type' | 'schemaVersion'> {
  readonly data: string;
  readonly metadata: string;
}

/** One append as it waits for its turn. */
export interface PreparedAppend {
  readonly stream: string;
  readonly events: readonly PreparedEvent[];
  readonly expected: ExpectedRevision;
}

/**
 * An append that no longer changes when its caller changes the events.
 * Throws `AppendTooLarge`, or a RangeError or TypeError, for one that no store could hold.
 */
export function prepareAppend(
  stream: string,
  events: readonly NewEvent[],
  expected: ExpectedRevision,
): PreparedAppend {
  if (stream === '') throw new RangeError('a stream needs a name');
  if (events.some(({ id, type }) => HALF_CHARACTER.test(`${stream} ${type} ${id}`))) {
    throw new TypeError('a stream, type or id holds half a character');
  }
  if (events.length < 1) throw new RangeError('an append holds at least one event');
  if (events.length > MOST_EVENTS_PER_APPEND) throw new AppendTooLarge(`${MOST_EVENTS_PER_APPEND} events`);
  if (events.length > 1 && new Set(events.map(({ id }) => id)).size < events.length) {
    throw new RangeError('every event of an append needs an id of its own');
  }
  return { stream, events: events.map(prepareEvent), expected };
}

/** Throws a RangeError for a page of no events, or of more than anybody should hold at once. */
export function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_EVENTS_PER_READ) {
    throw new RangeError(`a page holds 1 to ${MOST_EVENTS_PER_READ} events, not ${limit}`);
  }
}

function prepareEvent({ id, type, schemaVersion, data, metadata }: NewEvent): PreparedEvent {
  return { id, type, schemaVersion, data: canonicalText(data), metadata: canonicalText(metadata) };
}
