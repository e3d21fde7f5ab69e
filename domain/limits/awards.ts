import type { RuleSet } from '../rule-sets/rule-set.js';
import type { Id } from '../shared/ids.js';
import { regimeMinutes, trialYear, yearsOf } from './budgets.js';
import { type Standing, separateTrials } from './clock-reading.js';
import { type DayRange, shared } from './days.js';
import { type Fraction, floorOf, plus, ZERO } from './fraction.js';
import type { AwardedGrant } from './grants.js';
import { type TermDays, termsOf } from './terms.js';

/**
 * What grants hold together whose days overlap: their hours may be spent on any of these days, and no more than these
 * (UWV 2014 B.3.1: the sum of what is declared is at most what the decision grants).
 */
export interface Award extends DayRange {
  /** The employer whose sessions it pays; null where the clock runs over all of them (reading 17). */
  readonly employerId: Id | null;
  /** Whole minutes, rounded down once. */
  readonly minutes: number;
}

/** The awards of a career as it stands, by first day. A grant's own figure wins; else its hours follow from the regime. */
export function awardsOf(standing: Standing, ruleSet: RuleSet): readonly Award[] {
  const terms = termsOf(standing.career, ruleSet.clock, standing.on);
  const open = new Map<Id | null, { range: DayRange; held: Fraction }>();
  const awards: Award[] = [];
  const close = (employerId: Id | null) => {
    const last = open.get(employerId);
    if (last) awards.push({ ...last.range, employerId, minutes: floorOf(last.held) });
  };
  for (const grant of standing.grants) {
    const employerId = ruleSet.clock.scope === 'person' ? null : grant.employerId;
    // A grant for no employer pays no session where terms are counted per employer.
    if (employerId === undefined) continue;
    const held = heldBy(grant, terms, standing, ruleSet);
    const last = open.get(employerId);
    if (last !== undefined && grant.start < last.range.end) {
      const range = { start: last.range.start, end: Math.max(last.range.end, grant.end) };
      open.set(employerId, { range, held: plus(last.held, held) });
    } else {
      close(employerId);
      open.set(employerId, { range: { start: grant.start, end: grant.end }, held });
    }
  }
  for (const employerId of open.keys()) close(employerId);
  return awards.sort((a, b) => a.start - b.start || ((a.employerId ?? '') < (b.employerId ?? '') ? -1 : 1));
}

/** Everything that one grant holds, also on days past the last day of its term (readings 18, 19 and 56). */
function heldBy(
  grant: AwardedGrant,
  terms: readonly TermDays[],
  standing: Standing,
  { hours, clock }: RuleSet,
): Fraction {
  if (grant.minutes !== undefined) return { numerator: BigInt(grant.minutes), denominator: 1n };
  let held = ZERO;
  for (const term of terms) {
    if (term.employerId !== null && term.employerId !== grant.employerId) continue;
    const reach = { start: term.start, end: Math.min(term.nextStart, Math.max(term.end, grant.end)) };
    const days = shared(reach, grant);
    if (days === undefined) continue;
    const works = term.employerId === null ? standing.career.works : term.line;
    held = plus(held, regimeMinutes(days, grant, { hours, years: yearsOf(reach), works }));
  }
  for (const { trial, range } of separateTrials(terms, standing, clock)) {
    const days = trial.employerId === grant.employerId ? shared(range, grant) : undefined;
    if (days === undefined) continue;
    held = plus(held, regimeMinutes(days, grant, { hours, years: trialYear(trial.start), works: [trial] }));
  }
  return held;
}
