import { dayNumber } from '../shared/calendar.js';
import type { TrajectoryRecord } from '../trajectory/facts.js';
import type { Career } from './career.js';
import type { Standing } from './clock-reading.js';
import { type Day, type DayRange, dateOf, dayOrNever, plusMonths, plusPeriod, without } from './days.js';
import { deadlineStatus } from './deadline-status.js';
import { evaluationRhythm } from './evaluation-rhythm.js';
import type { Deadline, LimitsInput } from './limits.js';

/** What comes round by itself while the trajectory is open: the plan, evaluations, monthly contact. */
export function rhythmDeadlines(input: LimitsInput, standing: Standing): Deadline[] {
  return [
    ...planDeadlines(input, standing),
    ...evaluationDeadlines(input, standing),
    ...contactDeadlines(input, standing),
  ];
}

/** Nothing new falls due once the trajectory is closed. */
function stillAsked(due: Day, settledOn: Day | undefined, { on, career }: Standing): boolean {
  return (settledOn !== undefined && settledOn <= on) || due <= career.closedOn;
}

/** A first version in time, and each version agreed by all parties while it is the latest (reading 47). */
function planDeadlines({ trajectory, ruleSet }: LimitsInput, standing: Standing): Deadline[] {
  const { on, career } = standing;
  if (career.openedOn > on) return [];
  const versions = trajectory.facts.plans
    .filter((plan) => dayNumber(plan.draftedOn) <= on)
    .sort((a, b) => a.version - b.version);
  const asked = versions.map((plan, index) => ({
    from: dayNumber(plan.draftedOn),
    settledOn: plan.agreedByAllOn === undefined ? undefined : dayNumber(plan.agreedByAllOn),
    latest: index === versions.length - 1,
  }));
  const first = { from: career.openedOn, settledOn: asked[0]?.from, latest: true };
  return [first, ...asked].flatMap(({ from, settledOn, latest }) => {
    const due = plusPeriod(from, ruleSet.deadlines.planAgreement);
    const agreed = settledOn !== undefined && settledOn <= on;
    if ((!latest && !agreed) || !stillAsked(due, settledOn, standing)) return [];
    return [
      { kind: 'plan-agreement', dueOn: dateOf(due), status: deadlineStatus(due, settledOn, on) } as const,
    ];
  });
}

/** Each counted from the later of the opening and the evaluation before it (reading 46). */
function evaluationDeadlines({ trajectory, ruleSet }: LimitsInput, standing: Standing): Deadline[] {
  const { on, career } = standing;
  if (career.openedOn > on) return [];
  const held = trajectory.facts.evaluationsHeldOn.map(dayNumber).filter((day) => day <= on);
  return evaluationRhythm(career.openedOn, held, ruleSet.deadlines.evaluation).flatMap(
    ({ due, settledOn }) =>
      stillAsked(due, settledOn, standing)
        ? [{ kind: 'evaluation', dueOn: dateOf(due), status: deadlineStatus(due, settledOn, on) } as const]
        : [],
  );
}

/** A session in each calendar month that lies wholly in a stretch in which the trajectory was open so far (reading 45). */
function contactDeadlines({ trajectory, ruleSet }: LimitsInput, { on, career }: Standing): Deadline[] {
  if (ruleSet.deadlines.contact === 'none') return [];
  const sessions = firstSessionPerMonth(trajectory, on);
  return openStretches(career, on)
    .flatMap(wholeMonths)
    .map(({ start, end }) => {
      const status = deadlineStatus(end - 1, sessions.get(dateOf(start).slice(0, 7)), on);
      return { kind: 'contact', dueOn: dateOf(end - 1), status };
    });
}

/** The stretches up to and including `on` in which the trajectory was open. */
function openStretches({ openedOn, closures }: Career, on: Day): DayRange[] {
  const closed = closures
    .map(({ closedOn, reopenedOn }) => ({ start: closedOn + 1, end: reopenedOn }))
    .filter(({ start, end }) => start < end);
  return without({ start: openedOn, end: on + 1 }, closed);
}

function wholeMonths(stretch: DayRange): DayRange[] {
  const months: DayRange[] = [];
  let start = firstOfMonthFrom(stretch.start);
  for (let end = plusMonths(start, 1); end <= stretch.end; end = plusMonths(start, 1)) {
    months.push({ start, end });
    start = end;
  }
  return months;
}

function firstOfMonthFrom(day: Day): Day {
  const intoMonth = Number(dateOf(day).slice(8)) - 1;
  return intoMonth === 0 ? day : plusMonths(day - intoMonth, 1);
}

function firstSessionPerMonth({ sessions }: TrajectoryRecord, on: Day): Map<string, Day> {
  const first = new Map<string, Day>();
  for (const session of sessions) {
    if (session.withdrawn) continue;
    const day = dayNumber(session.on);
    const month = session.on.slice(0, 7);
    if (day <= on && day < (first.get(month) ?? Number.POSITIVE_INFINITY)) first.set(month, day);
  }
  return first;
}

/** Each job that ended in the trajectory is reported (`UWV 2014 A.8`, B.4.4: trials too). */
export function endOfJobDeadlines(
  { trajectory, ruleSet }: LimitsInput,
  { on, career }: Standing,
): Deadline[] {
  return trajectory.facts.placements.flatMap((placement) => {
    const ended = dayOrNever(placement.endedOn);
    if (ended > on || ended < career.openedOn) return [];
    const due = plusPeriod(ended, ruleSet.deadlines.endOfJobReport);
    const status = deadlineStatus(due, dayOrNever(placement.endReportedOn), on);
    return [{ kind: 'end-of-job-report', dueOn: dateOf(due), status, for: placement.id } as const];
  });
}

/** Each granted period that has begun is declared up to its last day, or up to the closure inside it. */
export function declarationDeadlines({ trajectory, ruleSet }: LimitsInput, standing: Standing): Deadline[] {
  const { on, career } = standing;
  const own = new Set(trajectory.facts.grants.map((grant) => grant.id));
  return standing.grants.flatMap((grant) => {
    if (!own.has(grant.id) || grant.start > on || grant.start > career.closedOn) return [];
    const lastDay = Math.min(grant.end - 1, career.closedOn);
    const submitted = trajectory.facts.declarations
      .filter(({ withdrawn }) => withdrawn !== true)
      .filter(({ from, to }) => dayNumber(from) <= lastDay && lastDay <= dayNumber(to))
      .map(({ submittedOn }) => dayNumber(submittedOn));
    const due = plusPeriod(lastDay, ruleSet.deadlines.declaration);
    const settledOn = submitted.length === 0 ? undefined : Math.min(...submitted);
    const status = deadlineStatus(due, settledOn, on);
    return [{ kind: 'declaration', dueOn: dateOf(due), status, for: grant.id } as const];
  });
}
