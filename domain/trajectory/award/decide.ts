import { unknownMember } from '../../shared/decider.js';
import type { TrajectoryState } from '../state.js';
import type { AwardCommand } from './commands.js';
import {
  askForCompletion,
  completeApplication,
  correctApplication,
  correctApplicationDecision,
  draftApplication,
  receiveApplication,
  refuseCoaching,
} from './decide-applications.js';
import { approveCoachingDuringAbsence, correctCoachingApproval } from './decide-approvals.js';
import { correctGrant, correctGrantRevision, grantCoaching, reviseGrant } from './decide-grants.js';
import {
  correctObjection,
  correctObjectionDecision,
  decideObjection,
  lodgeObjection,
} from './decide-objections.js';
import type { AwardEvent } from './events.js';

/** The events that a command about applications, grants, objections or approvals leads to. */
export function decideAward(command: AwardCommand, state: TrajectoryState): readonly AwardEvent[] {
  switch (command.type) {
    case 'ReceiveApplication':
      return receiveApplication(command, state);
    case 'DraftApplication':
      return draftApplication(command, state);
    case 'CorrectApplication':
      return correctApplication(command, state);
    case 'AskForCompletion':
      return askForCompletion(command, state);
    case 'CompleteApplication':
      return completeApplication(command, state);
    case 'RefuseCoaching':
      return refuseCoaching(command, state);
    case 'CorrectApplicationDecision':
      return correctApplicationDecision(command, state);
    case 'GrantCoaching':
      return grantCoaching(command, state);
    case 'CorrectGrant':
      return correctGrant(command, state);
    case 'ReviseGrant':
      return reviseGrant(command, state);
    case 'CorrectGrantRevision':
      return correctGrantRevision(command, state);
    case 'LodgeObjection':
      return lodgeObjection(command, state);
    case 'CorrectObjection':
      return correctObjection(command, state);
    case 'DecideObjection':
      return decideObjection(command, state);
    case 'CorrectObjectionDecision':
      return correctObjectionDecision(command, state);
    case 'ApproveCoachingDuringAbsence':
      return approveCoachingDuringAbsence(command, state);
    case 'CorrectCoachingApproval':
      return correctCoachingApproval(command, state);
    default:
      return unknownMember(command);
  }
}
