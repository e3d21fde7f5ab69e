import type { Clock } from '../../../domain/rule-sets/rule-set.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { daysFrom, earliestOf, latestOf, plusDays, plusPeriod } from './calendar.js';
import type { SeenPlacement } from './seen.js';

/** A term of the oracle: `start` is its first day, `end` the day after its last. */
export interface OracleTerm {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  /** The employer, in an employment-scoped clock. */
  readonly employerId: Id | undefined;
  /** The unbroken line of counting placements that it is counted over; some may lie past its end. */
  readonly line: readonly SeenPlacement[];
  /** The first day of the next term at the same employer. */
  readonly nextStart: CalendarDate | undefined;
}

/** Reading 3: which kinds count. */
function counts(placement: SeenPlacement, clock: Clock): boolean {
  return (
    ['employment', 'secondment', 'sheltered'].includes(placement.kind) ||
    (clock.trialPlacementCounts && placement.kind === 'trial-placement')
  );
}

/** Reading 2: a job that ran already counts from `openedOn`. */
function countsFrom(placement: SeenPlacement): CalendarDate {
  return latestOf(placement.firstDay, placement.openedOn);
}

/** Reading 2: "one that ended before that opens no term". */
function endedBeforeOpening(placement: SeenPlacement): boolean {
  return placement.lastDay !== undefined && placement.lastDay < placement.openedOn;
}

/** Reading 1: the first day of the first counting placement. */
function startOf(line: readonly SeenPlacement[]): CalendarDate {
  return earliestOf(...line.map(countsFrom));
}

/** Reading 8: true when more than the tolerated gap lies between the latest last day of the line and the next. */
function breaks(line: readonly SeenPlacement[], next: SeenPlacement, clock: Clock): boolean {
  const lastDays = line.map((placement) => placement.lastDay);
  const known = lastDays.filter((day) => day !== undefined);
  if (known.length < lastDays.length) return false;
  return next.firstDay > plusDays(plusPeriod(latestOf(...known), clock.toleratedGap), 1);
}

/** Readings 8 and 8a: the lines of placements at one employer, each of which is one term. */
function linesAt(placements: readonly SeenPlacement[], clock: Clock): SeenPlacement[][] {
  const lines: SeenPlacement[][] = [];
  for (const placement of placements) {
    const line = lines.at(-1);
    if (line === undefined || breaks(line, placement, clock)) lines.push([placement]);
    else line.push(placement);
  }
  return lines;
}

/** Reading 11, in days and as it stands on `day`: the days of the term up to which an employment term has run. */
function elapsedDays(term: OracleTerm, day: CalendarDate): number {
  const begun = term.line.filter((placement) => placement.firstDay <= day);
  const ended = begun
    .map((placement) => placement.lastDay)
    .filter((last) => last !== undefined && last < day);
  const stands =
    ended.length === begun.length && begun.length > 0
      ? plusDays(latestOf(...ended.filter((last) => last !== undefined)), 1)
      : day;
  return Math.max(0, daysFrom(term.start, earliestOf(stands, term.end)));
}

/** Reading 35: start + maximum, less the days elapsed in the term of the placement that `sameWorkAs` names. */
function endOf(line: readonly SeenPlacement[], earlier: readonly OracleTerm[], clock: Clock): CalendarDate {
  const start = startOf(line);
  const full = plusPeriod(start, clock.maximum);
  const sameWorkAs = line[0]?.sameWorkAs;
  if (clock.newEmployer !== 'deducts-same-work' || sameWorkAs === undefined) return full;
  const named = earlier.find((term) => term.line.some((placement) => placement.ids.includes(sameWorkAs)));
  return named === undefined ? full : latestOf(start, plusDays(full, -elapsedDays(named, start)));
}

function employmentTerms(placements: readonly SeenPlacement[], clock: Clock): OracleTerm[] {
  const employers = [...new Set(placements.map((placement) => placement.employerId))];
  const lines = employers
    .flatMap((employer) =>
      linesAt(
        placements.filter((each) => each.employerId === employer),
        clock,
      ),
    )
    .map((line) => ({ line, start: startOf(line), employerId: line[0]?.employerId ?? '' }))
    .sort((a, b) => (a.start + a.employerId < b.start + b.employerId ? -1 : 1));
  const terms: OracleTerm[] = [];
  for (const { line, start, employerId } of lines) {
    const nextStart = lines.find((other) => other.employerId === employerId && other.start > start)?.start;
    const end = endOf(line, terms, clock);
    terms.push({
      start,
      end: nextStart === undefined ? end : earliestOf(end, nextStart),
      employerId,
      line,
      nextStart,
    });
  }
  return terms;
}

/** Readings 1 to 5, 8, 8a, 35 and 54: the terms of a clock, in order. */
export function termsOf(placements: readonly SeenPlacement[], clock: Clock): OracleTerm[] {
  const counting = placements.filter((each) => counts(each, clock) && !endedBeforeOpening(each));
  if (clock.scope === 'employment') return employmentTerms(counting, clock);
  if (clock.newEmployer !== 'continues') throw new RangeError('no reading for a person clock that restarts');
  if (counting.length === 0) return [];
  const start = startOf(counting);
  return [
    {
      start,
      end: plusPeriod(start, clock.maximum),
      employerId: undefined,
      line: counting,
      nextStart: undefined,
    },
  ];
}

/**
 * Readings 3 and 5: the placements with a day in the term, by their first day in it, then the smaller id. A term from
 * which everything was deducted has no day, and covers what began it.
 */
export function coveredBy(term: OracleTerm): SeenPlacement[] {
  return term.line
    .filter(
      (each) =>
        (countsFrom(each) < term.end || countsFrom(each) === term.start) &&
        (each.lastDay === undefined || each.lastDay >= term.start),
    )
    .sort((a, b) => {
      const [firstA, firstB] = [latestOf(a.firstDay, term.start), latestOf(b.firstDay, term.start)];
      return firstA !== firstB ? (firstA < firstB ? -1 : 1) : a.id < b.id ? -1 : 1;
    });
}
