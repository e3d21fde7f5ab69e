import type { DeadlineTerms } from '../rule-sets/rule-set.js';
import { addDays, addPeriod, type CalendarDate, daysBetween, latest } from '../shared/calendar.js';

/** What is left to grant after an application came in (reading 31). */
export interface Reach {
  /** The last day on which it is in time. */
  readonly dueOn: CalendarDate;
  /** The earliest first day of a grant. */
  readonly earliestFirstDay: CalendarDate;
  /** Days that no grant can cover any more. */
  readonly unfundedDays: number;
}

/** The earliest first day of a grant on an application received on `receivedOn`, never before `notBefore`. */
export function earliestGrantDay(
  receivedOn: CalendarDate,
  notBefore: CalendarDate,
  terms: Pick<DeadlineTerms, 'grantReachesBack'>,
): CalendarDate {
  return latest(notBefore, addPeriod(receivedOn, terms.grantReachesBack, -1));
}

function reach(
  receivedOn: CalendarDate,
  first: CalendarDate,
  dueOn: CalendarDate,
  terms: DeadlineTerms,
): Reach {
  const earliestFirstDay = earliestGrantDay(receivedOn, first, terms);
  return { dueOn, earliestFirstDay, unfundedDays: daysBetween(first, earliestFirstDay) };
}

/** A first application for work that began on `startsOn`: due on start + 28 days in the presets (reading 31). */
export function firstApplicationReach(
  startsOn: CalendarDate,
  receivedOn: CalendarDate,
  terms: DeadlineTerms,
): Reach {
  return reach(receivedOn, startsOn, addPeriod(startsOn, terms.firstApplication), terms);
}

/** A follow-on on the period that ends on `lastDay`: due on that day + 28 days in the presets (reading 31). */
export function followOnReach(lastDay: CalendarDate, receivedOn: CalendarDate, terms: DeadlineTerms): Reach {
  return reach(receivedOn, addDays(lastDay, 1), addPeriod(lastDay, terms.followOnApplication), terms);
}
