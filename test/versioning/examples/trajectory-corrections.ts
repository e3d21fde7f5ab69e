import type { TrajectoryEvent } from '../../../domain/trajectory/events.js';
import { type Examples, idOf, sealed } from './example.js';

/** Corrections of contacts, substitutions, namings, changes of organisation or rules, and fit notes. */
export const trajectoryCorrections = {
  EmployerContactCorrected: {
    1: {
      contactId: idOf('contact'),
      employerId: idOf('second employer'),
      on: '2024-04-10',
      minutes: 25,
      kind: 'advice',
      initiatedBy: null,
      summary: sealed('EmployerContactCorrected', 'summary', 'narrative'),
      reason: sealed('EmployerContactCorrected', 'reason', 'narrative'),
    },
  },
  SubstitutionCorrected: {
    1: {
      substitutionId: idOf('substitution'),
      coachId: idOf('third coach'),
      from: '2024-07-16',
      until: null,
      reason: sealed('SubstitutionCorrected', 'reason', 'narrative'),
    },
  },
  CaseDirectorCorrected: {
    1: {
      namingId: idOf('naming'),
      name: sealed('CaseDirectorCorrected', 'name', 'identity'),
      from: '2024-03-04',
      reason: sealed('CaseDirectorCorrected', 'reason', 'narrative'),
      evidence: sealed('CaseDirectorCorrected', 'evidence', 'narrative'),
    },
  },
  CaseManagerCorrected: {
    1: {
      namingId: idOf('case manager naming'),
      name: sealed('CaseManagerCorrected', 'name', 'identity'),
      from: '2024-03-04',
      reason: sealed('CaseManagerCorrected', 'reason', 'narrative'),
      evidence: sealed('CaseManagerCorrected', 'evidence', 'narrative'),
    },
  },
  OrganisationChangeCorrected: {
    1: {
      changeId: idOf('organisation change'),
      organisationId: idOf('third organisation'),
      on: '2025-03-10',
      candidateChose: false,
      reason: sealed('OrganisationChangeCorrected', 'reason', 'narrative'),
      evidence: sealed('OrganisationChangeCorrected', 'evidence', 'narrative'),
    },
  },
  RuleSetMoveCorrected: {
    1: {
      moveId: idOf('rule-set move'),
      ruleSet: { name: 'municipal-3y', version: 3 },
      on: '2025-07-02',
      reason: sealed('RuleSetMoveCorrected', 'reason', 'narrative'),
      evidence: sealed('RuleSetMoveCorrected', 'evidence', 'narrative'),
    },
  },
  FitNoteCorrected: {
    1: {
      fitId: idOf('fit note'),
      placementId: idOf('second placement'),
      fits: sealed('FitNoteCorrected', 'fits', 'narrative'),
      doesNotFit: sealed('FitNoteCorrected', 'doesNotFit', 'narrative'),
      adjustments: sealed('FitNoteCorrected', 'adjustments', 'narrative'),
      shareWithNext: sealed('FitNoteCorrected', 'shareWithNext', 'narrative'),
      reason: sealed('FitNoteCorrected', 'reason', 'narrative'),
    },
  },
} satisfies Partial<Examples<TrajectoryEvent>>;
