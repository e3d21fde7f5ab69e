import { unknownMember } from '../../shared/decider.js';
import { corrected, withoutUndefined } from '../../shared/fields.js';
import type { Id } from '../../shared/ids.js';
import { replaced } from '../../shared/replaced.js';
import type { TrajectoryFacts } from '../facts.js';
import type { AssessmentGiven, EvaluationCorrected, EvaluationHeld, ReviewEvent } from './events.js';
import type { Assessment, Evaluation, EvaluationPlan } from './facts.js';

/** The facts after one more event of a review. Reads no protected text, only whether it is there. */
export function evolveReview(facts: TrajectoryFacts, event: ReviewEvent): TrajectoryFacts {
  switch (event.type) {
    case 'EvaluationPlanned': {
      const { evaluationPlanId: id, kind, dueOn } = event.data;
      return { ...facts, evaluationPlans: [...facts.evaluationPlans, { id, kind, dueOn }] };
    }
    case 'EvaluationPlanCorrected':
      return {
        ...facts,
        evaluationPlans: replaced(facts.evaluationPlans, event.data.evaluationPlanId, (it) =>
          corrected<EvaluationPlan, 'kind' | 'dueOn'>(it, event.data, ['kind', 'dueOn']),
        ),
      };
    case 'EvaluationHeld':
      return withEvaluations(facts, [...facts.evaluations, heldEvaluation(event.data)]);
    case 'EvaluationCorrected':
      return withEvaluations(
        facts,
        replaced(facts.evaluations, event.data.evaluationId, (it) => correctedEvaluation(it, event.data)),
      );
    case 'AssessmentGiven':
      return { ...facts, assessments: [...facts.assessments, givenAssessment(event.data)] };
    case 'AssessmentCorrected':
      return {
        ...facts,
        assessments: replaced(facts.assessments, event.data.assessmentId, (it) => ({
          ...corrected<Assessment, 'score' | 'on' | 'employerId'>(it, event.data, [
            'score',
            'on',
            'employerId',
          ]),
          onPaper: it.onPaper || event.data.evidence !== undefined,
        })),
      };
    default:
      return unknownMember(event);
  }
}

/** The evaluation that an event tells of. */
export function heldEvaluation(data: EvaluationHeld['data']): Evaluation {
  const { evaluationId: id, kind, on, attendedBy, extendsTrial, resultCode, structuralWork } = data;
  const statesNoContractReason = data.noContractReason !== undefined;
  return withoutUndefined({
    id,
    kind,
    on,
    attendedBy,
    extendsTrial,
    resultCode,
    structuralWork,
    statesNoContractReason,
  });
}

const EVALUATION_FIELDS = [
  'kind',
  'on',
  'attendedBy',
  'extendsTrial',
  'resultCode',
  'structuralWork',
] as const;

/** The evaluation once `changes` are in place. */
export function correctedEvaluation(
  evaluation: Evaluation,
  changes: Partial<EvaluationCorrected['data']>,
): Evaluation {
  const { noContractReason: why } = changes;
  return {
    ...corrected<Evaluation, (typeof EVALUATION_FIELDS)[number]>(evaluation, changes, EVALUATION_FIELDS),
    statesNoContractReason: why === undefined ? evaluation.statesNoContractReason : why !== null,
  };
}

function givenAssessment(data: AssessmentGiven['data']): Assessment {
  const { assessmentId: id, by, on, score, employerId, evidence } = data;
  return withoutUndefined({ id, by, on, score, employerId, onPaper: evidence !== undefined });
}

/** `evaluations` in place, and the days on which one was held in order, for the rhythm of reading 46. */
function withEvaluations(facts: TrajectoryFacts, evaluations: readonly Evaluation[]): TrajectoryFacts {
  return { ...facts, evaluations, evaluationsHeldOn: evaluations.map(({ on }) => on).sort() };
}

/** The id that the event gives to a new fact; undefined when it corrects one. */
export function reviewFactId(event: ReviewEvent): Id | undefined {
  switch (event.type) {
    case 'EvaluationPlanned':
      return event.data.evaluationPlanId;
    case 'EvaluationHeld':
      return event.data.evaluationId;
    case 'AssessmentGiven':
      return event.data.assessmentId;
    case 'EvaluationPlanCorrected':
    case 'EvaluationCorrected':
    case 'AssessmentCorrected':
      return undefined;
    default:
      return unknownMember(event);
  }
}
