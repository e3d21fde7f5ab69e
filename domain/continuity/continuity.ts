import type { RuleSet } from '../rule-sets/rule-set.js';
import type { CalendarDate } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { PlacementKind, Regime } from '../shared/lists.js';
import type { TrajectoryRecord } from '../trajectory/facts.js';

/** One trajectory of the candidate, with the rule set it is under. */
export interface TrajectoryUnderRules extends TrajectoryRecord {
  readonly ruleSet: RuleSet;
}

/** What the continuity of one candidate is computed from: every trajectory that the asker may see. */
export interface ContinuityInput {
  readonly on: CalendarDate;
  readonly trajectories: readonly TrajectoryUnderRules[];
}

/** One placement on the line of employers. */
export interface EmployerStretch {
  readonly trajectoryId: Id;
  readonly placementId: Id;
  readonly employerId: Id;
  readonly kind: PlacementKind;
  readonly startsOn: CalendarDate;
  /** The last day; null while it runs. */
  readonly endedOn: CalendarDate | null;
}

/** One stretch on the line of coaches: the assigned coach, or a substitute beside. */
export interface CoachStretch {
  readonly trajectoryId: Id;
  readonly coachId: Id;
  readonly role: 'assigned' | 'substitute';
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

export interface GrantStretch {
  readonly trajectoryId: Id;
  readonly grantId: Id;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly regime: Regime;
  readonly minutes: number | null;
}

export type CoachKept = 'same' | 'substituted' | 'other' | 'none';

/** One job change (readings 24 to 30). */
export interface JobChange {
  /** Employer ids. */
  readonly from: Id;
  readonly to: Id;
  readonly endedOn: CalendarDate;
  readonly startedOn: CalendarDate;
  readonly gapDays: number;
  readonly coachKept: CoachKept;
  readonly firstContactOn: CalendarDate | null;
  readonly firstEmployerContactOn: CalendarDate | null;
  readonly daysWithoutContact: number;
  readonly unfundedDays: number;
  /** Null while it can still become true (reading 29). */
  readonly continuous: boolean | null;
}

export interface Continuity {
  readonly on: CalendarDate;
  readonly employers: readonly EmployerStretch[];
  readonly coaches: readonly CoachStretch[];
  readonly grants: readonly GrantStretch[];
  readonly jobChanges: readonly JobChange[];
  readonly coachChanges: number;
}
