import { type Day, type DayRange, dateOf } from '../limits/days.js';
import type { CalendarDate } from '../shared/calendar.js';

/** What the date on which hours run out is computed from. */
export interface Spending {
  /** The days of the period. */
  readonly range: DayRange;
  /** The minutes that it has, and those used from its first day up to and including `on`. */
  readonly granted: number;
  readonly used: number;
  readonly on: Day;
  /** The minutes used before the end of a stretch that starts with the period. */
  usedUntil(end: Day): number;
}

/**
 * The day on which the hours of a period run out. Once they have: the day that it happened. Else at this pace: as many
 * minutes a day as on average from the period's first day up to and including `on`; null when that leaves hours on its
 * last day, or when nothing was granted or used yet. No source defines the pace (inference).
 */
export function runsOutOn({ range, granted, used, on, usedUntil }: Spending): CalendarDate | null {
  if (granted <= 0 || used <= 0) return null;
  const end = Math.min(on + 1, range.end);
  if (used >= granted) return dateOf(dayOfLastMinute(range.start, end, granted, usedUntil));
  const days = Math.ceil((granted * (end - range.start)) / used);
  const day = range.start + days - 1;
  return day < range.end ? dateOf(day) : null;
}

/** The first day at the end of which everything was used, by halving the days. */
function dayOfLastMinute(start: Day, end: Day, granted: number, usedUntil: Spending['usedUntil']): Day {
  let low = start;
  let high = end - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (usedUntil(middle + 1) >= granted) high = middle;
    else low = middle + 1;
  }
  return low;
}
