import type { HoursModel } from '../rule-sets/rule-set.js';
import { dayNumber } from '../shared/calendar.js';
import { unknownMember } from '../shared/decider.js';
import type { Regime } from '../shared/lists.js';
import type { WeeklyHours } from '../trajectory/facts.js';
import type { Work } from './career.js';
import { type Day, type DayRange, NEVER, plusMonths, shared } from './days.js';
import { type Fraction, floorOf, fractionOf, least, over, plus, times, ZERO } from './fraction.js';
import type { AwardedGrant } from './grants.js';

const WEEKS_A_YEAR = fractionOf(52);
const MINUTES_AN_HOUR = fractionOf(60);
const WHOLE = fractionOf(1);
const HUNDRED = fractionOf(100);

/** A year of a term (reading 20): its days, and which of the three percentages holds in it. */
export interface TermYear extends DayRange {
  /** The days that a year's minutes are spread over: 365 or 366. */
  readonly days: number;
  readonly index: 0 | 1 | 2;
}

/** What the hours of a stretch are computed from. */
export interface BudgetBasis {
  readonly hours: HoursModel;
  readonly years: readonly TermYear[];
  /** The placements whose hours count here (reading 19). */
  readonly works: readonly Work[];
  /** Those that count here (reading 17). */
  readonly grants: readonly AwardedGrant[];
}

/** The years of a term from its own start, each counted at once from there (reading 20). */
export function yearsOf(term: DayRange): TermYear[] {
  const years: TermYear[] = [];
  for (let start = term.start, count = 1; start < term.end; count += 1) {
    const end = plusMonths(term.start, 12 * count);
    years.push({ start, end, days: end - start, index: Math.min(count - 1, 2) as 0 | 1 | 2 });
    start = end;
  }
  return years;
}

/** Year 1 for as long as a separate trial lasts, over the days of the year from its first day (reading 56). */
export function trialYear(start: Day): TermYear[] {
  return [{ start, end: NEVER, days: plusMonths(start, 12) - start, index: 0 }];
}

/** Whole minutes for the days of `range`, rounded down once (reading 21); null when no grant covers a day of it (22). */
export function budgetOf(range: DayRange, basis: BudgetBasis): number | null {
  let total: Fraction | undefined;
  for (const grant of basis.grants) {
    const days = shared(range, grant);
    if (days === undefined) continue;
    total = plus(
      total ?? ZERO,
      grant.minutes === undefined ? regimeMinutes(days, grant, basis) : stated(days, grant),
    );
  }
  return total === undefined ? null : floorOf(total);
}

/** Stated hours, spread evenly over the days of the grant (reading 18). */
function stated(days: DayRange, grant: AwardedGrant): Fraction {
  return {
    numerator: BigInt(grant.minutes ?? 0) * BigInt(days.end - days.start),
    denominator: BigInt(grant.end - grant.start),
  };
}

/** Hours from the regime, of every placement that runs on the days (reading 19). */
export function regimeMinutes(
  days: DayRange,
  grant: AwardedGrant,
  basis: Omit<BudgetBasis, 'grants'>,
): Fraction {
  let total = ZERO;
  for (const work of basis.works) {
    if (grant.named && work.employerId !== grant.employerId) continue;
    const running = shared(days, work);
    if (running === undefined) continue;
    for (const year of basis.years) {
      const inYear = shared(running, year);
      if (inYear === undefined) continue;
      total = plus(total, minutesInYear(inYear, year, work, grant.regime, basis.hours));
    }
  }
  return total;
}

function minutesInYear(
  days: DayRange,
  year: TermYear,
  work: Work,
  regime: Regime,
  model: HoursModel,
): Fraction {
  const index = work.kind === 'trial-placement' ? 0 : year.index;
  let total = ZERO;
  work.hours.forEach((hours, position) => {
    const next = work.hours[position + 1];
    const atTheseHours = shared(days, {
      start: position === 0 ? work.start : dayNumber(hours.from),
      end: next === undefined ? NEVER : dayNumber(next.from),
    });
    if (atTheseHours === undefined) return;
    const share: Fraction = {
      numerator: BigInt(atTheseHours.end - atTheseHours.start),
      denominator: BigInt(year.days),
    };
    total = plus(total, times(yearlyMinutes(hours, regime, index, model), share));
  });
  return total;
}

/** Minutes of coaching for a whole year of work at these hours, as an exact fraction. */
function yearlyMinutes(hours: WeeklyHours, regime: Regime, year: 0 | 1 | 2, model: HoursModel): Fraction {
  switch (model.model) {
    case 'percent-of-hours-worked': {
      const percent = fractionOf(model.percentages[regime]?.[year] ?? 0);
      const worked =
        hours.hoursPerYear === undefined
          ? times(fractionOf(hours.hoursPerWeek), WEEKS_A_YEAR)
          : fractionOf(hours.hoursPerYear);
      return times(over(percent, HUNDRED), times(worked, MINUTES_AN_HOUR));
    }
    case 'fixed-hours-per-year': {
      const full = fractionOf(model.hoursPerYear[regime]?.[year] ?? 0);
      const part = least(WHOLE, over(fractionOf(hours.hoursPerWeek), fractionOf(model.fullFromHoursPerWeek)));
      return times(times(full, MINUTES_AN_HOUR), part);
    }
    case 'none':
      return ZERO;
    default:
      return unknownMember(model);
  }
}
