import type { CalendarDate } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type {
  Activity,
  Chooser,
  ContactInitiator,
  ContactKind,
  PlacementKind,
  SessionForm,
} from '../shared/lists.js';
import type { Declaration, DeclaredMinutes, HoursApproval } from './accounts/facts.js';
import type { Application, CoachingApproval, Grant, Objection } from './award/facts.js';
import type { ClosingFacts } from './closing/facts.js';
import type { PlanOfApproach } from './plan/facts.js';
import type { ReviewFacts } from './review/facts.js';
import type { SignalFacts } from './signals/facts.js';

export type * from './award/facts.js';

/*
 * What a trajectory knows, corrections already in place: everything that limits, continuity and the audit are
 * computed from. Every stored end is the last day included (reading 34); minutes are whole. Texts are not here:
 * no rule reads them, and they stay sealed.
 */

/** A coach assigned to the candidate; a handover is an assignment too, from its `on`. The latest start on a day wins. */
export interface Assignment {
  readonly id: Id;
  readonly coachId: Id;
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
  readonly chosenBy?: Chooser;
  readonly byHandover?: boolean;
}

/** Another coach stands in, temporarily. */
export interface Substitution {
  readonly id: Id;
  readonly coachId: Id;
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
}

/** The weekly hours of a placement from a day on. */
export interface WeeklyHours {
  readonly from: CalendarDate;
  /** May be a fraction: 37.5. */
  readonly hoursPerWeek: number;
  /** Hours worked per year as the placement itself states them, where it does. */
  readonly hoursPerYear?: number;
}

/** Any stay with an employer. */
export interface Placement {
  readonly id: Id;
  /** The material employer: where the work is done (reading 7). */
  readonly employerId: Id;
  readonly kind: PlacementKind;
  readonly startsOn: CalendarDate;
  readonly plannedEnd?: CalendarDate;
  /** The last day, once it was ended. */
  readonly endedOn?: CalendarDate;
  /** The day on which the ending was reported, for the deadline on reporting it. */
  readonly endReportedOn?: CalendarDate;
  /** In order of `from`; the first is from `startsOn`. */
  readonly hours: readonly WeeklyHours[];
  readonly sameWorkAs?: Id;
}

/** The candidate was not at work. Illness or leave stays sealed: no rule reads it. */
export interface Absence {
  readonly id: Id;
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
  /** What the funder approved for it; absent while nothing was. */
  readonly coachingApprovals?: readonly CoachingApproval[];
}

/** Time spent by a coach for the candidate. */
export interface Session {
  readonly id: Id;
  readonly coachId: Id;
  readonly on: CalendarDate;
  /** `HH:mm`, where it was stated. */
  readonly startsAt?: string;
  /** Whole minutes of the whole group, 1 to 1440. */
  readonly minutes: number;
  readonly groupSize: number;
  readonly activity: Activity;
  readonly form: SessionForm;
  readonly placementId?: Id;
  readonly registeredOn?: CalendarDate;
  readonly withdrawn: boolean;
  /** The approvals that it is approved by as it now stands; absent when there is none. */
  readonly approvedBy?: readonly Id[];
  /** What it counted for in each declaration that rests on it; absent when there is none. */
  readonly declaredIn?: readonly DeclaredMinutes[];
}

/** Contact of the coach with an employer. */
export interface EmployerContact {
  readonly id: Id;
  readonly employerId: Id;
  readonly on: CalendarDate;
  readonly minutes: number;
  readonly kind: ContactKind;
  /** Who sought it, where that is known. */
  readonly initiatedBy?: ContactInitiator;
}

/** One version of the plan of approach, as far as its deadlines go. */
export interface PlanVersion {
  readonly version: number;
  readonly draftedOn: CalendarDate;
  /** The day on which the last of the parties agreed; absent while one has not. */
  readonly agreedByAllOn?: CalendarDate;
}

/** The rule-set version that a trajectory is under. */
export interface RuleSetReference {
  readonly name: string;
  readonly version: number;
}

/** Another organisation coaches from `on` on. */
export interface OrganisationChange {
  readonly id: Id;
  readonly organisationId: Id;
  readonly on: CalendarDate;
  readonly candidateChose: boolean;
}

/** Another version of the funder's rules holds from `on` on. */
export interface RuleSetMove {
  readonly id: Id;
  readonly ruleSet: RuleSetReference;
  readonly on: CalendarDate;
}

export type NamedRole = 'case-director' | 'case-manager';

/** Who watches the plan, or decides on benefit, for the funder from a day on; the name stays sealed. */
export interface Naming {
  readonly id: Id;
  readonly role: NamedRole;
  readonly from: CalendarDate;
}

/** Something was learned at a placement of what fits the candidate. */
export interface FitNote {
  readonly id: Id;
  readonly placementId: Id;
}

/** The candidate asked that something recorded is put right. */
export interface CorrectionRequest {
  readonly id: Id;
  readonly requestedOn: CalendarDate;
  /** Absent while it waits. */
  readonly answeredOn?: CalendarDate;
}

/** The facts of one trajectory, without its sessions and contacts, which are many. Collections are in order of recording. */
export interface TrajectoryFacts extends ClosingFacts, ReviewFacts, SignalFacts {
  readonly id: Id;
  readonly candidateId: Id;
  readonly funderId: Id;
  /** The organisation and the rule set at the opening; which hold on a day say `organisationOn` and `ruleSetReferenceOn`. */
  readonly organisationId: Id;
  readonly ruleSet: RuleSetReference;
  readonly openedOn: CalendarDate;
  readonly continues?: Id;
  readonly organisationChanges: readonly OrganisationChange[];
  readonly ruleSetMoves: readonly RuleSetMove[];
  readonly namings: readonly Naming[];
  readonly fitNotes: readonly FitNote[];
  readonly assignments: readonly Assignment[];
  readonly substitutions: readonly Substitution[];
  readonly placements: readonly Placement[];
  readonly absences: readonly Absence[];
  readonly applications: readonly Application[];
  readonly grants: readonly Grant[];
  readonly objections: readonly Objection[];
  /** Of each version of the plan what its deadlines go by; all of it is in `planOfApproach`. */
  readonly plans: readonly PlanVersion[];
  readonly evaluationsHeldOn: readonly CalendarDate[];
  readonly hoursApprovals: readonly HoursApproval[];
  readonly declarations: readonly Declaration[];
  readonly planOfApproach: PlanOfApproach;
  /** In order of recording; absent until there is one. */
  readonly correctionRequests?: readonly CorrectionRequest[];
}

/** A whole trajectory as the pure functions take it. Sessions include withdrawn ones, which count nowhere. */
export interface TrajectoryRecord {
  readonly facts: TrajectoryFacts;
  readonly sessions: readonly Session[];
  readonly employerContacts: readonly EmployerContact[];
}
