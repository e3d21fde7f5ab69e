import type { CalendarDate } from '../../shared/calendar.js';
import type { DomainEvent } from '../../shared/decider.js';
import type { Id } from '../../shared/ids.js';
import type { PlanParty } from '../plan/lists.js';
import type { Changes, Text, Texts, Transcribed } from '../stored-shapes.js';
import type { Assessor, EvaluationKind, ResultCode } from './lists.js';

/* STORAGE. As in ../events.ts: names and shapes are what the log holds, for ever. */

interface EvaluationPlanTerms {
  readonly kind: EvaluationKind;
  readonly dueOn: CalendarDate;
}

interface EvaluationTerms {
  readonly kind: EvaluationKind;
  readonly on: CalendarDate;
  /** Who was there: parties and names. */
  readonly participants: Texts;
  /** The parties among `participants`, for rules to go by. */
  readonly attendedBy: readonly PlanParty[];
  readonly adjustments: Text;
  /** Whether the trial goes on for longer; absent where it is about none. */
  readonly extendsTrial?: boolean;
  readonly resultCode?: ResultCode;
  readonly candidateFuture?: Text;
  readonly structuralWork?: boolean;
  /** Why somebody suitable was not offered a lasting contract though the work is structural (RCPA). */
  readonly noContractReason?: Text;
}

interface AssessmentTerms {
  /** A whole number, 1 to 10. */
  readonly score: number;
  readonly on: CalendarDate;
  /** Which employer, where it is one. */
  readonly employerId?: Id;
  readonly remark?: Text;
}

export type EvaluationPlanned = DomainEvent<
  'EvaluationPlanned',
  { readonly evaluationPlanId: Id } & EvaluationPlanTerms
>;
export type EvaluationPlanCorrected = DomainEvent<
  'EvaluationPlanCorrected',
  { readonly evaluationPlanId: Id; readonly reason: Text } & Changes<EvaluationPlanTerms>
>;
export type EvaluationHeld = DomainEvent<'EvaluationHeld', { readonly evaluationId: Id } & EvaluationTerms>;
export type EvaluationCorrected = DomainEvent<
  'EvaluationCorrected',
  { readonly evaluationId: Id; readonly reason: Text } & Changes<EvaluationTerms>
>;
export type AssessmentGiven = DomainEvent<
  'AssessmentGiven',
  { readonly assessmentId: Id; readonly by: Assessor } & AssessmentTerms & Transcribed
>;
export type AssessmentCorrected = DomainEvent<
  'AssessmentCorrected',
  {
    readonly assessmentId: Id;
    /** Whose assessment it is, which never changes: it decides who may read this. */
    readonly by: Assessor;
    readonly reason: Text;
  } & Changes<AssessmentTerms> &
    Transcribed
>;

export type ReviewEvent =
  | EvaluationPlanned
  | EvaluationPlanCorrected
  | EvaluationHeld
  | EvaluationCorrected
  | AssessmentGiven
  | AssessmentCorrected;
