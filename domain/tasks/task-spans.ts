import { dateOf } from '../limits/days.js';
import { type CalendarDate, type Days, dayNumber } from '../shared/calendar.js';
import { isClosedOn } from '../trajectory/state.js';
import { awardTasks } from './award-tasks.js';
import { coverTasks, jobEndTasks, newEmployerTasks } from './coach-tasks.js';
import { datesIn } from './dates-in.js';
import { planTasks } from './plan-tasks.js';
import { requestTasks } from './request-tasks.js';
import { reviewTasks } from './review-tasks.js';
import type { Task, TaskKind } from './task.js';
import type { FileTasks, TaskFile, TaskSource } from './task-file.js';

const SOURCES: readonly TaskSource[] = [
  awardTasks,
  planTasks,
  reviewTasks,
  requestTasks,
  coverTasks,
  jobEndTasks,
  newEmployerTasks,
];

/** What is still done after a trajectory's last day (domain.md section 5); the rest is over with it. */
const AFTER_THE_LAST_DAY: readonly TaskKind[] = [
  'decision',
  'application-completion',
  'objection-decision',
  'end-of-job-report',
  'declaration',
  'declaration-settlement',
  'correction-answer',
  'outcome-measurement',
];

/** The days on which a task is unsettled. */
export interface TaskSpan extends Days {
  readonly task: Task;
}

/**
 * Every task of the trajectory that is unsettled on `on`, but for the contacts that are awaited (`contactTask`): what
 * has happened by then counts, and what was planned for later on its day (reading 6). Nothing before the opening.
 */
export function tasksOn(file: TaskFile, on: CalendarDate): readonly Task[] {
  return SOURCES.flatMap((source) => stillAsked(source(file), file, on));
}

/** For every task of the trajectory the days on which it is unsettled, so that any day can be asked about. */
export function taskSpans(file: TaskFile): readonly TaskSpan[] {
  return SOURCES.flatMap((source) => spansOf(source(file), file));
}

function stillAsked(
  tasks: FileTasks,
  { trajectory: { facts } }: TaskFile,
  on: CalendarDate,
): readonly Task[] {
  if (on < facts.openedOn) return [];
  const unsettled = tasks.on(on);
  return isClosedOn(facts, on)
    ? unsettled.filter(({ kind }) => AFTER_THE_LAST_DAY.includes(kind))
    : unsettled;
}

function spansOf(tasks: FileTasks, file: TaskFile): TaskSpan[] {
  const spans: TaskSpan[] = [];
  const running = new Map<
    string,
    { readonly task: Task; readonly from: CalendarDate; seenOn: CalendarDate }
  >();
  for (const day of turningPoints(tasks, file)) {
    for (const task of stillAsked(tasks, file, day)) {
      const key = keyOf(task);
      const known = running.get(key);
      if (known === undefined) running.set(key, { task, from: day, seenOn: day });
      else known.seenOn = day;
    }
    for (const [key, { task, from, seenOn }] of running) {
      if (seenOn === day) continue;
      spans.push({ task, from, to: dateOf(dayNumber(day) - 1) });
      running.delete(key);
    }
  }
  for (const { task, from } of running.values()) spans.push({ task, from });
  return spans;
}

/** One text for tasks that say the same; the rule follows from the kind, its path and the version. */
function keyOf({ kind, about, for: role, employerId, dueOn, settledBy, rule }: Task): string {
  return `${kind} ${about} ${role} ${employerId} ${dueOn} ${settledBy} ${rule.path} ${rule.version}`;
}

/** The days on which the tasks can change, in order, from the opening on. */
function turningPoints({ changesWith }: FileTasks, file: TaskFile): readonly CalendarDate[] {
  const { openedOn, ruleSetMoves, closedOn, closures } = file.trajectory.facts;
  const days = new Set<CalendarDate>([openedOn]);
  for (const day of datesIn([ruleSetMoves, closedOn, closures, changesWith])) {
    days.add(day).add(dateOf(dayNumber(day) + 1));
  }
  return [...days].filter((day) => day >= openedOn).sort();
}
