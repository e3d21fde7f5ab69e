import type {
  CorrectAssessment,
  CorrectEvaluation,
  GiveAssessment,
  HoldEvaluation,
  PlanEvaluation,
} from '../../../../domain/trajectory/review/commands.js';
import { id, TODAY } from '../examples.js';

export const EVALUATION = id(300);
export const EVALUATION_PLAN = id(310);
export const ASSESSMENT = id(320);

export const planEvaluationIt: PlanEvaluation = {
  type: 'PlanEvaluation',
  today: TODAY,
  evaluationPlanId: EVALUATION_PLAN,
  kind: 'final',
  dueOn: '2024-12-01',
};
export const holdIt: HoldEvaluation = {
  type: 'HoldEvaluation',
  today: TODAY,
  evaluationId: EVALUATION,
  kind: 'interim',
  on: '2024-04-10',
  participants: ['coach', 'candidate', 'M. de Wit'],
  adjustments: 'Een kwartier later beginnen.',
};
export const assessIt: GiveAssessment = {
  type: 'GiveAssessment',
  today: TODAY,
  assessmentId: ASSESSMENT,
  by: 'candidate',
  score: 8,
  on: '2024-06-03',
};

export const correctEvaluationPlan = (changes: {
  readonly dueOn?: PlanEvaluation['dueOn'];
  readonly kind?: PlanEvaluation['kind'];
}) =>
  ({
    type: 'CorrectEvaluationPlan',
    today: TODAY,
    evaluationPlanId: EVALUATION_PLAN,
    changes,
    reason: 'typefout',
  }) as const;

export function correctEvaluation(changes: CorrectEvaluation['changes']): CorrectEvaluation {
  return { type: 'CorrectEvaluation', today: TODAY, evaluationId: EVALUATION, changes, reason: 'typefout' };
}

export function correctAssessment(changes: CorrectAssessment['changes']): CorrectAssessment {
  return { type: 'CorrectAssessment', today: TODAY, assessmentId: ASSESSMENT, changes, reason: 'typefout' };
}
