import type { TrajectoryEvent } from '../../../domain/trajectory/events.js';
import { type Examples, idOf, sealed } from './example.js';

/** Hours approved, declared and settled. */
export const trajectoryAccounts = {
  HoursApproved: {
    1: {
      approvalId: idOf('hours approval'),
      from: '2024-03-01',
      to: '2024-03-31',
      approvedOn: '2024-04-02',
      approvedSessions: [
        { sessionId: idOf('session'), minutes: 90 },
        { sessionId: idOf('group session'), minutes: 20 },
      ],
    },
  },
  HoursApprovalCorrected: {
    1: {
      approvalId: idOf('hours approval'),
      reason: sealed('HoursApprovalCorrected', 'reason', 'narrative'),
      to: '2024-03-15',
      withdrawn: false,
      approvedSessions: [{ sessionId: idOf('session'), minutes: 90 }],
    },
  },
  DeclarationSubmitted: {
    1: {
      declarationId: idOf('declaration'),
      from: '2024-03-01',
      to: '2024-03-31',
      minutes: 110,
      amountCents: 13_700,
      rateCents: 7_478,
      submittedOn: '2024-04-05',
      declaredSessions: [
        { sessionId: idOf('session'), minutes: 90 },
        { sessionId: idOf('group session'), minutes: 20 },
      ],
    },
  },
  DeclarationCorrected: {
    1: {
      declarationId: idOf('declaration'),
      reason: sealed('DeclarationCorrected', 'reason', 'narrative'),
      minutes: 90,
      amountCents: null,
      declaredSessions: [{ sessionId: idOf('session'), minutes: 90 }],
    },
  },
  DeclarationSettled: {
    1: {
      declarationId: idOf('declaration'),
      settlementId: idOf('settlement'),
      on: '2024-05-02',
      minutes: 75,
      amountCents: 9_347,
      reason: sealed('DeclarationSettled', 'reason', 'narrative'),
      changedMinutes: -15,
    },
  },
} satisfies Partial<Examples<TrajectoryEvent>>;
