import type { CalendarDate } from '../../shared/calendar.js';
import type { Id } from '../../shared/ids.js';
import type { ObjectionResult } from '../../shared/lists.js';
import type { Asked, Corrections } from '../asked.js';
import type { GrantCircumstances } from '../circumstances.js';
import type {
  ApplicationCompleted,
  ApplicationDrafted,
  ApplicationReceived,
  CoachingDuringAbsenceApproved,
  CoachingGranted,
  CoachingRefused,
  CompletionAsked,
  GrantRevised,
  ObjectionDecided,
  ObjectionLodged,
} from './events.js';

/* What can be asked about applications, grants, objections and approvals; see ../commands.ts. */

type Evidence = CoachingGranted['data']['evidence'];
export type ApplicationTerms = Omit<ApplicationReceived['data'], 'applicationId'>;
export type GrantTerms = Omit<CoachingGranted['data'], 'grantId' | 'evidence'>;
/** What a revision may decide otherwise. */
export type RevisedTerms = Omit<GrantTerms, 'decidedOn' | 'applicationId' | 'placementId'>;

/** A correction of something that a funder decided may rest on evidence of its own. */
type DecisionCorrection<Terms> = {
  changes: Corrections<Terms>;
  reason: string;
  evidence?: Evidence;
};

/** An application that was drafted is received under the draft's own id. */
export type ReceiveApplication = Asked<'ReceiveApplication', ApplicationReceived['data']>;
/** A coach prepares an application, which somebody else sends (domain.md section 9a). */
export type DraftApplication = Asked<
  'DraftApplication',
  Omit<ApplicationDrafted['data'], 'draftedOn' | 'dueOn'>
>;
export type CorrectApplication = Asked<
  'CorrectApplication',
  {
    applicationId: Id;
    changes: Corrections<ApplicationTerms & { readonly completedOn?: CalendarDate }>;
    reason: string;
  }
>;
export type AskForCompletion = Asked<'AskForCompletion', CompletionAsked['data']>;
export type CompleteApplication = Asked<'CompleteApplication', ApplicationCompleted['data']>;
export type RefuseCoaching = Asked<'RefuseCoaching', CoachingRefused['data']>;
export type CorrectApplicationDecision = Asked<
  'CorrectApplicationDecision',
  { applicationId: Id } & DecisionCorrection<{
    readonly completionAskedOn?: CalendarDate;
    readonly missing?: CompletionAsked['data']['missing'];
    readonly refusedOn?: CalendarDate;
    readonly refusalReason?: string;
  }>
>;

export type GrantCoaching = Asked<
  'GrantCoaching',
  CoachingGranted['data'] & { circumstances: GrantCircumstances }
>;
export type CorrectGrant = Asked<
  'CorrectGrant',
  { grantId: Id; circumstances: GrantCircumstances } & DecisionCorrection<GrantTerms>
>;
export type ReviseGrant = Asked<
  'ReviseGrant',
  Pick<GrantRevised['data'], 'revisionId' | 'grantId' | 'decidedOn' | 'reason' | 'evidence'> & {
    changes: Corrections<RevisedTerms>;
    circumstances: GrantCircumstances;
  }
>;
export type CorrectGrantRevision = Asked<
  'CorrectGrantRevision',
  { revisionId: Id; circumstances: GrantCircumstances } & {
    /** Null leaves a field that every decision has as it was before the revision. */
    changes: { readonly [Field in keyof RevisedTerms]?: RevisedTerms[Field] | null } & {
      readonly decidedOn?: CalendarDate;
    };
    reason: string;
    evidence?: Evidence;
  }
>;

export type LodgeObjection = Asked<'LodgeObjection', ObjectionLodged['data']>;
export type CorrectObjection = Asked<
  'CorrectObjection',
  {
    objectionId: Id;
    changes: Corrections<Pick<ObjectionLodged['data'], 'against' | 'lodgedOn' | 'grounds'>>;
    reason: string;
  }
>;
export type DecideObjection = Asked<'DecideObjection', ObjectionDecided['data']>;
export type CorrectObjectionDecision = Asked<
  'CorrectObjectionDecision',
  { objectionId: Id } & DecisionCorrection<{
    readonly decidedOn?: CalendarDate;
    readonly result?: ObjectionResult;
    readonly decisionReason?: string;
  }>
>;

export type ApproveCoachingDuringAbsence = Asked<
  'ApproveCoachingDuringAbsence',
  CoachingDuringAbsenceApproved['data']
>;
export type CorrectCoachingApproval = Asked<
  'CorrectCoachingApproval',
  { approvalId: Id } & DecisionCorrection<Pick<CoachingDuringAbsenceApproved['data'], 'minutes' | 'on'>>
>;

export type AwardCommand =
  | ReceiveApplication
  | DraftApplication
  | CorrectApplication
  | AskForCompletion
  | CompleteApplication
  | RefuseCoaching
  | CorrectApplicationDecision
  | GrantCoaching
  | CorrectGrant
  | ReviseGrant
  | CorrectGrantRevision
  | LodgeObjection
  | CorrectObjection
  | DecideObjection
  | CorrectObjectionDecision
  | ApproveCoachingDuringAbsence
  | CorrectCoachingApproval;
