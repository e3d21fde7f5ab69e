import type { CoachAway, CoachAwayCorrected, CoachReturned } from '../../domain/coach/events.js';
import type { CalendarDate } from '../../domain/shared/calendar.js';

/** The events that state when a coach is away. */
export type AwayEvent = CoachAway | CoachReturned | CoachAwayCorrected;

/** The days of an absence that one event states; what it leaves out stays as it was. `until` null: not known. */
export interface AwayDays {
  readonly from?: CalendarDate;
  readonly until?: CalendarDate | null;
}

/** The days that `fact` states; a correction to null takes the last day away. */
export function awayDays(fact: AwayEvent): AwayDays {
  switch (fact.type) {
    case 'CoachAway':
      return { from: fact.data.from, until: fact.data.until ?? null };
    case 'CoachReturned':
      return { until: fact.data.endedOn };
    case 'CoachAwayCorrected': {
      const { from, until } = fact.data;
      return { ...(from && { from }), ...(until !== undefined && { until }) };
    }
  }
}
