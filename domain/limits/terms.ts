import type { Clock } from '../rule-sets/rule-set.js';
import type { Id } from '../shared/ids.js';
import type { Career, Work } from './career.js';
import { type Day, type DayRange, NEVER, plusPeriod } from './days.js';

/** One term of a clock in day numbers; `end` is the day after the last day. */
export interface TermDays extends DayRange {
  /** The employer it is counted at; null in a person-scoped clock. */
  readonly employerId: Id | null;
  /** The counting placements with a day in it, by their first day in it (reading 54). */
  readonly covered: readonly Work[];
  /** Its unbroken line of counting placements, those past its last day included (reading 8a). */
  readonly line: readonly Work[];
  /** The first day of the next term at the same employer, `NEVER` when there is none. */
  readonly nextStart: Day;
}

/** Counting kinds (reading 3): the others neither open a term nor are covered by one. */
function counts(work: Work, clock: Clock): boolean {
  switch (work.kind) {
    case 'employment':
    case 'secondment':
    case 'sheltered':
      return true;
    case 'trial-placement':
      return clock.trialPlacementCounts;
    default:
      return false;
  }
}

/**
 * The terms of a clock over a career that stands on `on` (readings 1 to 8a and 35), by start, then by employer.
 * A term whose start lies after `on`, because its trajectory opens later, is left out.
 */
export function termsOf(career: Career, clock: Clock, on: Day): TermDays[] {
  const counting = career.works
    .filter((work) => counts(work, clock) && work.end > work.countsFrom && work.countsFrom <= on)
    .sort((a, b) => a.countsFrom - b.countsFrom || (a.id < b.id ? -1 : 1));
  const lines = clock.scope === 'person' ? personLine(counting) : linesPerEmployer(counting, clock);
  const terms: TermDays[] = [];
  for (const line of lines.sort(byOpening)) {
    terms.push(termOf(line, clock, terms, career));
  }
  return terms;
}

/** Counting placements that one term is counted over, in order. */
interface Line {
  readonly employerId: Id | null;
  readonly works: readonly Work[];
  readonly start: Day;
  readonly nextStart: Day;
}

function byOpening(a: Line, b: Line): number {
  const [left, right] = [a.employerId ?? '', b.employerId ?? ''];
  return a.start - b.start || (left < right ? -1 : left > right ? 1 : 0);
}

function personLine(counting: readonly Work[]): Line[] {
  const first = counting[0];
  return first ? [{ employerId: null, works: counting, start: first.countsFrom, nextStart: NEVER }] : [];
}

function linesPerEmployer(counting: readonly Work[], clock: Clock): Line[] {
  const byEmployer = new Map<Id, Work[]>();
  for (const work of counting) {
    const works = byEmployer.get(work.employerId);
    if (works) works.push(work);
    else byEmployer.set(work.employerId, [work]);
  }
  return [...byEmployer].flatMap(([employerId, works]) => {
    const groups = unbroken(works, clock);
    return groups.map((group, index) => ({
      employerId,
      works: group,
      start: startOf(group),
      nextStart: index + 1 < groups.length ? startOf(groups[index + 1]) : NEVER,
    }));
  });
}

function startOf(group: readonly Work[] | undefined): Day {
  return group?.[0]?.countsFrom ?? NEVER;
}

/** Groups without a gap above the tolerated one, measured from the latest last day before it (reading 8). */
function unbroken(works: readonly Work[], clock: Clock): Work[][] {
  const groups: Work[][] = [];
  let latestEnd = NEVER;
  for (const work of works) {
    const group = groups.at(-1);
    if (group === undefined || work.countsFrom > plusPeriod(latestEnd, clock.toleratedGap)) {
      groups.push([work]);
      latestEnd = work.end;
    } else {
      group.push(work);
      latestEnd = Math.max(latestEnd, work.end);
    }
  }
  return groups;
}

function termOf(line: Line, clock: Clock, earlier: readonly TermDays[], career: Career): TermDays {
  const { start, employerId, nextStart } = line;
  const deducted = clock.newEmployer === 'deducts-same-work' ? deductedDays(line, earlier, career) : 0;
  const full = Math.max(start, plusPeriod(start, clock.maximum) - deducted);
  const end = Math.min(full, nextStart);
  // A term that was deducted away has no day left, and still belongs to the placement that opened it.
  const covered = line.works.filter((work, index) => index === 0 || work.countsFrom < end);
  return { start, end, employerId, nextStart, covered, line: line.works };
}

/** Days elapsed, when this line starts, in the term of the line that its first placement names one of (reading 35). */
function deductedDays(line: Line, earlier: readonly TermDays[], career: Career): number {
  const named = line.works[0]?.sameWorkAs;
  const work = named === undefined ? undefined : career.workOf.get(named);
  const term = work && earlier.find((candidate) => candidate.line.some(({ id }) => id === work.id));
  if (term === undefined) return 0;
  return elapsedEnd(term, line.start, NEVER) - term.start;
}

/**
 * The day up to which the term is counted on `on`, that day itself not (readings 10 and 11): an employment-scoped
 * term stands still after its last covered placement while none runs, a person-scoped one after `closedOn`.
 */
export function elapsedEnd(term: TermDays, on: Day, closedOn: Day): Day {
  const standsAt = term.employerId === null ? closedOn + 1 : lastEnd(term.covered, on);
  return Math.max(term.start, Math.min(on, standsAt, term.end));
}

/** The day after the last covered placement that began by `on`. */
function lastEnd(covered: readonly Work[], on: Day): Day {
  let end = Number.NEGATIVE_INFINITY;
  for (const work of covered) if (work.countsFrom <= on) end = Math.max(end, work.end);
  return end;
}
