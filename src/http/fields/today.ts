import type { CalendarDate } from '../../../domain/shared/calendar.js';

let current: CalendarDate | undefined;

/**
 * Runs `look` with `today` as the date that rules on dates go by. A rule is declared on a class, long before there is a
 * clock, so the date reaches it here; `look` is synchronous, so no other request comes between.
 */
export function withToday<T>(today: CalendarDate, look: () => T): T {
  const outer = current;
  current = today;
  try {
    return look();
  } finally {
    current = outer;
  }
}

/** Today's date in Europe/Amsterdam while fields are looked at. */
export function todayOfRequest(): CalendarDate {
  if (current === undefined) throw new Error('fields are looked at without a date');
  return current;
}
