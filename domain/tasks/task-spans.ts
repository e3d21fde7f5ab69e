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
import type { TaskFile, TaskSource } from './task-file.js';

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
  return SOURCES.flatMap((source) => ofSource(source, file, on));
}

/** For every task of the trajectory the days on which it is unsettled, so that any day can be asked about. */
export function taskSpans(file: TaskFile): readonly TaskSpan[] {
  return SOURCES.flatMap((source) => spansOf(source, file));
}

function ofSource(source: TaskSource, file: TaskFile, on: CalendarDate): readonly Task[] {
  const { facts } = file.trajectory;
  if (on < facts.openedOn) return [];
  const tasks = source.tasksOn(file, on);
  return isClosedOn(facts, on) ? tasks.filter(({ kind }) => AFTER_THE_LAST_DAY.includes(kind)) : tasks;
}

function spansOf(source: TaskSource, file: TaskFile): TaskSpan[] {
  const spans: TaskSpan[] = [];
  let running = new Map<string, { readonly task: Task; readonly from: CalendarDate }>();
  for (const day of turningPoints(source, file)) {
    const now = new Map(ofSource(source, file, day).map((task) => [JSON.stringify(task), task]));
    for (const [key, { task, from }] of running) {
      if (!now.has(key)) spans.push({ task, from, to: dateOf(dayNumber(day) - 1) });
    }
    running = new Map([...now].map(([key, task]) => [key, running.get(key) ?? { task, from: day }]));
  }
  return [...spans, ...running.values()];
}

/** The days on which the tasks of the source can change, in order, from the opening on. */
function turningPoints(source: TaskSource, file: TaskFile): readonly CalendarDate[] {
  const { openedOn, ruleSetMoves, closedOn, closures } = file.trajectory.facts;
  const days = new Set<CalendarDate>([openedOn]);
  for (const day of datesIn([ruleSetMoves, closedOn, closures, source.changesWith(file)])) {
    days.add(day).add(dateOf(dayNumber(day) + 1));
  }
  return [...days].filter((day) => day >= openedOn).sort();
}
