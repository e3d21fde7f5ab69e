import { unknownMember } from '../shared/decider.js';
import { decideAccounts } from './accounts/decide.js';
import { decideAward } from './award/decide.js';
import { decideClosing } from './closing/decide.js';
import type { TrajectoryCommand } from './commands.js';
import { decideFactCorrection } from './corrected-facts/decide.js';
import { correctAbsence, endAbsence, learnFit, reportAbsence } from './decide-absences.js';
import {
  assignCoach,
  correctCoachAssignment,
  endSubstitution,
  handOverCoach,
  substituteCoach,
} from './decide-coaches.js';
import { changeJob } from './decide-job-change.js';
import { openTrajectory } from './decide-opening.js';
import { changeOrganisation, moveRuleSet, nameCaseDirector, nameCaseManager } from './decide-parties.js';
import { changePlacement, correctPlacement, endPlacement, startPlacement } from './decide-placements.js';
import { correctSession, recordEmployerContact, recordSession, withdrawSession } from './decide-sessions.js';
import type { TrajectoryEvent } from './events.js';
import { decidePlan } from './plan/decide.js';
import { reportAccountability } from './reports/decide.js';
import { decideRequest } from './requests/decide.js';
import { decideReview } from './review/decide.js';
import { decideSignal } from './signals/decide.js';
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
    case 'RecordSession':
      return recordSession(command, state);
    case 'CorrectSession':
      return correctSession(command, state);
    case 'WithdrawSession':
      return withdrawSession(command, state);
    case 'RecordEmployerContact':
      return recordEmployerContact(command, state);
    case 'AskForCorrection':
    case 'AnswerCorrectionRequest':
      return decideRequest(command, state);
    case 'ApproveHours':
    case 'CorrectHoursApproval':
    case 'SubmitDeclaration':
    case 'CorrectDeclaration':
    case 'SettleDeclaration':
      return decideAccounts(command, state);
    case 'ReceiveApplication':
    case 'DraftApplication':
    case 'CorrectApplication':
    case 'AskForCompletion':
    case 'CompleteApplication':
    case 'RefuseCoaching':
    case 'CorrectApplicationDecision':
    case 'GrantCoaching':
    case 'CorrectGrant':
    case 'ReviseGrant':
    case 'CorrectGrantRevision':
    case 'LodgeObjection':
    case 'CorrectObjection':
    case 'DecideObjection':
    case 'CorrectObjectionDecision':
    case 'ApproveCoachingDuringAbsence':
    case 'CorrectCoachingApproval':
      return decideAward(command, state);
    case 'ReportIncident':
    case 'ResolveIncident':
    case 'CorrectIncident':
    case 'SignalSupportNeed':
    case 'CorrectSupportNeed':
    case 'AgreeContactRhythm':
    case 'CorrectContactRhythm':
    case 'AskForAnotherCoach':
    case 'AnswerCoachChange':
      return decideSignal(command, state);
    case 'CorrectEmployerContact':
    case 'CorrectSubstitution':
    case 'CorrectCaseDirector':
    case 'CorrectCaseManager':
    case 'CorrectOrganisationChange':
    case 'CorrectRuleSetMove':
    case 'CorrectFitNote':
      return decideFactCorrection(command, state);
    case 'ReportAccountability':
      return reportAccountability(command, state);
    case 'CloseTrajectory':
    case 'CorrectClosure':
    case 'ProposeClosure':
    case 'ReopenTrajectory':
    case 'CorrectReopening':
    case 'MeasureOutcome':
    case 'CorrectOutcome':
    case 'RecordAftercareContact':
    case 'CorrectAftercareContact':
      return decideClosing(command, state);
    case 'AskForPlan':
    case 'DraftPlan':
    case 'RevisePlan':
    case 'AgreePlan':
    case 'DeclinePlan':
    case 'ReachGoal':
    case 'DropGoal':
    case 'CorrectGoalOutcome':
    case 'FulfilAgreement':
    case 'CorrectFulfilment':
      return decidePlan(command, state);
    case 'PlanEvaluation':
    case 'CorrectEvaluationPlan':
    case 'HoldEvaluation':
    case 'CorrectEvaluation':
    case 'GiveAssessment':
    case 'CorrectAssessment':
      return decideReview(command, state);
    default:
      return unknownMember(command);
  }
}
