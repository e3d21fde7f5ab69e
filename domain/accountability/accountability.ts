import type { CalendarDate } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { Activity, Regime, SessionForm } from '../shared/lists.js';
import type { EmployerContact, Grant, Session } from '../trajectory/facts.js';
import type { ReportForm } from '../trajectory/reports/report-form.js';

/* What an organisation accounts for over a period, and what that is assembled from (UWV 2014 B.4.2; domain-facts 3.4). */

export type GoalState = 'open' | 'reached' | 'dropped';

/** A goal of the plan as it stood when the report was made. */
export interface ReportedGoal {
  readonly id: Id;
  /** One of the three main goals. */
  readonly main: boolean;
  readonly state: GoalState;
  /** The day it was reached or dropped. */
  readonly on: CalendarDate | null;
}

export interface ReportedEvaluation {
  readonly id: Id;
  readonly kind: string;
  readonly on: CalendarDate;
  /** 1 to 6 (UWV 2014 A.6), where one was given. */
  readonly resultCode: number | null;
}

export interface ReportedAssessment {
  readonly id: Id;
  readonly by: 'candidate' | 'employer';
  readonly on: CalendarDate;
  /** 1 to 10. */
  readonly score: number;
}

/** Whole minutes of the period; granted is null where no grant covers a day of it. */
export interface ReportedHours {
  readonly grantedMinutes: number | null;
  readonly usedMinutes: number;
  readonly approvedMinutes: number;
  readonly declaredMinutes: number;
}

/** Everything that was recorded by then; what lies outside the period is left aside. Both days of it are included. */
export interface AccountabilityInput {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly form: ReportForm;
  readonly sessions: readonly Session[];
  readonly employerContacts: readonly EmployerContact[];
  readonly absences: readonly { readonly from: CalendarDate; readonly until?: CalendarDate }[];
  readonly grants: readonly Grant[];
  readonly goals: readonly ReportedGoal[];
  readonly evaluations: readonly ReportedEvaluation[];
  readonly assessments: readonly ReportedAssessment[];
  readonly hours: ReportedHours;
}

/** A line of the logbook. Its texts are opened where it is shown. */
export interface LogbookEntry {
  readonly sessionId: Id;
  readonly on: CalendarDate;
  readonly startsAt: string | null;
  readonly coachId: Id;
  /** What counts for this candidate: floor(minutes ÷ groupSize) (reading 23). */
  readonly minutes: number;
  readonly activity: Activity;
  readonly form: SessionForm;
}

export interface ActivityTotal {
  readonly activity: Activity;
  readonly sessions: number;
  readonly minutes: number;
}

export interface CoachTotal {
  readonly coachId: Id;
  readonly sessions: number;
  readonly minutes: number;
}

/** Days of absence inside the period; `overFourWeeks` is of the whole absence (reading 49). */
export interface ReportedAbsence {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly days: number;
  readonly overFourWeeks: boolean;
}

export interface ReportedGrant {
  readonly grantId: Id;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly regime: Regime;
  readonly minutes: number | null;
}

/** What belongs in a report of this form and was not recorded by then. */
export const MISSING = [
  'logbook',
  'plan',
  'evaluation',
  'candidate-assessment',
  'employer-assessment',
  'approved-hours',
] as const;
export type Missing = (typeof MISSING)[number];

export interface Assessments {
  readonly given: readonly ReportedAssessment[];
  /** The mean in tenths, rounded half up: 75 is 7.5; null without one. Of candidate and employer apart. */
  readonly meanTenths: number | null;
}

export interface Accountability {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly form: ReportForm;
  readonly grants: readonly ReportedGrant[];
  readonly hours: ReportedHours;
  /** In order of day, then of time, then of id. */
  readonly logbook: readonly LogbookEntry[];
  /** In the order of the closed list, those that were done. */
  readonly activities: readonly ActivityTotal[];
  /** Who coached most first. */
  readonly coaches: readonly CoachTotal[];
  readonly employerContacts: { readonly count: number; readonly minutes: number };
  readonly absences: readonly ReportedAbsence[];
  /** Main goals first, in the order of the plan. */
  readonly goals: readonly ReportedGoal[];
  readonly evaluations: readonly ReportedEvaluation[];
  readonly candidateAssessments: Assessments;
  readonly employerAssessments: Assessments;
  readonly missing: readonly Missing[];
}
