import type { ResultCode } from '../../../../domain/trajectory/review/lists.js';
import type { reviewRefusals } from '../../../../domain/trajectory/review/refusals.js';
import { running } from '../examples.js';
import type { RefusalCase } from '../refusal-case.js';
import {
  assessIt,
  correctAssessment,
  correctEvaluation,
  correctEvaluationPlan,
  holdIt,
  planEvaluationIt,
} from './examples.js';

/** For each refusal of a review a command that meets it, and one that stays just inside. */
export const reviewCases: Record<keyof typeof reviewRefusals, RefusalCase> = {
  'evaluation-plan.not-found': {
    before: running,
    refused: correctEvaluationPlan({ kind: 'interim' }),
    allowed: planEvaluationIt,
  },
  'evaluation.not-found': {
    before: running,
    refused: correctEvaluation({ kind: 'final' }),
    allowed: holdIt,
  },
  'result-code.unknown': {
    before: running,
    // The edge can pass on what the types forbid.
    refused: { ...holdIt, resultCode: 7 as ResultCode },
    allowed: { ...holdIt, resultCode: 6 },
  },
  'structural-work.required': {
    before: running,
    refused: { ...holdIt, structuralWork: false, noContractReason: 'Geen geld.' },
    allowed: { ...holdIt, structuralWork: true, noContractReason: 'Geen geld.' },
  },
  'assessment.not-found': { before: running, refused: correctAssessment({ score: 7 }), allowed: assessIt },
  'score.invalid': {
    before: running,
    refused: { ...assessIt, score: 11 },
    allowed: { ...assessIt, score: 10 },
  },
};
