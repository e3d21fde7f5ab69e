import { unknownMember } from '../../shared/decider.js';
import type { TrajectoryState } from '../state.js';
import type { ReviewCommand } from './commands.js';
import { correctAssessment, giveAssessment } from './decide-assessments.js';
import {
  correctEvaluation,
  correctEvaluationPlan,
  holdEvaluation,
  planEvaluation,
} from './decide-evaluations.js';
import type { ReviewEvent } from './events.js';

/** The events that a command on reviews leads to; throws a `Refusal`. */
export function decideReview(command: ReviewCommand, state: TrajectoryState): readonly ReviewEvent[] {
  switch (command.type) {
    case 'PlanEvaluation':
      return planEvaluation(command, state);
    case 'CorrectEvaluationPlan':
      return correctEvaluationPlan(command, state);
    case 'HoldEvaluation':
      return holdEvaluation(command, state);
    case 'CorrectEvaluation':
      return correctEvaluation(command, state);
    case 'GiveAssessment':
      return giveAssessment(command, state);
    case 'CorrectAssessment':
      return correctAssessment(command, state);
    default:
      return unknownMember(command);
  }
}
