import type { TrajectoryEvent } from '../../../domain/trajectory/events.js';
import { type Examples, idOf, sealed } from './example.js';

/** Opening and coaches. */
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
} satisfies Partial<Examples<TrajectoryEvent>>;
