import type { Clock } from '../../../domain/rule-sets/rule-set.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import { daysFrom, earliestOf, plusDays, plusPeriod } from './calendar.js';
import type { HoursYear, Stretch } from './hours.js';
import type { OracleTerm } from './terms.js';

/** Reading 13: every period from the start, each counted from it, the last cut off at the term's end. */
export function periodsOf(term: OracleTerm, clock: Clock): Stretch[] {
  const periods: Stretch[] = [];
  for (let n = 0; plusPeriod(term.start, clock.period, n) < term.end; n++) {
    const next = plusPeriod(term.start, clock.period, n + 1);
    periods.push({
      from: plusPeriod(term.start, clock.period, n),
      to: plusDays(earliestOf(next, term.end), -1),
    });
  }
  return periods;
}

/** The last day of the announcing period, where the term has that period. */
export function announcingDay(term: OracleTerm, clock: Clock): CalendarDate | undefined {
  return periodsOf(term, clock)[clock.announceExtensionAtEndOf - 1]?.to;
}

/** Reading 20: the year of the term that a day is in, and its 365 or 366 days. */
export function yearOfTerm(term: OracleTerm, day: CalendarDate): HoursYear {
  let number = 1;
  while (plusPeriod(term.start, 'P1Y', number) <= day) number++;
  const from = plusPeriod(term.start, 'P1Y', number - 1);
  return { number, days: daysFrom(from, plusPeriod(term.start, 'P1Y', number)) };
}
