import type { RuleSet } from '../../../domain/rule-sets/rule-set.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { daysFrom, eachDay, earliestOf, latestOf } from './calendar.js';
import { decimal, ExactSum, type Fraction, product } from './exact-sum.js';
import type { SeenGrant, SeenPlacement } from './seen.js';

/** One year of hours: its number and how many days it has (reading 20). */
export interface HoursYear {
  readonly number: number;
  readonly days: number;
}

/** A stretch of days whose budget is asked, both ends included. */
export interface Stretch {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The days of the grant that fall in the stretch. */
export function daysOfGrantIn(grant: SeenGrant, stretch: Stretch): readonly CalendarDate[] {
  return eachDay(latestOf(grant.from, stretch.from), earliestOf(grant.to, stretch.to));
}

/** Reading 17a: the grant with most of its days in the stretch, then the earliest first day, then the smaller id. */
export function grantOf(stretch: Stretch, grants: readonly SeenGrant[]): Id | null {
  let best: { readonly id: Id; readonly from: CalendarDate; readonly days: number } | undefined;
  for (const grant of grants) {
    const days = daysOfGrantIn(grant, stretch).length;
    if (days === 0) continue;
    const better =
      best === undefined ||
      days > best.days ||
      (days === best.days && (grant.from < best.from || (grant.from === best.from && grant.id < best.id)));
    if (better) best = { id: grant.id, from: grant.from, days };
  }
  return best?.id ?? null;
}

/** "at that day's hours per week": the last change on or before the day; reading 6 names no change as left out. */
function hoursThatDay(placement: SeenPlacement, day: CalendarDate) {
  const known = placement.hours.filter((hours) => hours.from <= day).at(-1);
  if (known === undefined) throw new RangeError(`no hours for ${placement.id} on ${day}`);
  return known;
}

const NOTHING: Fraction = { numerator: 0n, denominator: 1n };

/** What one placement gives on one day under a regime (reading 19; domain.md section 6, "Hours"). */
function minutesOfDay(
  placement: SeenPlacement,
  day: CalendarDate,
  year: HoursYear,
  grant: SeenGrant,
  ruleSet: RuleSet,
): Fraction {
  const { hours: model } = ruleSet;
  const column = placement.kind === 'trial-placement' ? 0 : Math.min(year.number, 3) - 1;
  const perDayOfYear: Fraction = { numerator: 60n, denominator: BigInt(year.days) };
  const worked = hoursThatDay(placement, day);
  if (model.model === 'percent-of-hours-worked') {
    const percent = model.percentages[grant.regime]?.[column];
    if (percent === undefined) return NOTHING;
    const hundredth: Fraction = { numerator: 1n, denominator: 100n };
    const yearly =
      worked.hoursPerYear === undefined
        ? product(decimal(worked.hoursPerWeek), decimal(52))
        : decimal(worked.hoursPerYear);
    return product(yearly, decimal(percent), hundredth, perDayOfYear);
  }
  if (model.model === 'fixed-hours-per-year') {
    const fixed = model.hoursPerYear[grant.regime]?.[column];
    if (fixed === undefined) return NOTHING;
    const full = decimal(model.fullFromHoursPerWeek);
    const share =
      worked.hoursPerWeek >= model.fullFromHoursPerWeek
        ? decimal(1)
        : product(decimal(worked.hoursPerWeek), {
            numerator: full.denominator,
            denominator: full.numerator,
          });
    return product(decimal(fixed), share, perDayOfYear);
  }
  return NOTHING;
}

/**
 * Readings 18, 19, 21 and 22: the budget of a stretch in whole minutes, null when no grant covers a day of it.
 * `runningFor` gives the placements that count for a grant on a day, `yearOf` the year that a day is in.
 */
export function budgetOf(
  stretch: Stretch,
  grants: readonly SeenGrant[],
  runningFor: (grant: SeenGrant, day: CalendarDate) => readonly SeenPlacement[],
  yearOf: (day: CalendarDate) => HoursYear,
  ruleSet: RuleSet,
): number | null {
  const sum = new ExactSum();
  let covered = false;
  for (const grant of grants) {
    const grantDays = BigInt(daysFrom(grant.from, grant.to) + 1);
    for (const day of daysOfGrantIn(grant, stretch)) {
      covered = true;
      if (grant.minutes !== undefined) {
        sum.add({ numerator: BigInt(grant.minutes), denominator: grantDays });
        continue;
      }
      for (const placement of runningFor(grant, day)) {
        sum.add(minutesOfDay(placement, day, yearOf(day), grant, ruleSet));
      }
    }
  }
  return covered ? sum.roundedDown() : null;
}
