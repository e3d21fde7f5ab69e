import { MUNICIPAL_2Y } from '../../../../domain/rule-sets/municipal-2y.js';
import type { RuleSet } from '../../../../domain/rule-sets/rule-set.js';
import type { CalendarDate } from '../../../../domain/shared/calendar.js';
import type {
  ApproveHours,
  CorrectDeclaration,
  CorrectHoursApproval,
  SettleDeclaration,
  SubmitDeclaration,
} from '../../../../domain/trajectory/accounts/commands.js';
import type { RecordSession, TrajectoryCommand } from '../../../../domain/trajectory/commands.js';
import { correctSession, grantIt, id, recordIt, running, TODAY } from '../examples.js';

export const APPROVAL = id(200);
export const OTHER_APPROVAL = id(201);
export const DECLARATION = id(210);
export const OTHER_DECLARATION = id(211);
export const SETTLEMENT = id(220);

/** The rate of UWV in 2015, in cents per hour (domain-facts 2.1). */
export const RATE = 7478;
export const RATED: RuleSet = { ...MUNICIPAL_2Y, rateCents: RATE };

const under = (ruleSet: RuleSet) => ({ circumstances: { ruleSet, continued: [] } });
/** Under rules without a rate: an amount must be given. */
export const NO_RATE = under(MUNICIPAL_2Y);
export const WITH_RATE = under(RATED);

/** The first session is of 90 minutes on 5 March; this one of `minutes` on another day. */
export function sessionOn(
  on: CalendarDate,
  minutes: number,
  more: Partial<RecordSession> = {},
): RecordSession {
  return { ...recordIt, sessionId: id(1000 + Number(on.replaceAll('-', '').slice(4))), on, minutes, ...more };
}

export const approveIt: ApproveHours = {
  type: 'ApproveHours',
  today: TODAY,
  approvalId: APPROVAL,
  from: '2024-03-01',
  to: '2024-03-31',
  ...NO_RATE,
};
export const declareIt: SubmitDeclaration = {
  type: 'SubmitDeclaration',
  today: TODAY,
  declarationId: DECLARATION,
  from: '2024-03-01',
  to: '2024-03-31',
  minutes: 90,
  amountCents: 11_217,
  ...NO_RATE,
};
export const settleIt: SettleDeclaration = {
  type: 'SettleDeclaration',
  today: TODAY,
  declarationId: DECLARATION,
  settlementId: SETTLEMENT,
  on: '2024-09-20',
  minutes: 90,
  amountCents: 11_217,
  ...NO_RATE,
};

export function correctApproval(
  changes: CorrectHoursApproval['changes'],
  approvalId = APPROVAL,
): CorrectHoursApproval {
  return { type: 'CorrectHoursApproval', today: TODAY, approvalId, changes, reason: 'typefout', ...NO_RATE };
}

export function correctDeclaration(
  changes: CorrectDeclaration['changes'],
  rules = NO_RATE,
): CorrectDeclaration {
  const reason = 'typefout';
  return { type: 'CorrectDeclaration', today: TODAY, declarationId: DECLARATION, changes, reason, ...rules };
}

/** A job with a grant of half a year from 1 February, and a session of 90 minutes on 5 March. */
export const coached: readonly TrajectoryCommand[] = [...running, grantIt, recordIt];
export const approved: readonly TrajectoryCommand[] = [...coached, approveIt];
export const declared: readonly TrajectoryCommand[] = [...approved, declareIt];
export const settled: readonly TrajectoryCommand[] = [...declared, settleIt];
/** The session of 5 March turns out to have lasted 75 minutes. */
export const shorten = correctSession({ minutes: 75 });
