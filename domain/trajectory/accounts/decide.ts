import { unknownMember } from '../../shared/decider.js';
import type { TrajectoryEvent } from '../events.js';
import type { TrajectoryState } from '../state.js';
import type { AccountsCommand } from './commands.js';
import { approveHours, correctHoursApproval } from './decide-approvals.js';
import { correctDeclaration, settleDeclaration, submitDeclaration } from './decide-declarations.js';

/** The events that a command on hours approved, declared or settled leads to. */
export function decideAccounts(command: AccountsCommand, state: TrajectoryState): readonly TrajectoryEvent[] {
  switch (command.type) {
    case 'ApproveHours':
      return approveHours(command, state);
    case 'CorrectHoursApproval':
      return correctHoursApproval(command, state);
    case 'SubmitDeclaration':
      return submitDeclaration(command, state);
    case 'CorrectDeclaration':
      return correctDeclaration(command, state);
    case 'SettleDeclaration':
      return settleDeclaration(command, state);
    default:
      return unknownMember(command);
  }
}
