import type { PlanCommand } from '../../../../domain/trajectory/plan/commands.js';
import { AFTER, type ClosedCases, dated } from '../closing/closed-case.js';
import {
  agreeIt,
  correctFulfilment,
  correctOutcome,
  declineIt,
  draftIt,
  dropIt,
  fulfilIt,
  reachIt,
  reviseIt,
} from './examples.js';

/** What stays possible with the plan of a closed trajectory. */
export const planClosed: ClosedCases<PlanCommand> = {
  AskForPlan: {
    clause: 'nothing',
    refused: { type: 'AskForPlan', today: AFTER, requestId: 'request', reason: 'reden' },
  },
  DraftPlan: dated(draftIt, 'draftedOn'),
  RevisePlan: dated(reviseIt, 'draftedOn', [draftIt]),
  AgreePlan: dated(agreeIt('candidate'), 'on', [draftIt]),
  DeclinePlan: dated(declineIt('candidate'), 'on', [draftIt]),
  ReachGoal: dated(reachIt, 'on', [draftIt]),
  DropGoal: dated(dropIt, 'on', [draftIt]),
  CorrectGoalOutcome: {
    clause: 'corrections',
    before: [draftIt, reachIt],
    taken: correctOutcome({ on: '2024-07-02' }),
  },
  FulfilAgreement: dated(fulfilIt, 'on', [draftIt]),
  CorrectFulfilment: {
    clause: 'corrections',
    before: [draftIt, fulfilIt],
    taken: correctFulfilment({ on: '2024-03-21' }),
  },
};
