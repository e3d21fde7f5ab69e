import type { NewEvent } from '../event-store/event-store.port.js';
import { MOST_EVENTS_PER_APPEND } from '../event-store/prepared-append.js';

/** What a store adds to an event, at the most: its id, type, hashes and framing. In bytes. */
const ADDED_BYTES = 1_024;

/**
 * How many of these lists of events, from the first on, one append can hold: at least one, which the store refuses by
 * itself when it is too large. `mostBytes` is the store's limit; undefined when it has none.
 */
export function fitting(lists: readonly (readonly NewEvent[])[], mostBytes: number | undefined): number {
  let events = 0;
  let bytes = 0;
  for (const [index, list] of lists.entries()) {
    events += list.length;
    if (mostBytes !== undefined) for (const event of list) bytes += sizeOf(event);
    const isTooMuch = events > MOST_EVENTS_PER_APPEND || (mostBytes !== undefined && bytes > mostBytes);
    if (isTooMuch && index > 0) return index;
  }
  return lists.length;
}

function sizeOf({ data, metadata }: NewEvent): number {
  return ADDED_BYTES + Buffer.byteLength(JSON.stringify(data)) + Buffer.byteLength(JSON.stringify(metadata));
}
