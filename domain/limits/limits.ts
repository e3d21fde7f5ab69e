import type { RuleSet } from '../rule-sets/rule-set.js';
import type { CalendarDate, CalendarPeriod } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { DeadlineKind } from '../shared/lists.js';
import type { TrajectoryRecord } from '../trajectory/facts.js';

/** What the limits of one trajectory are computed from. The order in which facts were recorded never matters. */
export interface LimitsInput {
  /** The day the calendar stands on (reading 6). */
  readonly on: CalendarDate;
  readonly trajectory: TrajectoryRecord;
  /** The trajectories that it continues, directly or further back (reading 4). */
  readonly continued: readonly TrajectoryRecord[];
  /** The rule set of its funder in the version it is under on that day. */
  readonly ruleSet: RuleSet;
}

export type TermStatus =
  | 'running'
  | 'announce-extension'
  | 'ends-soon'
  | 'reached'
  | 'extended'
  | 'restarted'
  | 'closed';

/** One coaching period of a term. Both days included. */
export interface CoachingPeriod {
  readonly number: number;
  readonly startsOn: CalendarDate;
  readonly lastDay: CalendarDate;
  /** Whole minutes; null when no day of it is covered by a grant (reading 22). */
  readonly budgetMinutes: number | null;
  readonly usedMinutes: number;
  readonly grantId: Id | null;
}

/** What was granted past the last day of a term. */
export interface Extension {
  readonly grantId: Id;
  /** The first day past the term that it covers, and its last day. */
  readonly startsOn: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly decidedOn: CalendarDate;
  readonly motivated: boolean;
}

/** One stretch that a limit is counted over. Both days included. */
export interface Term {
  readonly startsOn: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly employerIds: readonly Id[];
  readonly placementIds: readonly Id[];
  /** ISO 8601 durations (readings 9 to 11). */
  readonly elapsed: string;
  readonly remaining: string;
  readonly daysWithoutPlacement: number;
  readonly status: TermStatus;
  readonly periods: readonly CoachingPeriod[];
  readonly extensions: readonly Extension[];
}

/** Days of a trial placement outside every term (reading 56). */
export interface SeparatePeriod {
  readonly placementId: Id;
  readonly employerId: Id;
  readonly startsOn: CalendarDate;
  readonly lastDay: CalendarDate | null;
  readonly budgetMinutes: number | null;
  readonly usedMinutes: number;
  readonly grantId: Id | null;
}

export interface ClockReading {
  /** The name of the rule set whose clock it is. */
  readonly clock: string;
  readonly binding: boolean;
  readonly maximum: CalendarPeriod;
  readonly basis: string;
  readonly terms: readonly Term[];
  readonly separatePeriods: readonly SeparatePeriod[];
}

export interface Deadline {
  readonly kind: DeadlineKind;
  readonly dueOn: CalendarDate;
  /** The last day that the law leaves, where it is another than `dueOn` (reading 43). */
  readonly atTheLatestOn?: CalendarDate;
  readonly status: 'open' | 'overdue' | 'met' | 'late';
  /** What it is for, where there are several of one kind. */
  readonly for?: Id;
  /** Days that no grant can cover any more because of lateness (reading 31), where that can be. */
  readonly unfundedDays?: number;
}

/** What a grant on a first or follow-on application can still cover (reading 31). */
export interface ApplicationReach {
  readonly applicationId: Id;
  /** The placement that it is the first application for, or the grant that it follows on. */
  readonly for: Id;
  /** The first day that there is to cover. */
  readonly firstDay: CalendarDate;
  /** The last day on which the application is in time. */
  readonly dueOn: CalendarDate;
  readonly earliestFirstDay: CalendarDate;
  /** Days from `firstDay` that no grant on it can cover any more. */
  readonly unfundedDays: number;
}

export interface Limits {
  readonly on: CalendarDate;
  /** The binding clock first, then `municipal-2y`, then `uwv-2014`, none twice (reading 53). */
  readonly clocks: readonly ClockReading[];
  readonly deadlines: readonly Deadline[];
}
