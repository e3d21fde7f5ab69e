import { unknownMember } from '../../shared/decider.js';
import type { RightsCommand } from './commands.js';
import { approveRetention, askForErasure, assess, carryOut, confirm, withdraw } from './decide-erasures.js';
import { askForRestriction, decideRestriction, endRestriction, holdFile } from './decide-restrictions.js';
import type { RightsEvent } from './events.js';
import { refuse } from './refusals.js';
import { isErased, type RightsState } from './state.js';

const TYPES: { readonly [Type in RightsCommand['type']]: true } = {
  AskForErasure: true,
  ApproveRetention: true,
  DecideErasureFirst: true,
  DecideErasureSecond: true,
  WithdrawErasure: true,
  StopErasure: true,
  CarryOutErasure: true,
  EraseRegistration: true,
  AskForRestriction: true,
  DecideRestriction: true,
  LiftRestriction: true,
  WithdrawRestriction: true,
  HoldFile: true,
};

/** True for a command about erasing or restricting. */
export function isRightsCommand(command: { readonly type: string }): command is RightsCommand {
  return Object.hasOwn(TYPES, command.type);
}

/** The events that `command` leads to; once everything is forgotten nothing is recorded any more. */
export function decideRights(command: RightsCommand, state: RightsState): readonly RightsEvent[] {
  if (command.type === 'CarryOutErasure') return carryOut(command, state);
  if (command.type === 'EraseRegistration') {
    const { type: _, ...data } = command;
    return state.erased.has(data.requestId) ? [] : [{ type: 'CandidateErased', data }];
  }
  if (isErased(state)) return refuse('candidate.erased');
  switch (command.type) {
    case 'AskForErasure':
      return askForErasure(command, state);
    case 'ApproveRetention':
      return approveRetention(command, state);
    case 'DecideErasureFirst':
      return assess(command, state);
    case 'DecideErasureSecond':
      return confirm(command, state);
    case 'WithdrawErasure':
    case 'StopErasure':
      return withdraw(command, state);
    case 'AskForRestriction':
      return askForRestriction(command, state);
    case 'DecideRestriction':
      return decideRestriction(command, state);
    case 'LiftRestriction':
    case 'WithdrawRestriction':
      return endRestriction(command, state);
    case 'HoldFile':
      return holdFile(command, state);
    default:
      return unknownMember(command);
  }
}
