import { unknownMember } from '../../domain/shared/decider.js';
import type { ReviewEvent } from '../../domain/trajectory/review/events.js';
import type { Assessor } from '../../domain/trajectory/review/lists.js';
import { begun, corrected, type ItemChange, type ItemKind } from './item.js';

/** What an event of a review does to an item. */
export function reviewItemChange(event: ReviewEvent): ItemChange {
  switch (event.type) {
    case 'EvaluationPlanned':
      return begun('evaluation-plan', event.data.evaluationPlanId, event.data);
    case 'EvaluationPlanCorrected':
      return corrected('evaluation-plan', event.data.evaluationPlanId, event.data);
    case 'EvaluationHeld':
      return begun('evaluation', event.data.evaluationId, event.data);
    case 'EvaluationCorrected':
      return corrected('evaluation', event.data.evaluationId, event.data);
    case 'AssessmentGiven':
      return begun(ASSESSMENT_KINDS[event.data.by], event.data.assessmentId, event.data);
    case 'AssessmentCorrected':
      return corrected(ASSESSMENT_KINDS[event.data.by], event.data.assessmentId, event.data);
    default:
      return unknownMember(event);
  }
}

/** Kept apart, for each is read by others (domain.md section 9). */
const ASSESSMENT_KINDS: { readonly [By in Assessor]: ItemKind } = {
  candidate: 'candidate-assessment',
  employer: 'employer-assessment',
};
