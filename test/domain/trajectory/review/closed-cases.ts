import type { ReviewCommand } from '../../../../domain/trajectory/review/commands.js';
import { AFTER, type ClosedCases, dated } from '../closing/closed-case.js';
import {
  assessIt,
  correctAssessment,
  correctEvaluation,
  correctEvaluationPlan,
  holdIt,
  planEvaluationIt,
} from './examples.js';

/** What stays possible with the reviews of a closed trajectory. */
export const reviewClosed: ClosedCases<ReviewCommand> = {
  PlanEvaluation: dated(planEvaluationIt, 'dueOn'),
  CorrectEvaluationPlan: {
    clause: 'corrections',
    before: [planEvaluationIt],
    taken: correctEvaluationPlan({ kind: 'interim' }),
  },
  HoldEvaluation: dated(holdIt, 'on'),
  CorrectEvaluation: { clause: 'corrections', before: [holdIt], taken: correctEvaluation({ kind: 'final' }) },
  GiveAssessment: { clause: 'assessments', taken: { ...assessIt, on: AFTER } },
  CorrectAssessment: { clause: 'corrections', before: [assessIt], taken: correctAssessment({ score: 7 }) },
};
