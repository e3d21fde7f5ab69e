import { presetNamed } from '../rule-sets/index.js';
import type { RuleSet } from '../rule-sets/rule-set.js';
import { type CalendarDate, dayNumber } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import { applicationReaches } from './application-deadlines.js';
import { type Career, careerOf, careerOn } from './career.js';
import { readingOf, type Standing } from './clock-reading.js';
import type { Day, DayRange } from './days.js';
import { awardDeadlines, deadlinesOf } from './deadlines.js';
import { decisionDeadlines } from './decision-deadlines.js';
import { daysPast, employerOf, grantsOn } from './grants.js';
import type { ApplicationReach, Deadline, Limits, LimitsInput } from './limits.js';
import { termsOf } from './terms.js';
import { usedMinutesOf } from './used-minutes.js';

/** The clocks that every trajectory shows beside its own (reading 53). */
const CLOCKS_BESIDE = ['municipal-2y', 'uwv-2014'] as const;

/** The rule sets whose clocks are shown: the binding one first, then those beside it, none twice (reading 53). */
export function clocksFor(ruleSet: RuleSet): RuleSet[] {
  const beside = CLOCKS_BESIDE.map((name) => presetNamed(name) as RuleSet);
  return [ruleSet, ...beside.filter(({ name }) => name !== ruleSet.name)];
}

/**
 * Every clock of a trajectory with its terms, coaching periods, hours and deadlines, as the calendar stands on `on`.
 * Pure and total: any facts have an answer, and the order in which they were recorded never matters.
 */
export function limitsOf(input: LimitsInput): Limits {
  const standing = standingOf(input);
  return {
    on: input.on,
    clocks: clocksFor(input.ruleSet).map((ruleSet, index) => readingOf(standing, ruleSet, index === 0)),
    deadlines: deadlinesOf(input, standing),
  };
}

/** When each application received by `on` is to be decided, and what its grant can still cover. */
export function applicationTerms(input: LimitsInput): {
  readonly decisions: readonly Deadline[];
  readonly reaches: readonly ApplicationReach[];
} {
  const standing = standingOf(input);
  return {
    decisions: decisionDeadlines(input, standing),
    reaches: applicationReaches(input, standing),
  };
}

/**
 * The deadlines that follow from what was worked, applied for and granted, in no order: on whichever day and under
 * whichever rules are asked for, one after another.
 */
export function awardDeadlinesOf(
  records: Pick<LimitsInput, 'trajectory' | 'continued'>,
): (on: CalendarDate, ruleSet: RuleSet) => readonly Deadline[] {
  const career = careerOf(records.trajectory, records.continued);
  return (on, ruleSet) => awardDeadlines({ ...records, on, ruleSet }, standing(career, dayNumber(on)));
}

/** The career as it stands on `on`, with what every clock counts over it. */
export function standingOf(input: Omit<LimitsInput, 'ruleSet'>): Standing {
  return standing(careerOf(input.trajectory, input.continued), dayNumber(input.on));
}

function standing(whole: Career, on: Day): Standing {
  const career = careerOn(whole, on);
  return { on, career, grants: grantsOn(career, on), used: usedMinutesOf(career) };
}

/** A grant that is about to be decided. Both days included. */
export interface ProposedGrant {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly placementId?: Id;
}

/**
 * True when a day of the grant lies after the last day of the term of the binding clock that it is for (reading 36):
 * it then needs a motivation. Placements that are known to start within the grant count, though they lie after `on`.
 */
export function grantIsBeyondLimit(input: LimitsInput, grant: ProposedGrant): boolean {
  const days: DayRange = { start: dayNumber(grant.from), end: dayNumber(grant.to) + 1 };
  const on = Math.max(dayNumber(input.on), days.end - 1);
  const career = careerOn(careerOf(input.trajectory, input.continued), on);
  const { clock } = input.ruleSet;
  const { employerId } = employerOf(career, days, grant.placementId);
  return termsOf(career, clock, on)
    .filter((term) => term.employerId === null || term.employerId === employerId)
    .some((term) => daysPast(term, days) !== undefined);
}
