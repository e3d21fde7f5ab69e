import type { Deadline, LimitsInput } from '../../../domain/limits/limits.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { DeadlineKind } from '../../../domain/shared/lists.js';
import type { Application } from '../../../domain/trajectory/facts.js';
import { daysFrom, eachDay, earliestOf, latestOf, plusDays, plusPeriod } from './calendar.js';
import { isOpenOn } from './closures.js';
import { closedOnOf, extensionApplicationsFor, type Seen, see } from './limits.js';
import { announcingDay } from './periods.js';
import { endOf, extensionAskedIn } from './status.js';

/** The kinds whose readings leave no room for which deadlines there are. */
export const DECIDED_KINDS: readonly DeadlineKind[] = [
  'decision',
  'plan-agreement',
  'evaluation',
  'contact',
  'end-of-job-report',
  'extension-announcement',
];

/** A deadline by its kind, day and status. */
export type OracleDeadline = Pick<Deadline, 'kind' | 'dueOn' | 'status'>;

/** Reading 44; what was settled after `on` is not settled yet (reading 6). */
function deadline(
  kind: DeadlineKind,
  dueOn: CalendarDate,
  settledOn: CalendarDate | undefined,
  on: CalendarDate,
): OracleDeadline {
  if (settledOn !== undefined && settledOn <= on) {
    return { kind, dueOn, status: settledOn <= dueOn ? 'met' : 'late' };
  }
  return { kind, dueOn, status: on <= dueOn ? 'open' : 'overdue' };
}

/** Reading 43: received + P6W and the days after completion was asked, until completed, decided or `on`. */
function decision({ on, ruleSet }: LimitsInput, application: Application): OracleDeadline {
  const { receivedOn, completionAskedOn: asked, completedOn, decidedOn } = application;
  const stops = [completedOn, decidedOn, on].filter((day) => day !== undefined);
  const paused = asked === undefined ? 0 : Math.max(0, daysFrom(asked, earliestOf(...stops)));
  const due = plusPeriod(receivedOn, ruleSet.deadlines.decision);
  return deadline('decision', plusDays(due, paused), decidedOn, on);
}

/** Reading 45: every calendar month from the opening up to `on` that has no day on which the trajectory was closed. */
function contacts({ input }: Seen): OracleDeadline[] {
  const { facts } = input.trajectory;
  const sessions = input.trajectory.sessions.filter((each) => !each.withdrawn).map((each) => each.on);
  const monthOf = (first: CalendarDate) => eachDay(first, plusDays(plusPeriod(first, 'P1M'), -1));
  return eachDay(facts.openedOn, input.on)
    .filter((day) => day.endsWith('-01'))
    .filter((day) => monthOf(day).every((each) => each <= input.on && isOpenOn(facts, each)))
    .map((day) => {
      const dueOn = plusDays(plusPeriod(day, 'P1M'), -1);
      const first = sessions.filter((each) => each >= day && each <= dueOn).sort()[0];
      return deadline('contact', dueOn, first, input.on);
    });
}

/** Reading 46: after the later of the opening and the last evaluation held. */
function evaluation(input: LimitsInput): OracleDeadline {
  const { openedOn, evaluationsHeldOn } = input.trajectory.facts;
  const held = evaluationsHeldOn.filter((day) => day <= input.on);
  const dueOn = plusPeriod(latestOf(openedOn, ...held), input.ruleSet.deadlines.evaluation);
  return deadline('evaluation', dueOn, undefined, input.on);
}

/** Reading 47 while no version has been drafted: the first is due within P6W of the opening. */
function firstPlan(input: LimitsInput): OracleDeadline {
  const { openedOn, plans } = input.trajectory.facts;
  if (plans.length > 0) throw new RangeError('the oracle knows no plans yet');
  const dueOn = plusPeriod(openedOn, input.ruleSet.deadlines.planAgreement);
  return deadline('plan-agreement', dueOn, undefined, input.on);
}

/** Domain.md section 6: the end of a job is reported within P1W, when it ended since the opening. */
function endReports({ input }: Seen): OracleDeadline[] {
  const { openedOn } = input.trajectory.facts;
  return input.trajectory.facts.placements.flatMap(({ endedOn, endReportedOn }) => {
    if (endedOn === undefined || endedOn > input.on || endedOn < openedOn) return [];
    const dueOn = plusPeriod(endedOn, input.ruleSet.deadlines.endOfJobReport);
    return [deadline('end-of-job-report', dueOn, endReportedOn, input.on)];
  });
}

/**
 * Reading 48: the last day of the announcing period of each term that has it. In an employment-scoped clock there is
 * nothing left to announce once the job has ended by that day.
 */
function announcements(seen: Seen): OracleDeadline[] {
  const { on, ruleSet } = seen.input;
  return seen.terms.flatMap((term) => {
    const dueOn = announcingDay(term, ruleSet.clock);
    if (dueOn === undefined) return [];
    const asked = extensionAskedIn(term, extensionApplicationsFor(seen, term), on);
    const ended = ruleSet.clock.scope === 'employment' && endOf(term.line, on);
    if (asked === undefined && ended && ended < dueOn) return [];
    return [deadline('extension-announcement', dueOn, asked, on)];
  });
}

/**
 * The deadlines of `DECIDED_KINDS` under the binding rule set, by day and kind (readings 42 to 48). What would fall
 * due after the trajectory's closure is no duty any more unless it was done, save the funder's decision and the report
 * of a job's end.
 */
export function oracleDeadlines(input: LimitsInput): OracleDeadline[] {
  const seen = see(input, input.ruleSet);
  const received = input.trajectory.facts.applications.filter((each) => each.receivedOn <= input.on);
  const closedOn = closedOnOf(seen);
  const duties = [firstPlan(input), evaluation(input), ...announcements(seen)];
  return inOrder([
    ...received.map((each) => decision(input, each)),
    ...contacts(seen),
    ...endReports(seen),
    ...duties.filter(
      ({ dueOn, status }) =>
        closedOn === undefined || dueOn <= closedOn || status === 'met' || status === 'late',
    ),
  ]);
}

/** The deadlines of `DECIDED_KINDS` among these, in the oracle's order and without what they are for. */
export function inOrder(deadlines: readonly OracleDeadline[]): OracleDeadline[] {
  return deadlines
    .filter((each) => DECIDED_KINDS.includes(each.kind))
    .map(({ kind, dueOn, status }) => ({ kind, dueOn, status }))
    .sort((a, b) => (a.dueOn + a.kind + a.status < b.dueOn + b.kind + b.status ? -1 : 1));
}
