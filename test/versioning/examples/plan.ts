import type { PlanEvent } from '../../../domain/trajectory/plan/events.js';
import { type Examples, idOf, sealed } from './example.js';

const chair = {
  agreementId: idOf('agreement'),
  dueOn: '2024-05-01',
  organisedBy: 'employer',
  paidBy: 'funder',
  responsible: 'coach',
} as const;

/** The plan of approach and what became of it. */
export const plan: Examples<PlanEvent> = {
  PlanDrafted: {
    1: {
      planId: idOf('plan'),
      version: 1,
      draftedOn: '2024-03-11',
      goals: [
        { goalId: idOf('goal'), main: true, kind: 'work' },
        { goalId: idOf('second goal'), main: true },
      ],
      agreements: [chair],
      evaluationsOn: ['2024-06-03', '2024-09-02'],
      texts: sealed('PlanDrafted', 'texts', 'narrative'),
    },
  },
  PlanRevised: {
    1: {
      planId: idOf('second plan'),
      version: 2,
      draftedOn: '2024-06-10',
      goals: [{ goalId: idOf('goal'), main: true, kind: 'work' }],
      agreements: [{ ...chair, dueOn: '2024-07-01', responsible: 'other' }],
      evaluationsOn: ['2024-12-02'],
      texts: sealed('PlanRevised', 'texts', 'narrative'),
      reason: sealed('PlanRevised', 'reason', 'narrative'),
    },
  },
  PlanAgreed: {
    1: {
      answerId: idOf('answer'),
      planId: idOf('plan'),
      version: 1,
      party: 'employer',
      employerId: idOf('employer'),
      on: '2024-03-14',
      by: sealed('PlanAgreed', 'by', 'identity'),
      evidence: sealed('PlanAgreed', 'evidence', 'narrative'),
    },
  },
  PlanDeclined: {
    1: {
      answerId: idOf('declining answer'),
      planId: idOf('second plan'),
      version: 2,
      party: 'candidate',
      on: '2024-06-12',
      reason: sealed('PlanDeclined', 'reason', 'narrative'),
      evidence: sealed('PlanDeclined', 'evidence', 'narrative'),
    },
  },
  PlanRequested: {
    1: {
      requestId: idOf('plan request'),
      requestedOn: '2024-01-15',
      reason: sealed('PlanRequested', 'reason', 'narrative'),
    },
  },
  GoalReached: {
    1: {
      outcomeId: idOf('goal outcome'),
      goalId: idOf('goal'),
      on: '2024-08-30',
      remark: sealed('GoalReached', 'remark', 'narrative'),
    },
  },
  GoalDropped: {
    1: {
      outcomeId: idOf('second goal outcome'),
      goalId: idOf('second goal'),
      on: '2024-05-31',
      reason: sealed('GoalDropped', 'reason', 'narrative'),
    },
  },
  GoalOutcomeCorrected: {
    1: {
      outcomeId: idOf('goal outcome'),
      goalId: idOf('goal'),
      on: null,
      remark: sealed('GoalOutcomeCorrected', 'remark', 'narrative'),
      reason: sealed('GoalOutcomeCorrected', 'reason', 'narrative'),
    },
  },
  AgreementFulfilled: {
    1: {
      fulfilmentId: idOf('fulfilment'),
      agreementId: idOf('agreement'),
      on: '2024-04-22',
      remark: sealed('AgreementFulfilled', 'remark', 'narrative'),
    },
  },
  AgreementFulfilmentCorrected: {
    1: {
      fulfilmentId: idOf('fulfilment'),
      agreementId: idOf('agreement'),
      on: '2024-04-29',
      remark: null,
      reason: sealed('AgreementFulfilmentCorrected', 'reason', 'narrative'),
    },
  },
};
