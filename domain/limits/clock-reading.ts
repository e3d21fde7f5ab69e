import type { Clock, RuleSet } from '../rule-sets/rule-set.js';
import { type BudgetBasis, budgetOf, trialYear, yearsOf } from './budgets.js';
import type { Career, Work } from './career.js';
import { type Day, type DayRange, dateOf, durationOf, NEVER, plusPeriod, without } from './days.js';
import { type AwardedGrant, daysPast, grantsFor, mainGrant } from './grants.js';
import type { ClockReading, CoachingPeriod, Extension, SeparatePeriod, Term } from './limits.js';
import { statusOf } from './status.js';
import { elapsedEnd, type TermDays, termsOf } from './terms.js';
import type { UsedMinutes } from './used-minutes.js';

/** A career as it stands on a day, with what every clock counts over it. */
export interface Standing {
  readonly on: Day;
  readonly career: Career;
  readonly grants: readonly AwardedGrant[];
  readonly used: UsedMinutes;
}

/** One clock over a career: its terms with periods and hours, and the trials outside them. */
export function readingOf(standing: Standing, ruleSet: RuleSet, binding: boolean): ClockReading {
  const { clock } = ruleSet;
  const terms = termsOf(standing.career, clock, standing.on);
  return {
    clock: ruleSet.name,
    binding,
    maximum: clock.maximum,
    basis: clock.basis,
    terms: terms.map((term) => shownTerm(term, terms, standing, ruleSet)),
    separatePeriods: separatePeriods(terms, standing, ruleSet),
  };
}

function shownTerm(term: TermDays, terms: readonly TermDays[], standing: Standing, ruleSet: RuleSet): Term {
  const { career, on } = standing;
  const grants = grantsFor(standing.grants, term.employerId);
  const past = grants.filter((grant) => daysPast(term, grant) !== undefined);
  const status = statusOf(term, past, { ruleSet, career, terms, on });
  const countedTo = elapsedEnd(term, on, career.closedOn);
  const over = status === 'restarted' || status === 'closed' || on >= term.end;
  return {
    startsOn: dateOf(term.start),
    lastDay: dateOf(term.end - 1),
    employerIds: [...new Set(term.covered.map((work) => work.employerId))],
    placementIds: term.covered.map((work) => work.id),
    elapsed: durationOf(term.start, countedTo),
    remaining: over ? 'P0D' : durationOf(on, term.end),
    daysWithoutPlacement: lengthOf(without({ start: term.start, end: countedTo }, career.works)),
    status,
    periods: periodsOf(term, grants, standing, ruleSet),
    extensions: past.map((grant) => extensionOf(term, grant)).sort(byFirstDay),
  };
}

function lengthOf(ranges: readonly DayRange[]): number {
  return ranges.reduce((days, range) => days + range.end - range.start, 0);
}

function extensionOf(term: TermDays, grant: AwardedGrant): Extension {
  const days = daysPast(term, grant) as DayRange;
  return {
    grantId: grant.id,
    startsOn: dateOf(days.start),
    lastDay: dateOf(days.end - 1),
    decidedOn: dateOf(grant.decidedOn),
    motivated: grant.beyondLimit,
  };
}

function byFirstDay(a: Extension, b: Extension): number {
  if (a.startsOn !== b.startsOn) return a.startsOn < b.startsOn ? -1 : 1;
  return a.grantId < b.grantId ? -1 : 1;
}

/** The coaching periods of a term, each counted from the term's start, the last one cut at its end (reading 13). */
function periodRanges(term: DayRange, clock: Clock): DayRange[] {
  const ranges: DayRange[] = [];
  for (let start = term.start, count = 1; start < term.end; count += 1) {
    const end = Math.min(plusPeriod(term.start, clock.period, count), term.end);
    ranges.push({ start, end });
    start = end;
  }
  return ranges;
}

function periodsOf(
  term: TermDays,
  grants: readonly AwardedGrant[],
  { career, used }: Standing,
  ruleSet: RuleSet,
): CoachingPeriod[] {
  const basis: BudgetBasis = {
    hours: ruleSet.hours,
    years: yearsOf(term),
    works: term.employerId === null ? career.works : term.covered,
    grants,
  };
  return periodRanges(term, ruleSet.clock).map((range, index) => ({
    number: index + 1,
    startsOn: dateOf(range.start),
    lastDay: dateOf(range.end - 1),
    budgetMinutes: budgetOf(range, basis),
    usedMinutes: used.in(range, term.employerId, ruleSet.sessionOutsidePlacementDeclarable),
    grantId: mainGrant(grants, range),
  }));
}

/**
 * The days of trial placements outside every term that could hold them (reading 56). A trial that still runs has no
 * days yet past the end of a term that holds it.
 */
function separatePeriods(terms: readonly TermDays[], standing: Standing, ruleSet: RuleSet): SeparatePeriod[] {
  return separateTrials(terms, standing, ruleSet.clock)
    .map(({ trial, range }) => separatePeriod(trial, range, standing, ruleSet))
    .sort((a, b) => (a.startsOn + a.placementId < b.startsOn + b.placementId ? -1 : 1));
}

/** A stretch of a trial placement outside every term. */
export interface SeparateTrial {
  readonly trial: Work;
  readonly range: DayRange;
}

/** The trial placements that a clock counts beside its terms, by their stretches outside those (reading 56). */
export function separateTrials(
  terms: readonly TermDays[],
  { career, on }: Pick<Standing, 'career' | 'on'>,
  clock: Clock,
): SeparateTrial[] {
  return career.works
    .filter((work) => work.kind === 'trial-placement')
    .flatMap((trial) => {
      const scope = clock.scope === 'person' ? null : trial.employerId;
      const holding = terms.filter((term) => term.employerId === scope);
      return without(trial, holding)
        .filter((range) => range.start <= on)
        .map((range) => ({ trial, range }));
    });
}

/** A trial is no part of a term, so only grants and sessions for its employer are its own, under every clock. */
function separatePeriod(
  trial: Work,
  range: DayRange,
  { grants, used }: Standing,
  { hours }: RuleSet,
): SeparatePeriod {
  const counting = grantsFor(grants, trial.employerId);
  return {
    placementId: trial.id,
    employerId: trial.employerId,
    startsOn: dateOf(range.start),
    lastDay: range.end === NEVER ? null : dateOf(range.end - 1),
    budgetMinutes: budgetOf(range, {
      hours,
      years: trialYear(trial.start),
      works: [trial],
      grants: counting,
    }),
    usedMinutes: used.in(range, trial.employerId, false),
    grantId: mainGrant(counting, range),
  };
}
