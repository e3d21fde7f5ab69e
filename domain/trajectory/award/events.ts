import type { CalendarDate } from '../../shared/calendar.js';
import type { DomainEvent } from '../../shared/decider.js';
import type { Id } from '../../shared/ids.js';
import type { ApplicationKind, ObjectionResult, Regime } from '../../shared/lists.js';
import type { Changes, Text, Texts, Transcribed } from '../stored-shapes.js';

/*
 * STORAGE. The names and shapes in this file are what the log holds, for ever. A field is never renamed or given
 * another meaning: add a version and an upcaster, and a golden file under test/versioning. A protected field is
 * sealed with the candidate's own key before it is stored.
 */

interface ApplicationTerms {
  readonly kind: ApplicationKind;
  readonly receivedOn: CalendarDate;
  readonly regime?: Regime;
  readonly motivation?: Text;
  readonly goals?: Texts;
  readonly placementId?: Id;
}

/** What a decision gives, and what a later one may give otherwise. */
interface DecisionTerms {
  readonly decidedOn: CalendarDate;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly regime: Regime;
  readonly minutes?: number;
  readonly beyondLimitMotivation?: Text;
}

interface GrantTerms extends DecisionTerms {
  readonly applicationId?: Id;
  readonly placementId?: Id;
}

export type ApplicationReceived = DomainEvent<
  'ApplicationReceived',
  { readonly applicationId: Id } & ApplicationTerms
>;
/** An application that a job change prepared, or that a coach drafted; it has not been sent. */
export type ApplicationDrafted = DomainEvent<
  'ApplicationDrafted',
  { readonly applicationId: Id } & Omit<ApplicationTerms, 'receivedOn'> & {
      /** The last day on which it is in time, where a job change worked it out. */
      readonly dueOn?: CalendarDate;
      readonly draftedOn: CalendarDate;
    }
>;
/** What the applicant stated was wrong; `completedOn` is the day of `ApplicationCompleted`. */
export type ApplicationCorrected = DomainEvent<
  'ApplicationCorrected',
  { readonly applicationId: Id; readonly reason: Text } & Changes<
    ApplicationTerms & { completedOn: CalendarDate }
  >
>;
/** The funder asked for what was missing, and the decision clock stopped (Awb 4:5, 4:15). */
export type CompletionAsked = DomainEvent<
  'CompletionAsked',
  { readonly applicationId: Id; readonly on: CalendarDate; readonly missing: Texts } & Transcribed
>;
export type ApplicationCompleted = DomainEvent<
  'ApplicationCompleted',
  { readonly applicationId: Id; readonly on: CalendarDate }
>;
export type CoachingRefused = DomainEvent<
  'CoachingRefused',
  { readonly applicationId: Id; readonly decidedOn: CalendarDate; readonly reason: Text } & Transcribed
>;
/** What the funder asked or decided was recorded wrong; `refusedOn: null` leaves the application undecided. */
export type ApplicationDecisionCorrected = DomainEvent<
  'ApplicationDecisionCorrected',
  { readonly applicationId: Id; readonly reason: Text } & Changes<{
    completionAskedOn: CalendarDate;
    missing: Texts;
    refusedOn: CalendarDate;
    refusalReason: Text;
  }> &
    Transcribed
>;

export type CoachingGranted = DomainEvent<
  'CoachingGranted',
  { readonly grantId: Id } & GrantTerms & Transcribed
>;
export type GrantCorrected = DomainEvent<
  'GrantCorrected',
  { readonly grantId: Id; readonly reason: Text } & Changes<GrantTerms> & Transcribed
>;
/** A later decision on a grant, which replaces it from its `decidedOn` on; what it does not name stays (reading 18). */
export type GrantRevised = DomainEvent<
  'GrantRevised',
  {
    readonly revisionId: Id;
    readonly grantId: Id;
    readonly decidedOn: CalendarDate;
    readonly reason: Text;
  } & Partial<Pick<DecisionTerms, 'from' | 'to' | 'regime'>> &
    Changes<Pick<DecisionTerms, 'minutes' | 'beyondLimitMotivation'>> &
    Transcribed
>;
/** Null at a field that every decision has means: the revision leaves it as it was. */
export type GrantRevisionCorrected = DomainEvent<
  'GrantRevisionCorrected',
  { readonly revisionId: Id; readonly grantId: Id; readonly reason: Text } & Changes<DecisionTerms> &
    Transcribed
>;

export type ObjectionLodged = DomainEvent<
  'ObjectionLodged',
  {
    readonly objectionId: Id;
    /** The grant, or the application that was refused or granted. */
    readonly against: Id;
    readonly lodgedOn: CalendarDate;
    readonly grounds: Text;
    readonly by: 'candidate' | 'employer';
    /** The employer that objects. */
    readonly employerId?: Id;
  }
>;
export type ObjectionCorrected = DomainEvent<
  'ObjectionCorrected',
  { readonly objectionId: Id; readonly reason: Text } & Changes<{
    against: Id;
    lodgedOn: CalendarDate;
    grounds: Text;
  }>
>;
export type ObjectionDecided = DomainEvent<
  'ObjectionDecided',
  {
    readonly objectionId: Id;
    readonly decidedOn: CalendarDate;
    readonly result: ObjectionResult;
    readonly reason: Text;
  } & Transcribed
>;
/** `decidedOn: null` leaves the objection undecided. */
export type ObjectionDecisionCorrected = DomainEvent<
  'ObjectionDecisionCorrected',
  { readonly objectionId: Id; readonly reason: Text } & Changes<{
    decidedOn: CalendarDate;
    result: ObjectionResult;
    decisionReason: Text;
  }> &
    Transcribed
>;

/** The funder lets coaching go on while the candidate is not at work (UWV 2014, illness over four weeks). */
export type CoachingDuringAbsenceApproved = DomainEvent<
  'CoachingDuringAbsenceApproved',
  {
    readonly approvalId: Id;
    readonly absenceId: Id;
    readonly minutes: number;
    readonly on: CalendarDate;
  } & Transcribed
>;
export type CoachingApprovalCorrected = DomainEvent<
  'CoachingApprovalCorrected',
  { readonly approvalId: Id; readonly reason: Text } & Changes<{ minutes: number; on: CalendarDate }> &
    Transcribed
>;

export type AwardEvent =
  | ApplicationReceived
  | ApplicationDrafted
  | ApplicationCorrected
  | CompletionAsked
  | ApplicationCompleted
  | CoachingRefused
  | ApplicationDecisionCorrected
  | CoachingGranted
  | GrantCorrected
  | GrantRevised
  | GrantRevisionCorrected
  | ObjectionLodged
  | ObjectionCorrected
  | ObjectionDecided
  | ObjectionDecisionCorrected
  | CoachingDuringAbsenceApproved
  | CoachingApprovalCorrected;
