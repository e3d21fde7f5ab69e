import type { TrajectoryEvent } from '../../../domain/trajectory/events.js';
import { type Examples, idOf, sealed } from './example.js';

/** Applications, grants, objections and approvals. */
export const trajectoryAward = {
  ApplicationReceived: {
    1: {
      applicationId: idOf('application'),
      kind: 'first',
      receivedOn: '2024-03-11',
      regime: 'medium',
      motivation: sealed('ApplicationReceived', 'motivation', 'narrative'),
      placementId: idOf('placement'),
    },
    2: {
      applicationId: idOf('application'),
      kind: 'follow-on',
      receivedOn: '2024-09-11',
      regime: 'light',
      motivation: sealed('ApplicationReceived', 'motivation', 'narrative'),
      goals: sealed('ApplicationReceived', 'goals', 'narrative'),
      placementId: idOf('placement'),
    },
  },
  ApplicationDrafted: {
    1: {
      applicationId: idOf('drafted application'),
      kind: 'change',
      placementId: idOf('second placement'),
      regime: 'light',
      dueOn: '2025-04-28',
      draftedOn: '2025-03-31',
    },
    2: {
      applicationId: idOf('drafted application'),
      kind: 'extension',
      regime: 'light',
      motivation: sealed('ApplicationDrafted', 'motivation', 'narrative'),
      goals: sealed('ApplicationDrafted', 'goals', 'narrative'),
      draftedOn: '2025-12-01',
    },
  },
  ApplicationCorrected: {
    1: {
      applicationId: idOf('application'),
      kind: 'change',
      receivedOn: '2024-03-12',
      regime: null,
      motivation: sealed('ApplicationCorrected', 'motivation', 'narrative'),
      goals: sealed('ApplicationCorrected', 'goals', 'narrative'),
      placementId: null,
      completedOn: '2024-03-26',
      reason: sealed('ApplicationCorrected', 'reason', 'narrative'),
    },
  },
  CompletionAsked: {
    1: {
      applicationId: idOf('application'),
      on: '2024-03-18',
      missing: sealed('CompletionAsked', 'missing', 'narrative'),
      evidence: sealed('CompletionAsked', 'evidence', 'narrative'),
    },
  },
  ApplicationCompleted: { 1: { applicationId: idOf('application'), on: '2024-03-25' } },
  CoachingRefused: {
    1: {
      applicationId: idOf('application'),
      decidedOn: '2024-04-02',
      reason: sealed('CoachingRefused', 'reason', 'narrative'),
      evidence: sealed('CoachingRefused', 'evidence', 'narrative'),
    },
  },
  ApplicationDecisionCorrected: {
    1: {
      applicationId: idOf('application'),
      completionAskedOn: '2024-03-19',
      missing: sealed('ApplicationDecisionCorrected', 'missing', 'narrative'),
      refusedOn: null,
      refusalReason: sealed('ApplicationDecisionCorrected', 'refusalReason', 'narrative'),
      reason: sealed('ApplicationDecisionCorrected', 'reason', 'narrative'),
      evidence: sealed('ApplicationDecisionCorrected', 'evidence', 'narrative'),
    },
  },
  CoachingGranted: {
    1: {
      grantId: idOf('grant'),
      decidedOn: '2024-04-02',
      from: '2024-03-01',
      to: '2024-08-31',
      regime: 'medium',
      minutes: 3090,
      applicationId: idOf('application'),
      placementId: idOf('placement'),
      beyondLimitMotivation: sealed('CoachingGranted', 'beyondLimitMotivation', 'narrative'),
    },
  },
  GrantCorrected: {
    1: {
      grantId: idOf('grant'),
      to: '2024-08-30',
      minutes: null,
      reason: sealed('GrantCorrected', 'reason', 'narrative'),
    },
  },
  GrantRevised: {
    1: {
      revisionId: idOf('grant revision'),
      grantId: idOf('grant'),
      decidedOn: '2024-06-03',
      to: '2024-09-30',
      regime: 'intensive',
      minutes: null,
      beyondLimitMotivation: sealed('GrantRevised', 'beyondLimitMotivation', 'narrative'),
      reason: sealed('GrantRevised', 'reason', 'narrative'),
      evidence: sealed('GrantRevised', 'evidence', 'narrative'),
    },
  },
  GrantRevisionCorrected: {
    1: {
      revisionId: idOf('grant revision'),
      grantId: idOf('grant'),
      decidedOn: '2024-06-04',
      to: null,
      minutes: 2400,
      beyondLimitMotivation: null,
      reason: sealed('GrantRevisionCorrected', 'reason', 'narrative'),
      evidence: sealed('GrantRevisionCorrected', 'evidence', 'narrative'),
    },
  },
  ObjectionLodged: {
    1: {
      objectionId: idOf('objection'),
      against: idOf('grant'),
      lodgedOn: '2024-04-15',
      grounds: sealed('ObjectionLodged', 'grounds', 'narrative'),
      by: 'employer',
      employerId: idOf('employer'),
    },
  },
  ObjectionCorrected: {
    1: {
      objectionId: idOf('objection'),
      against: idOf('application'),
      lodgedOn: '2024-04-16',
      grounds: sealed('ObjectionCorrected', 'grounds', 'narrative'),
      reason: sealed('ObjectionCorrected', 'reason', 'narrative'),
    },
  },
  ObjectionDecided: {
    1: {
      objectionId: idOf('objection'),
      decidedOn: '2024-05-20',
      result: 'upheld',
      reason: sealed('ObjectionDecided', 'reason', 'narrative'),
      evidence: sealed('ObjectionDecided', 'evidence', 'narrative'),
    },
  },
  ObjectionDecisionCorrected: {
    1: {
      objectionId: idOf('objection'),
      decidedOn: '2024-05-21',
      result: 'rejected',
      decisionReason: sealed('ObjectionDecisionCorrected', 'decisionReason', 'narrative'),
      reason: sealed('ObjectionDecisionCorrected', 'reason', 'narrative'),
      evidence: sealed('ObjectionDecisionCorrected', 'evidence', 'narrative'),
    },
  },
  CoachingDuringAbsenceApproved: {
    1: {
      approvalId: idOf('coaching approval'),
      absenceId: idOf('absence'),
      minutes: 240,
      on: '2024-11-05',
      evidence: sealed('CoachingDuringAbsenceApproved', 'evidence', 'narrative'),
    },
  },
  CoachingApprovalCorrected: {
    1: {
      approvalId: idOf('coaching approval'),
      minutes: 300,
      on: '2024-11-06',
      reason: sealed('CoachingApprovalCorrected', 'reason', 'narrative'),
      evidence: sealed('CoachingApprovalCorrected', 'evidence', 'narrative'),
    },
  },
} satisfies Partial<Examples<TrajectoryEvent>>;
