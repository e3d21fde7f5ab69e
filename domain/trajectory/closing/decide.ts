import { unknownMember } from '../../shared/decider.js';
import type { TrajectoryState } from '../state.js';
import type { ClosingCommand } from './commands.js';
import { correctAftercareContact, recordAftercareContact } from './decide-aftercare.js';
import {
  closeTrajectory,
  correctClosure,
  correctReopening,
  proposeClosure,
  reopenTrajectory,
} from './decide-closures.js';
import { correctOutcome, measureOutcome } from './decide-outcomes.js';
import type { ClosingEvent } from './events.js';

/** The events that a command about the end of the trajectory leads to; throws a `Refusal` of the table. */
export function decideClosing(command: ClosingCommand, state: TrajectoryState): readonly ClosingEvent[] {
  switch (command.type) {
    case 'CloseTrajectory':
      return closeTrajectory(command, state);
    case 'CorrectClosure':
      return correctClosure(command, state);
    case 'ProposeClosure':
      return proposeClosure(command, state);
    case 'ReopenTrajectory':
      return reopenTrajectory(command, state);
    case 'CorrectReopening':
      return correctReopening(command, state);
    case 'MeasureOutcome':
      return measureOutcome(command, state);
    case 'CorrectOutcome':
      return correctOutcome(command, state);
    case 'RecordAftercareContact':
      return recordAftercareContact(command, state);
    case 'CorrectAftercareContact':
      return correctAftercareContact(command, state);
    default:
      return unknownMember(command);
  }
}
