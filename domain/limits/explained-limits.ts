import { presetNamed } from '../rule-sets/index.js';
import { type AdoptedRuleSet, type RuleReference, ruleAt } from '../rule-sets/rule-reference.js';
import { type CalendarDate, dayNumber } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { DeadlineKind } from '../shared/lists.js';
import type { TrajectoryRecord } from '../trajectory/facts.js';
import { decisionOn } from './grants.js';
import type { ClockReading, CoachingPeriod, Deadline, Limits, SeparatePeriod, Term } from './limits.js';

/** Hours with the rule that made them; null where nothing is granted, or the grant states its own figure. */
interface ExplainedHours {
  readonly budgetRule: RuleReference | null;
}
export type ExplainedPeriod = CoachingPeriod & ExplainedHours;
export type ExplainedSeparatePeriod = SeparatePeriod & ExplainedHours;
export type ExplainedTerm = Omit<Term, 'periods'> & { readonly periods: readonly ExplainedPeriod[] };

/** A clock with the rule of its maximum, and every rule that its terms, periods, statuses and hours follow from. */
export type ExplainedClock = Omit<ClockReading, 'terms' | 'separatePeriods'> & {
  readonly rule: RuleReference;
  readonly rules: readonly RuleReference[];
  readonly terms: readonly ExplainedTerm[];
  readonly separatePeriods: readonly ExplainedSeparatePeriod[];
};

/** A deadline with the rule that it falls due by. */
export type ExplainedDeadline = Deadline & { readonly rule: RuleReference };

/** Limits of which each figure and warning says which rule, version and source made it. */
export interface ExplainedLimits extends Omit<Limits, 'clocks' | 'deadlines'> {
  readonly clocks: readonly ExplainedClock[];
  readonly deadlines: readonly ExplainedDeadline[];
}

const OF_CLOCK = [
  'clock.maximum',
  'clock.scope',
  'clock.newEmployer',
  'clock.toleratedGap',
  'clock.trialPlacementCounts',
  'clock.period',
  'clock.announceExtensionAtEndOf',
  'thresholds.endsSoon',
  'hours',
  'sessionOutsidePlacementDeclarable',
] as const;

const OF_DEADLINE: { readonly [Kind in DeadlineKind]: string } = {
  'first-application': 'deadlines.firstApplication',
  'follow-on-application': 'deadlines.followOnApplication',
  'extension-announcement': 'clock.announceExtensionAtEndOf',
  decision: 'deadlines.decision',
  'plan-agreement': 'deadlines.planAgreement',
  evaluation: 'deadlines.evaluation',
  contact: 'deadlines.contact',
  'end-of-job-report': 'deadlines.endOfJobReport',
  declaration: 'deadlines.declaration',
};

/** The rule that deadlines of a kind fall due by. */
export function ruleOfDeadline(adopted: AdoptedRuleSet, kind: DeadlineKind): RuleReference {
  return ruleAt(adopted, OF_DEADLINE[kind]);
}

/**
 * The limits with the rule behind each clock, budget and deadline. `adopted` are the funder's rules that they were
 * computed by; the clocks shown beside cite the published presets. `records` are those whose grants were counted.
 */
export function explainedLimits(
  limits: Limits,
  adopted: AdoptedRuleSet,
  records: readonly TrajectoryRecord[],
): ExplainedLimits {
  const stated = statedGrants(records, limits.on);
  return {
    ...limits,
    clocks: limits.clocks.map((clock) => explainedClock(clock, rulesOf(clock, adopted), stated)),
    deadlines: limits.deadlines.map((deadline) => ({
      ...deadline,
      rule: ruleOfDeadline(adopted, deadline.kind),
    })),
  };
}

function rulesOf({ binding, clock }: ClockReading, adopted: AdoptedRuleSet): AdoptedRuleSet {
  if (binding) return adopted;
  const ruleSet = presetNamed(clock);
  if (ruleSet === undefined) throw new RangeError(`the clock ${clock} is of no preset and does not bind`);
  return { ruleSet, version: null };
}

function explainedClock(clock: ClockReading, rules: AdoptedRuleSet, stated: ReadonlySet<Id>): ExplainedClock {
  const hours = ruleAt(rules, 'hours');
  const budgetRule = ({ budgetMinutes, grantId }: CoachingPeriod | SeparatePeriod) =>
    budgetMinutes === null || (grantId !== null && stated.has(grantId)) ? null : hours;
  const { terms, separatePeriods, ...reading } = clock;
  return {
    ...reading,
    rule: ruleAt(rules, 'clock.maximum'),
    rules: OF_CLOCK.map((path) => ruleAt(rules, path)),
    terms: terms.map((term) => ({
      ...term,
      periods: term.periods.map((period) => ({ ...period, budgetRule: budgetRule(period) })),
    })),
    separatePeriods: separatePeriods.map((period) => ({ ...period, budgetRule: budgetRule(period) })),
  };
}

/** The grants that state their own hours, as decided by `on`: that figure always wins (domain.md section 6). */
function statedGrants(records: readonly TrajectoryRecord[], on: CalendarDate): ReadonlySet<Id> {
  const grants = records.flatMap(({ facts }) => facts.grants);
  const stated = grants.filter((grant) => decisionOn(grant, dayNumber(on))?.minutes !== undefined);
  return new Set(stated.map(({ id }) => id));
}
