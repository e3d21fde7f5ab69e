import { rhythmDueOn, rhythmStretches } from '../contact-rhythm/index.js';
import { dateOf, plusMonths } from '../limits/days.js';
import { type RuleReference, ruleAt } from '../rule-sets/rule-reference.js';
import { addDays, type CalendarDate, type Days, dayNumber, latest } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { TrajectoryFacts } from '../trajectory/facts.js';
import { closedStretches } from '../trajectory/state.js';
import { ruleFrom, type Task, type TaskRule } from './task.js';
import { adoptedOn, type TaskFile } from './task-file.js';

/**
 * A stretch of days in which the coach has contact with the candidate now and then. When the next one is due follows
 * from it and from the last session; it is apart from the other tasks because sessions are many.
 */
export interface AwaitedContact extends Days {
  readonly kind: 'contact' | 'contact-rhythm';
  /** The agreed rhythm; null for that of the rules. */
  readonly about: Id | null;
  /** The first day that counts. */
  readonly countsFrom: CalendarDate;
  /** The most days between two contacts; null: one in each calendar month that lies wholly in the stretch. */
  readonly everyDays: number | null;
  readonly rule: TaskRule;
}

/** Every such stretch of the trajectory. Those that the rules ask for end where other rules begin. */
export function awaitedContacts(file: TaskFile): readonly AwaitedContact[] {
  const { facts } = file.trajectory;
  return [...openStretches(facts).flatMap((stretch) => monthly(stretch, file)), ...agreed(facts)];
}

function openStretches(facts: TrajectoryFacts): Days[] {
  const stretches: Days[] = [];
  let from: CalendarDate | undefined = facts.openedOn;
  for (const { closedOn, reopenedOn } of closedStretches(facts)) {
    if (from !== undefined && from <= closedOn) stretches.push({ from, to: closedOn });
    from = reopenedOn;
  }
  return from === undefined ? stretches : [...stretches, { from }];
}

/** A contact each calendar month (reading 45), as long as the rules say so. */
function monthly(stretch: Days, file: TaskFile): AwaitedContact[] {
  const moves = file.trajectory.facts.ruleSetMoves
    .map(({ on }) => on)
    .filter((on) => stretch.from < on && (stretch.to === undefined || on <= stretch.to));
  const starts = [...new Set([stretch.from, ...moves])].sort();
  return starts.flatMap((from, index): AwaitedContact[] => {
    const adopted = adoptedOn(file, from);
    if (adopted.ruleSet.deadlines.contact === 'none') return [];
    const next = starts[index + 1];
    const to = next === undefined ? stretch.to : addDays(next, -1);
    const rule: RuleReference = ruleAt(adopted, 'deadlines.contact');
    return [{ kind: 'contact', about: null, from, to, countsFrom: stretch.from, everyDays: null, rule }];
  });
}

/** The rhythms that coach and candidate agreed, each up to the next or to the trajectory's last day. */
function agreed(facts: TrajectoryFacts): AwaitedContact[] {
  return rhythmStretches(facts).flatMap(({ id, from, until: to, everyDays }): AwaitedContact[] => {
    if (to !== undefined && to < from) return [];
    const rule = ruleFrom('MKB 3.3.3');
    return [{ kind: 'contact-rhythm', about: id, from, to, countsFrom: from, everyDays, rule }];
  });
}

/**
 * The day by which the next contact is due on `on`, a day of the stretch; null when none is awaited that day. The last
 * contact is the last session up to `on`. A month that was missed stays due until the next contact: it then is an
 * overdue deadline of the trajectory, and nothing that anybody can still do.
 */
export function nextContactDueOn(
  { countsFrom, everyDays }: AwaitedContact,
  lastContactOn: CalendarDate | null,
  on: CalendarDate,
): CalendarDate | null {
  if (everyDays !== null) {
    return rhythmDueOn({ from: countsFrom, everyDays }, lastContactOn ?? undefined);
  }
  const wholeFrom = firstOfMonthFrom(countsFrom);
  const month = lastContactOn === null ? wholeFrom : latest(wholeFrom, firstOfNextMonth(lastContactOn));
  return on < month ? null : addDays(firstOfNextMonth(month), -1);
}

/** The task that it makes on `on`; undefined when no contact is awaited that day. */
export function contactTask(
  awaited: AwaitedContact,
  lastContactOn: CalendarDate | null,
  on: CalendarDate,
): Task | undefined {
  const dueOn = nextContactDueOn(awaited, lastContactOn, on);
  if (dueOn === null) return undefined;
  const { kind, about, rule } = awaited;
  return { kind, about, for: 'coach', employerId: null, dueOn, rule, settledBy: 'SessionRecorded' };
}

function firstOfMonthFrom(day: CalendarDate): CalendarDate {
  return day.endsWith('-01') ? day : firstOfNextMonth(day);
}

function firstOfNextMonth(day: CalendarDate): CalendarDate {
  return dateOf(plusMonths(dayNumber(`${day.slice(0, 8)}01` as CalendarDate), 1));
}
