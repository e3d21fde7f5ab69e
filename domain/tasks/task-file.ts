import type { CoachAbsences } from '../reachable/index.js';
import type { AdoptedRuleSet } from '../rule-sets/rule-reference.js';
import type { RuleSet } from '../rule-sets/rule-set.js';
import type { CalendarDate } from '../shared/calendar.js';
import type { TrajectoryRecord } from '../trajectory/facts.js';
import { ruleSetReferenceOn } from '../trajectory/state.js';
import type { Task } from './task.js';

/** What the tasks of one trajectory follow from. Sessions are not in it: see `AwaitedContact`. */
export interface TaskFile {
  readonly trajectory: TrajectoryRecord;
  /** The trajectories that it continues, directly or further back. */
  readonly continued: readonly TrajectoryRecord[];
  /** The rules of its funder, by version. */
  readonly ruleSets: ReadonlyMap<number, RuleSet>;
  readonly coachesAway: CoachAbsences;
}

/** Tasks of one file that follow from the same facts. */
export interface FileTasks {
  /** Those that are unsettled on a day on or after the opening. */
  on(day: CalendarDate): readonly Task[];
  /** Something of which every calendar date that it holds, and the day after it, may change them; no other day does. */
  readonly changesWith: unknown;
}

/** A group of tasks, looked for in a file. */
export type TaskSource = (file: TaskFile) => FileTasks;

/** The rules that the trajectory is under on a day. Throws a RangeError when that version is not in the file. */
export function adoptedOn({ trajectory, ruleSets }: TaskFile, on: CalendarDate): AdoptedRuleSet {
  const { version } = ruleSetReferenceOn(trajectory.facts, on);
  const ruleSet = ruleSets.get(version);
  if (ruleSet === undefined) throw new RangeError(`the file has no version ${version} of the rules`);
  return { ruleSet, version };
}
