import { unknownMember } from '../../shared/decider.js';
import type { TrajectoryState } from '../state.js';
import type { SignalCommand } from './commands.js';
import { answerCoachChange, askForAnotherCoach } from './decide-coach-change.js';
import { agreeContactRhythm, correctContactRhythm } from './decide-contact-rhythms.js';
import { correctIncident, reportIncident, resolveIncident } from './decide-incidents.js';
import { correctSupportNeed, signalSupportNeed } from './decide-support-needs.js';
import type { SignalEvent } from './events.js';

/** The events that a command on incidents, support needs, contact rhythms or the choice of a coach leads to. */
export function decideSignal(command: SignalCommand, state: TrajectoryState): readonly SignalEvent[] {
  switch (command.type) {
    case 'ReportIncident':
      return reportIncident(command, state);
    case 'ResolveIncident':
      return resolveIncident(command, state);
    case 'CorrectIncident':
      return correctIncident(command, state);
    case 'SignalSupportNeed':
      return signalSupportNeed(command, state);
    case 'CorrectSupportNeed':
      return correctSupportNeed(command, state);
    case 'AgreeContactRhythm':
      return agreeContactRhythm(command, state);
    case 'CorrectContactRhythm':
      return correctContactRhythm(command, state);
    case 'AskForAnotherCoach':
      return askForAnotherCoach(command, state);
    case 'AnswerCoachChange':
      return answerCoachChange(command, state);
    default:
      return unknownMember(command);
  }
}
