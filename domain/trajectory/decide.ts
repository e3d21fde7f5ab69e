import { unknownMember } from '../shared/decider.js';
import type { TrajectoryCommand } from './commands.js';
import { correctAbsence, endAbsence, learnFit, reportAbsence } from './decide-absences.js';
import { correctGrant, grantCoaching, receiveApplication } from './decide-award.js';
import {
  assignCoach,
  correctCoachAssignment,
  endSubstitution,
  handOverCoach,
  substituteCoach,
} from './decide-coaches.js';
import { changeJob } from './decide-job-change.js';
import { closeTrajectory, openTrajectory } from './decide-opening.js';
import { changeOrganisation, moveRuleSet, nameCaseDirector, nameCaseManager } from './decide-parties.js';
import { changePlacement, correctPlacement, endPlacement, startPlacement } from './decide-placements.js';
import { correctSession, recordEmployerContact, recordSession, withdrawSession } from './decide-sessions.js';
import type { TrajectoryEvent } from './events.js';
import { reportAccountability } from './reports/decide.js';
import type { TrajectoryState } from './state.js';

/** The events that `command` leads to: none when it asks for what is already so; throws a `Refusal` of the table. */
export function decide(command: TrajectoryCommand, state: TrajectoryState): readonly TrajectoryEvent[] {
  switch (command.type) {
    case 'OpenTrajectory':
      return openTrajectory(command, state);
    case 'AssignCoach':
      return assignCoach(command, state);
    case 'CorrectCoachAssignment':
      return correctCoachAssignment(command, state);
    case 'SubstituteCoach':
      return substituteCoach(command, state);
    case 'EndSubstitution':
      return endSubstitution(command, state);
    case 'HandOverCoach':
      return handOverCoach(command, state);
    case 'NameCaseDirector':
      return nameCaseDirector(command, state);
    case 'NameCaseManager':
      return nameCaseManager(command, state);
    case 'ChangeOrganisation':
      return changeOrganisation(command, state);
    case 'MoveRuleSet':
      return moveRuleSet(command, state);
    case 'StartPlacement':
      return startPlacement(command, state);
    case 'ChangePlacement':
      return changePlacement(command, state);
    case 'EndPlacement':
      return endPlacement(command, state);
    case 'CorrectPlacement':
      return correctPlacement(command, state);
    case 'ChangeJob':
      return changeJob(command, state);
    case 'ReportAbsence':
      return reportAbsence(command, state);
    case 'EndAbsence':
      return endAbsence(command, state);
    case 'CorrectAbsence':
      return correctAbsence(command, state);
    case 'LearnFit':
      return learnFit(command, state);
    case 'ReceiveApplication':
      return receiveApplication(command, state);
    case 'GrantCoaching':
      return grantCoaching(command, state);
    case 'CorrectGrant':
      return correctGrant(command, state);
    case 'RecordSession':
      return recordSession(command, state);
    case 'CorrectSession':
      return correctSession(command, state);
    case 'WithdrawSession':
      return withdrawSession(command, state);
    case 'RecordEmployerContact':
      return recordEmployerContact(command, state);
    case 'ReportAccountability':
      return reportAccountability(command, state);
    case 'CloseTrajectory':
      return closeTrajectory(command, state);
    default:
      return unknownMember(command);
  }
}
