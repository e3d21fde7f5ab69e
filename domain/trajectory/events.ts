import type { CalendarDate } from '../shared/calendar.js';
import type { DomainEvent } from '../shared/decider.js';
import type { Id } from '../shared/ids.js';
import type {
  AbsenceKind,
  Activity,
  Chooser,
  ContactInitiator,
  ContactKind,
  PlacementKind,
  SessionForm,
} from '../shared/lists.js';
import type { Protected } from '../shared/protected.js';
import type { AccountsEvent } from './accounts/events.js';
import type { AwardEvent } from './award/events.js';
import type { ClosingEvent } from './closing/events.js';
import type { FactCorrectionEvent } from './corrected-facts/events.js';
import type { RuleSetReference } from './facts.js';
import type { PlanEvent } from './plan/events.js';
import type { ReportsEvent } from './reports/events.js';
import type { RequestEvent } from './requests/events.js';
import type { ReviewEvent } from './review/events.js';
import type { SignalEvent } from './signals/events.js';
import type { Changes, Text, Texts, Transcribed } from './stored-shapes.js';

/*
 * STORAGE. The names and shapes in this file are what the log holds, for ever. A field is never renamed or given
 * another meaning: add a version and an upcaster, and a golden file under test/versioning. A protected field is
 * sealed with the candidate's own key before it is stored.
 */

interface PlacementTerms {
  readonly employerId: Id;
  readonly kind: PlacementKind;
  readonly startsOn: CalendarDate;
  readonly hoursPerWeek: number;
  readonly hoursPerYear?: number;
  readonly plannedEnd?: CalendarDate;
  readonly formalEmployerName?: string;
  readonly tasks?: Text;
  readonly wageValuePercent?: number;
  readonly sameWorkAs?: Id;
  readonly managerName?: Text;
}

interface SessionTerms {
  readonly coachId: Id;
  readonly on: CalendarDate;
  readonly minutes: number;
  readonly activity: Activity;
  readonly form: SessionForm;
  readonly summary: Text;
  readonly startsAt?: string;
  readonly groupSize: number;
  readonly goals?: Texts;
  readonly placementId?: Id;
  readonly confidentialNote?: Text;
  readonly registeredOn?: CalendarDate;
}

export type TrajectoryOpened = DomainEvent<
  'TrajectoryOpened',
  {
    readonly trajectoryId: Id;
    readonly candidateId: Id;
    readonly funderId: Id;
    readonly organisationId: Id;
    readonly ruleSet: RuleSetReference;
    readonly openedOn: CalendarDate;
    readonly continues?: Id;
  }
>;

export type CoachAssigned = DomainEvent<
  'CoachAssigned',
  {
    readonly assignmentId: Id;
    readonly coachId: Id;
    readonly from: CalendarDate;
    readonly until?: CalendarDate;
    readonly chosenBy: Chooser;
  }
>;
export type CoachAssignmentCorrected = DomainEvent<
  'CoachAssignmentCorrected',
  { readonly assignmentId: Id; readonly reason: Text } & Changes<{
    coachId: Id;
    from: CalendarDate;
    until: CalendarDate;
    chosenBy: Chooser;
  }>
>;
export type CoachSubstituted = DomainEvent<
  'CoachSubstituted',
  {
    readonly substitutionId: Id;
    readonly coachId: Id;
    readonly from: CalendarDate;
    readonly until?: CalendarDate;
    readonly reason: Text;
  }
>;
export type SubstitutionEnded = DomainEvent<
  'SubstitutionEnded',
  { readonly substitutionId: Id; readonly endedOn: CalendarDate }
>;
export type CoachHandedOver = DomainEvent<
  'CoachHandedOver',
  {
    readonly handoverId: Id;
    readonly fromCoachId: Id;
    readonly toCoachId: Id;
    /** The new coach's first day (reading 34). */
    readonly on: CalendarDate;
    readonly reason: Text;
    readonly candidateAgreed: boolean;
  }
>;
export type CaseDirectorNamed = DomainEvent<
  'CaseDirectorNamed',
  { readonly namingId: Id; readonly name: Text; readonly from: CalendarDate } & Transcribed
>;
export type CaseManagerNamed = DomainEvent<
  'CaseManagerNamed',
  { readonly namingId: Id; readonly name: Text; readonly from: CalendarDate } & Transcribed
>;
export type OrganisationChanged = DomainEvent<
  'OrganisationChanged',
  {
    readonly changeId: Id;
    readonly organisationId: Id;
    /** The new organisation's first day. */
    readonly on: CalendarDate;
    readonly reason: Text;
    readonly candidateChose: boolean;
  } & Transcribed
>;
/** The trajectory goes by another version of its funder's rules (domain.md section 3). */
export type RuleSetMoved = DomainEvent<
  'RuleSetMoved',
  {
    readonly moveId: Id;
    readonly ruleSet: RuleSetReference;
    /** The first day under that version. */
    readonly on: CalendarDate;
    readonly reason: Text;
  } & Transcribed
>;

export type PlacementStarted = DomainEvent<'PlacementStarted', { readonly placementId: Id } & PlacementTerms>;
export type PlacementChanged = DomainEvent<
  'PlacementChanged',
  {
    readonly placementId: Id;
    readonly changeId: Id;
    readonly from: CalendarDate;
    readonly hoursPerWeek?: number;
    readonly hoursPerYear?: number;
    readonly plannedEnd?: CalendarDate;
    readonly tasks?: Text;
    readonly wageValuePercent?: number;
    readonly managerName?: Text;
    readonly formalEmployerName?: string;
  }
>;
export type PlacementEnded = DomainEvent<
  'PlacementEnded',
  {
    readonly placementId: Id;
    /** The last day at work. */
    readonly endedOn: CalendarDate;
    /** The day on which the ending was recorded here, in Amsterdam. */
    readonly reportedOn: CalendarDate;
    readonly reason: Text;
    readonly structuralWork?: boolean;
  }
>;
export type PlacementCorrected = DomainEvent<
  'PlacementCorrected',
  {
    readonly placementId: Id;
    readonly reason: Text;
    /** The day on which an ending was recorded by this correction, in Amsterdam. */
    readonly reportedOn?: CalendarDate;
  } & Changes<PlacementTerms & { endedOn: CalendarDate }>
>;
export type AbsenceReported = DomainEvent<
  'AbsenceReported',
  {
    readonly absenceId: Id;
    readonly from: CalendarDate;
    readonly until?: CalendarDate;
    /** Near to health, so sealed: no rule reads it (reading 32). */
    readonly kind: Protected<AbsenceKind>;
  }
>;
export type AbsenceEnded = DomainEvent<
  'AbsenceEnded',
  { readonly absenceId: Id; readonly endedOn: CalendarDate }
>;
export type AbsenceCorrected = DomainEvent<
  'AbsenceCorrected',
  { readonly absenceId: Id; readonly reason: Text } & Changes<{
    from: CalendarDate;
    until: CalendarDate;
    kind: Protected<AbsenceKind>;
  }>
>;
export type FitLearned = DomainEvent<
  'FitLearned',
  {
    readonly fitId: Id;
    readonly placementId: Id;
    readonly fits: Texts;
    readonly doesNotFit: Texts;
    readonly adjustments: Texts;
    /** What the candidate ticked as meant for a next employer. */
    readonly shareWithNext: Texts;
  }
>;
/** A job change took what was learned along to the next placement (MKB 4.2.2). */
export type FitCarried = DomainEvent<
  'FitCarried',
  {
    readonly fitIds: readonly Id[];
    readonly fromPlacementId: Id;
    readonly toPlacementId: Id;
    readonly on: CalendarDate;
  }
>;

export type SessionRecorded = DomainEvent<'SessionRecorded', { readonly sessionId: Id } & SessionTerms>;
export type SessionCorrected = DomainEvent<
  'SessionCorrected',
  { readonly sessionId: Id; readonly reason: Text } & Changes<SessionTerms>
>;
export type SessionWithdrawn = DomainEvent<
  'SessionWithdrawn',
  { readonly sessionId: Id; readonly reason: Text }
>;
export type EmployerContactRecorded = DomainEvent<
  'EmployerContactRecorded',
  {
    readonly contactId: Id;
    readonly employerId: Id;
    readonly on: CalendarDate;
    readonly minutes: number;
    readonly kind: ContactKind;
    readonly initiatedBy?: ContactInitiator;
    readonly summary: Text;
  }
>;

export type TrajectoryEvent =
  | TrajectoryOpened
  | CoachAssigned
  | CoachAssignmentCorrected
  | CoachSubstituted
  | SubstitutionEnded
  | CoachHandedOver
  | CaseDirectorNamed
  | CaseManagerNamed
  | OrganisationChanged
  | RuleSetMoved
  | PlacementStarted
  | PlacementChanged
  | PlacementEnded
  | PlacementCorrected
  | AbsenceReported
  | AbsenceEnded
  | AbsenceCorrected
  | FitLearned
  | FitCarried
  | AwardEvent
  | SessionRecorded
  | SessionCorrected
  | SessionWithdrawn
  | EmployerContactRecorded
  | RequestEvent
  | AccountsEvent
  | PlanEvent
  | ReviewEvent
  | SignalEvent
  | FactCorrectionEvent
  | ReportsEvent
  | ClosingEvent;
