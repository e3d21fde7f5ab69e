import type { CalendarDate } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { PlanVersion, TrajectoryRecord } from '../trajectory/facts.js';

/** What an application can rest on, as it was recorded. What is left out is known not to have been recorded. */
export interface RecordedProof {
  readonly plans: readonly Pick<PlanVersion, 'version' | 'draftedOn' | 'agreedByAllOn'>[];
  /** Those that were not withdrawn. */
  readonly sessions: readonly { readonly id: Id; readonly on: CalendarDate }[];
  readonly evaluations: readonly { readonly id?: Id; readonly on: CalendarDate }[];
  readonly assessments?: readonly {
    readonly id?: Id;
    readonly by: 'candidate' | 'employer';
    readonly on: CalendarDate;
  }[];
  /** Hours of a stretch that the organisation approved, both days included, on a day. */
  readonly hoursApprovals?: readonly {
    readonly id?: Id;
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly on: CalendarDate;
  }[];
}

/** The one place where it is read from a trajectory. */
export function proofOf({ facts, sessions }: TrajectoryRecord): RecordedProof {
  return {
    plans: facts.plans,
    sessions: sessions.filter(({ withdrawn }) => !withdrawn),
    evaluations: facts.evaluations,
    assessments: facts.assessments,
    hoursApprovals: facts.hoursApprovals.filter(({ withdrawn }) => !withdrawn),
  };
}
