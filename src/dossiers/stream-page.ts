import {
  addDays,
  amsterdamDate,
  type CalendarDate,
  type Instant,
  startOfAmsterdamDay,
} from '../../domain/shared/calendar.js';
import type { AsOf } from './dossiers.js';

interface Recorded {
  readonly occurredOn: CalendarDate | null;
  readonly recordedAt: Instant;
}

/** A page of a trajectory's stream as of a day: what is told of it, and the revision to go on after when there is more. */
export interface StreamPage<Event> {
  readonly told: readonly Event[];
  readonly next: number | undefined;
}

/**
 * The page in `read`, which holds one event more than `limit` when there are more. What was recorded after `knownOn` ends
 * it; what happened after `on` is left out and takes its place on the page all the same.
 */
export function streamPageAsOf<Event extends Recorded & { readonly revision: number }>(
  read: readonly Event[],
  limit: number,
  { on, knownOn }: AsOf,
): StreamPage<Event> {
  const known = knownOn === undefined ? read : knownBy(read, knownOn);
  const shown = known.slice(0, limit);
  return {
    told: on === undefined ? shown : shown.filter((event) => dayOf(event) <= on),
    next: known.length > limit ? shown.at(-1)?.revision : undefined,
  };
}

function knownBy<Event extends Recorded>(read: readonly Event[], knownOn: CalendarDate): readonly Event[] {
  const after = startOfAmsterdamDay(addDays(knownOn, 1));
  const end = read.findIndex(({ recordedAt }) => recordedAt >= after);
  return end < 0 ? read : read.slice(0, end);
}

/** A correction, and what else has no day of its own, happened when it was recorded. */
function dayOf({ occurredOn, recordedAt }: Recorded): CalendarDate {
  return occurredOn ?? amsterdamDate(recordedAt);
}
