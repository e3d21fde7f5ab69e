import type { EventDefinitions } from '../../shared/event-definition.js';
import type { ReviewEvent } from './events.js';

/* STORAGE. What is protected, and when an event occurred, is part of what the log holds; see events.ts. */

const first = { version: 1, upcasters: {} } as const;
const reason = { reason: 'narrative' } as const;
const evaluationTexts = {
  participants: 'identity',
  adjustments: 'narrative',
  candidateFuture: 'narrative',
  noContractReason: 'narrative',
} as const;
const assessmentTexts = { remark: 'narrative', evidence: 'narrative' } as const;

/** The events of evaluations and assessments as the log stores them. */
export const reviewEvents: EventDefinitions<ReviewEvent> = {
  EvaluationPlanned: { ...first, occurredOn: () => undefined, protect: {} },
  EvaluationPlanCorrected: { ...first, occurredOn: () => undefined, protect: reason },
  EvaluationHeld: { ...first, occurredOn: (data) => data.on, protect: evaluationTexts },
  EvaluationCorrected: { ...first, occurredOn: () => undefined, protect: { ...evaluationTexts, ...reason } },
  AssessmentGiven: { ...first, occurredOn: (data) => data.on, protect: assessmentTexts },
  AssessmentCorrected: { ...first, occurredOn: () => undefined, protect: { ...assessmentTexts, ...reason } },
};
