import type { PlanCommand } from '../../../../domain/trajectory/plan/commands.js';
import { type ClosedCases, dated } from '../closing/closed-case.js';
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
