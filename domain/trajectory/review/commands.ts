import type { Id } from '../../shared/ids.js';
import type { Asked, Corrections } from '../asked.js';
import type { AssessmentGiven, EvaluationHeld, EvaluationPlanned } from './events.js';

export type EvaluationPlanTerms = Omit<EvaluationPlanned['data'], 'evaluationPlanId'>;
/** Of an evaluation as it is asked; which parties were there follows from the participants. */
export type EvaluationTerms = Omit<EvaluationHeld['data'], 'evaluationId' | 'attendedBy' | 'participants'> & {
  readonly participants: readonly string[];
};
export type AssessmentTerms = Omit<AssessmentGiven['data'], 'assessmentId' | 'by' | 'evidence'>;

export type PlanEvaluation = Asked<'PlanEvaluation', EvaluationPlanned['data']>;
export type CorrectEvaluationPlan = Asked<
  'CorrectEvaluationPlan',
  { evaluationPlanId: Id; changes: Corrections<EvaluationPlanTerms>; reason: string }
>;
export type HoldEvaluation = Asked<'HoldEvaluation', EvaluationTerms & { evaluationId: Id }>;
export type CorrectEvaluation = Asked<
  'CorrectEvaluation',
  { evaluationId: Id; changes: Corrections<EvaluationTerms>; reason: string }
>;
/** Without `employerId` the employer is the one where the candidate works on the day. */
export type GiveAssessment = Asked<'GiveAssessment', AssessmentGiven['data']>;
export type CorrectAssessment = Asked<
  'CorrectAssessment',
  {
    assessmentId: Id;
    changes: Corrections<AssessmentTerms>;
    reason: string;
    /** Of the correction itself. */
    evidence?: AssessmentGiven['data']['evidence'];
  }
>;

export type ReviewCommand =
  | PlanEvaluation
  | CorrectEvaluationPlan
  | HoldEvaluation
  | CorrectEvaluation
  | GiveAssessment
  | CorrectAssessment;
