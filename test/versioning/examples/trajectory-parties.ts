import type { TrajectoryEvent } from '../../../domain/trajectory/events.js';
import { type Examples, idOf, sealed } from './example.js';

/** Opening, coaches, applications and grants. */
/** Opening, coaches, closing. */
export const trajectoryParties = {
  TrajectoryOpened: {
    1: {
      trajectoryId: idOf('trajectory'),
      candidateId: idOf('candidate'),
      funderId: idOf('funder'),
      organisationId: idOf('organisation'),
      ruleSet: { name: 'municipal-2y', version: 1 },
      openedOn: '2024-02-29',
      continues: idOf('earlier trajectory'),
    },
  },
  CoachAssigned: {
    1: {
      assignmentId: idOf('assignment'),
      coachId: idOf('coach'),
      from: '2024-03-01',
      until: '2025-12-31',
      chosenBy: 'candidate',
    },
  },
  CoachAssignmentCorrected: {
    1: {
      assignmentId: idOf('assignment'),
      from: '2024-03-04',
      until: null,
      reason: sealed('CoachAssignmentCorrected', 'reason', 'narrative'),
    },
  },
  CoachSubstituted: {
    1: {
      substitutionId: idOf('substitution'),
      coachId: idOf('second coach'),
      from: '2024-07-15',
      until: '2024-08-30',
      reason: sealed('CoachSubstituted', 'reason', 'narrative'),
    },
  },
  SubstitutionEnded: { 1: { substitutionId: idOf('substitution'), endedOn: '2024-08-16' } },
  CoachHandedOver: {
    1: {
      handoverId: idOf('handover'),
      fromCoachId: idOf('coach'),
      toCoachId: idOf('second coach'),
      on: '2025-02-03',
      reason: sealed('CoachHandedOver', 'reason', 'narrative'),
      candidateAgreed: true,
    },
  },
  CaseDirectorNamed: {
    1: {
      namingId: idOf('naming'),
      name: sealed('CaseDirectorNamed', 'name', 'identity'),
      from: '2024-03-01',
    },
  },
  CaseManagerNamed: {
    1: {
      namingId: idOf('case manager naming'),
      name: sealed('CaseManagerNamed', 'name', 'identity'),
      from: '2024-03-01',
      evidence: sealed('CaseManagerNamed', 'evidence', 'narrative'),
    },
  },
  OrganisationChanged: {
    1: {
      changeId: idOf('organisation change'),
      organisationId: idOf('second organisation'),
      on: '2025-03-03',
      reason: sealed('OrganisationChanged', 'reason', 'narrative'),
      candidateChose: true,
      evidence: sealed('OrganisationChanged', 'evidence', 'narrative'),
    },
  },
  RuleSetMoved: {
    1: {
      moveId: idOf('rule-set move'),
      ruleSet: { name: 'municipal-3y', version: 2 },
      on: '2025-07-01',
      reason: sealed('RuleSetMoved', 'reason', 'narrative'),
      evidence: sealed('RuleSetMoved', 'evidence', 'narrative'),
    },
  },
  ApplicationReceived: {
    1: {
      applicationId: idOf('application'),
      kind: 'first',
      receivedOn: '2024-03-11',
      regime: 'medium',
      motivation: sealed('ApplicationReceived', 'motivation', 'narrative'),
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
  TrajectoryClosed: {
    1: {
      on: '2025-12-31',
      reason: sealed('TrajectoryClosed', 'reason', 'narrative'),
      result: sealed('TrajectoryClosed', 'result', 'narrative'),
    },
  },
} satisfies Partial<Examples<TrajectoryEvent>>;
