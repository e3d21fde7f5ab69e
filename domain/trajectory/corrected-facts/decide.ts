import { unknownMember } from '../../shared/decider.js';
import type { TrajectoryState } from '../state.js';
import type { FactCorrectionCommand } from './commands.js';
import {
  correctEmployerContact,
  correctFitNote,
  correctSubstitution,
} from './decide-coaching-corrections.js';
import {
  correctCaseDirector,
  correctCaseManager,
  correctOrganisationChange,
  correctRuleSetMove,
} from './decide-party-corrections.js';
import type { FactCorrectionEvent } from './events.js';

/** The event that a correction leads to, or none when it changes nothing; each rule is judged again (reading 40). */
export function decideFactCorrection(
  command: FactCorrectionCommand,
  state: TrajectoryState,
): readonly FactCorrectionEvent[] {
  switch (command.type) {
    case 'CorrectEmployerContact':
      return correctEmployerContact(command, state);
    case 'CorrectSubstitution':
      return correctSubstitution(command, state);
    case 'CorrectCaseDirector':
      return correctCaseDirector(command, state);
    case 'CorrectCaseManager':
      return correctCaseManager(command, state);
    case 'CorrectOrganisationChange':
      return correctOrganisationChange(command, state);
    case 'CorrectRuleSetMove':
      return correctRuleSetMove(command, state);
    case 'CorrectFitNote':
      return correctFitNote(command, state);
    default:
      return unknownMember(command);
  }
}
