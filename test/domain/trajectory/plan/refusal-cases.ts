import type { planRefusals } from '../../../../domain/trajectory/plan/refusals.js';
import { closeIt, id, OTHER_EMPLOYER, running, startIt, TODAY } from '../examples.js';
import type { RefusalCase } from '../refusal-case.js';
import {
  agreeIt,
  CHAIR,
  correctFulfilment,
  correctOutcome,
  declineIt,
  draftIt,
  FULFILMENT,
  fulfilIt,
  GOALS,
  reachIt,
  reviseIt,
} from './examples.js';

const drafted = [...running, draftIt];
const secondJob = { ...startIt, placementId: id(43), employerId: OTHER_EMPLOYER };

/** For each refusal of the plan a command that meets it, and one that stays just inside. */
export const planCases: Record<keyof typeof planRefusals, RefusalCase> = {
  'plan.not-found': {
    before: drafted,
    refused: agreeIt('coach', '2024-02-12', 2),
    allowed: agreeIt('coach', '2024-02-12', 1),
  },
  'plan.already-drafted': {
    before: drafted,
    refused: { ...draftIt, planId: id(209), goals: [], agreements: [] },
    allowed: reviseIt,
  },
  'plan.not-latest': {
    before: [...drafted, reviseIt],
    refused: agreeIt('candidate'),
    allowed: agreeIt('candidate', '2024-06-05', 2),
  },
  'plan.older-than-before': {
    before: drafted,
    refused: { ...reviseIt, draftedOn: '2024-02-04' },
    allowed: { ...reviseIt, draftedOn: '2024-02-05' },
  },
  'plan.declined': {
    before: [...drafted, declineIt('funder')],
    refused: agreeIt('candidate'),
    allowed: reviseIt,
  },
  'plan.already-agreed': {
    before: [...drafted, agreeIt('funder')],
    refused: declineIt('funder'),
    allowed: declineIt('candidate'),
  },
  'goal.not-found': { before: drafted, refused: { ...reachIt, goalId: id(219) }, allowed: reachIt },
  'goal.not-in-plan': {
    before: [...drafted, reviseIt],
    refused: { ...reachIt, goalId: GOALS[1] },
    allowed: reachIt,
  },
  'goal.already-ended': {
    before: [...drafted, reachIt],
    refused: {
      type: 'DropGoal',
      today: TODAY,
      outcomeId: id(231),
      goalId: GOALS[0],
      on: '2024-07-01',
      reason: 'Anders.',
    },
    allowed: { ...reachIt, outcomeId: id(231), goalId: GOALS[1] },
  },
  'goal-outcome.not-found': {
    before: [...drafted, reachIt],
    refused: { ...correctOutcome({ on: '2024-07-02' }), outcome: 'dropped' },
    allowed: correctOutcome({ on: '2024-07-02' }),
  },
  'agreement.not-found': {
    before: drafted,
    refused: { ...fulfilIt, agreementId: id(229) },
    allowed: fulfilIt,
  },
  'agreement.not-in-plan': {
    before: [...drafted, { ...reviseIt, agreements: [] }],
    refused: fulfilIt,
    allowed: reachIt,
  },
  'agreement.already-fulfilled': {
    before: [...drafted, fulfilIt],
    refused: { ...fulfilIt, fulfilmentId: id(241), on: '2024-03-21' },
    allowed: correctFulfilment({ on: '2024-03-21' }),
  },
  'fulfilment.not-found': {
    before: [...drafted, fulfilIt],
    refused: { ...correctFulfilment({ on: null }), fulfilmentId: id(249) },
    allowed: { ...correctFulfilment({ on: null }), fulfilmentId: FULFILMENT, agreementId: CHAIR },
  },
  'employer.not-involved': {
    before: [...drafted, closeIt],
    refused: { ...agreeIt('employer'), employerId: OTHER_EMPLOYER },
    allowed: agreeIt('employer'),
  },
  'employer.unclear': {
    before: [...drafted, secondJob],
    refused: agreeIt('employer'),
    allowed: { ...agreeIt('employer'), employerId: OTHER_EMPLOYER },
  },
};
