import type { CalendarDate } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { RuleSetReference, TrajectoryFacts } from './facts.js';

/** What a trajectory's organisation on a day follows from. */
export type Organisations = Pick<TrajectoryFacts, 'organisationId' | 'organisationChanges'>;

type RuleSets = Pick<TrajectoryFacts, 'ruleSet' | 'ruleSetMoves'>;

/** The change in force on `day`: of those that have begun the latest, and of two on one day the later recorded. */
function latestOn<Change extends { readonly on: CalendarDate }>(
  changes: readonly Change[],
  day: CalendarDate,
): Change | undefined {
  let found: Change | undefined;
  for (const change of changes) {
    if (change.on <= day && (found === undefined || change.on >= found.on)) found = change;
  }
  return found;
}

/** The organisation that coaches on `day`; before the first change that of the opening. */
export function organisationOn(facts: Organisations, day: CalendarDate): Id {
  return latestOn(facts.organisationChanges, day)?.organisationId ?? facts.organisationId;
}

/** The organisation that coaches on `day`, then those that are recorded to coach later, each once. */
export function organisationsFrom(facts: Organisations, day: CalendarDate): readonly Id[] {
  if (facts.organisationChanges.length === 0) return [facts.organisationId];
  const toCome = facts.organisationChanges.filter(({ on }) => on > day).map(({ on }) => on);
  return [...new Set([day, ...toCome].map((on) => organisationOn(facts, on)))];
}

/** The rule-set version that the trajectory is under on `day`; before the first move that of the opening. */
export function ruleSetReferenceOn(facts: RuleSets, day: CalendarDate): RuleSetReference {
  return latestOn(facts.ruleSetMoves, day)?.ruleSet ?? facts.ruleSet;
}
