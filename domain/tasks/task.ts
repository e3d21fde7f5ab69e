import type { RuleReference } from '../rule-sets/rule-reference.js';
import type { RuleSet } from '../rule-sets/rule-set.js';
import type { CalendarDate } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import { DEADLINE_KINDS } from '../shared/lists.js';
import type { TrajectoryEvent } from '../trajectory/events.js';

/** What can be due: the deadlines of the rules, and what somebody is waiting for. */
export const TASK_KINDS = [
  ...DEADLINE_KINDS,
  'agreement',
  'contact-rhythm',
  'employer-contact',
  'coach-cover',
  'application-completion',
  'objection-decision',
  'declaration-settlement',
  'coach-change-answer',
  'correction-answer',
  'incident-resolution',
  'outcome-measurement',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Whose turn it is. The case director stands for the funder, the coordinator for the organisation. */
export const TASK_ROLES = ['coach', 'coordinator', 'case-director', 'candidate', 'employer'] as const;
export type TaskRole = (typeof TASK_ROLES)[number];

/** The rule behind a task: one of the funder's, or else a source of its own. */
export type TaskRule = Omit<RuleReference, 'ruleSet' | 'path'> & {
  /** Null where it is not a value of a rule set. */
  readonly ruleSet: RuleSet['name'] | null;
  readonly path: string | null;
};

/** Something that somebody has to do, and has not done yet. */
export interface Task {
  readonly kind: TaskKind;
  /** The fact that it is about; null where it is about the trajectory as a whole. */
  readonly about: Id | null;
  readonly for: TaskRole;
  /** Which employer, where it is for one. */
  readonly employerId: Id | null;
  /** The last day on which it is in time; null where no rule sets one. */
  readonly dueOn: CalendarDate | null;
  readonly rule: TaskRule;
  /** The fact that settles it once it is recorded. */
  readonly settledBy: TrajectoryEvent['type'];
}

/** `open` up to and including the due day, `overdue` after it (reading 44); always open where no rule sets a day. */
export type TaskStatus = 'open' | 'overdue';

/** How a task stands on a day; it follows from the day and is stored nowhere. */
export function taskStatus({ dueOn }: Pick<Task, 'dueOn'>, on: CalendarDate): TaskStatus {
  return dueOn === null || on <= dueOn ? 'open' : 'overdue';
}

/** A rule that is no value of a rule set, with where it comes from. */
export function ruleFrom(source: string): TaskRule {
  return { ruleSet: null, version: null, path: null, source, inference: false };
}

/** A rule of our own, which no published source states. */
export const INFERRED: TaskRule = { ruleSet: null, version: null, path: null, source: null, inference: true };
