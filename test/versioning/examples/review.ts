import type { ReviewEvent } from '../../../domain/trajectory/review/events.js';
import { type Examples, idOf, sealed } from './example.js';

/** Evaluations and assessments. */
export const review: Examples<ReviewEvent> = {
  EvaluationPlanned: {
    1: { evaluationPlanId: idOf('evaluation plan'), kind: 'half-year', dueOn: '2024-09-02' },
  },
  EvaluationPlanCorrected: {
    1: {
      evaluationPlanId: idOf('evaluation plan'),
      dueOn: '2024-09-09',
      reason: sealed('EvaluationPlanCorrected', 'reason', 'narrative'),
    },
  },
  EvaluationHeld: {
    1: {
      evaluationId: idOf('evaluation'),
      kind: 'final',
      on: '2024-09-05',
      participants: sealed('EvaluationHeld', 'participants', 'identity'),
      attendedBy: ['candidate', 'funder'],
      adjustments: sealed('EvaluationHeld', 'adjustments', 'narrative'),
      extendsTrial: true,
      resultCode: 2,
      candidateFuture: sealed('EvaluationHeld', 'candidateFuture', 'narrative'),
      structuralWork: true,
      noContractReason: sealed('EvaluationHeld', 'noContractReason', 'narrative'),
    },
  },
  EvaluationCorrected: {
    1: {
      evaluationId: idOf('evaluation'),
      participants: sealed('EvaluationCorrected', 'participants', 'identity'),
      attendedBy: ['candidate'],
      resultCode: null,
      reason: sealed('EvaluationCorrected', 'reason', 'narrative'),
    },
  },
  AssessmentGiven: {
    1: {
      assessmentId: idOf('assessment'),
      by: 'employer',
      score: 8,
      on: '2024-09-06',
      employerId: idOf('employer'),
      remark: sealed('AssessmentGiven', 'remark', 'narrative'),
      evidence: sealed('AssessmentGiven', 'evidence', 'narrative'),
    },
  },
  AssessmentCorrected: {
    1: {
      assessmentId: idOf('assessment'),
      by: 'employer',
      score: 7,
      remark: null,
      reason: sealed('AssessmentCorrected', 'reason', 'narrative'),
      evidence: sealed('AssessmentCorrected', 'evidence', 'narrative'),
    },
  },
};
