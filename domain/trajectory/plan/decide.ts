import { unknownMember } from '../../shared/decider.js';
import type { TrajectoryState } from '../state.js';
import type { PlanCommand } from './commands.js';
import { agreePlan, declinePlan } from './decide-answers.js';
import {
  correctFulfilment,
  correctGoalOutcome,
  dropGoal,
  fulfilAgreement,
  reachGoal,
} from './decide-progress.js';
import { askForPlan, draftPlan, revisePlan } from './decide-versions.js';
import type { PlanEvent } from './events.js';

/** The events that a command on the plan leads to; throws a `Refusal`. */
export function decidePlan(command: PlanCommand, state: TrajectoryState): readonly PlanEvent[] {
  switch (command.type) {
    case 'AskForPlan':
      return askForPlan(command, state);
    case 'DraftPlan':
      return draftPlan(command, state);
    case 'RevisePlan':
      return revisePlan(command, state);
    case 'AgreePlan':
      return agreePlan(command, state);
    case 'DeclinePlan':
      return declinePlan(command, state);
    case 'ReachGoal':
      return reachGoal(command, state);
    case 'DropGoal':
      return dropGoal(command, state);
    case 'CorrectGoalOutcome':
      return correctGoalOutcome(command, state);
    case 'FulfilAgreement':
      return fulfilAgreement(command, state);
    case 'CorrectFulfilment':
      return correctFulfilment(command, state);
    default:
      return unknownMember(command);
  }
}
