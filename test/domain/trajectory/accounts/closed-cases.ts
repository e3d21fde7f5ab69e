import type { AccountsCommand } from '../../../../domain/trajectory/accounts/commands.js';
import { AFTER, type ClosedCases } from '../closing/closed-case.js';
import {
  approved,
  approveIt,
  coached,
  correctApproval,
  correctDeclaration,
  declared,
  declareIt,
  settleIt,
} from './examples.js';

const clause = 'hours approval, accountability, declaration and settlement of those days' as const;

/** What stays possible with the hours of a closed trajectory. */
export const accountsClosed: ClosedCases<AccountsCommand> = {
  ApproveHours: { clause, before: coached, taken: approveIt, refused: { ...approveIt, to: AFTER } },
  CorrectHoursApproval: {
    clause: 'corrections',
    before: approved,
    taken: correctApproval({ withdrawn: true }),
  },
  SubmitDeclaration: { clause, before: approved, taken: declareIt, refused: { ...declareIt, to: AFTER } },
  CorrectDeclaration: { clause: 'corrections', before: declared, taken: correctDeclaration({ minutes: 60 }) },
  SettleDeclaration: { clause, before: declared, taken: settleIt },
};
