import type { CandidateEvent } from '../../../domain/candidate/events.js';
import type { CoachEvent } from '../../../domain/coach/events.js';
import type { EmployerEvent } from '../../../domain/employer/events.js';
import type { FunderEvent } from '../../../domain/funder/events.js';
import type { OrganisationEvent } from '../../../domain/organisation/events.js';
import { type Examples, idOf, sealed } from './example.js';
import { mergeExamples } from './merges.js';
import { rights } from './rights.js';
import { storedRuleSet, storedRuleSetOfFirstShape } from './stored-rule-set.js';

const coach = `coach/${idOf('coach')}`;
const ofEmployer = `employer/${idOf('employer')}`;
const ofOrganisation = `organisation/${idOf('organisation')}`;
const candidateMerge = mergeExamples('Candidate', `candidate/${idOf('candidate')}`, idOf('candidate'));
const employerMerge = mergeExamples('Employer', ofEmployer, idOf('employer'));

export const candidate: Examples<CandidateEvent> = {
  CandidateRegistered: {
    1: {
      name: sealed('CandidateRegistered', 'name', 'identity'),
      reference: sealed('CandidateRegistered', 'reference', 'identity'),
      contact: sealed('CandidateRegistered', 'contact', 'identity'),
      legalRepresentative: sealed('CandidateRegistered', 'legalRepresentative', 'identity'),
      organisationId: idOf('organisation'),
    },
  },
  ConsentStated: {
    1: {
      consentId: idOf('consent'),
      purpose: sealed('ConsentStated', 'purpose', 'narrative'),
      given: true,
      on: '2024-03-04',
    },
  },
  ConsentCorrected: {
    1: {
      consentId: idOf('consent'),
      on: '2024-03-05',
      purpose: sealed('ConsentCorrected', 'purpose', 'narrative'),
      reason: sealed('ConsentCorrected', 'reason', 'narrative'),
    },
  },
  ContactPreferenceStated: { 1: { preferenceId: idOf('contact preference'), channel: 'text-message' } },
  CandidateMerged: { 1: candidateMerge.merged },
  CandidateMergeWithdrawn: { 1: candidateMerge.withdrawn },
  CandidateMarkedDuplicate: { 1: candidateMerge.marked },
  CandidateUnmarkedDuplicate: { 1: candidateMerge.unmarked },
  ...rights,
};

export const coaches: Examples<CoachEvent> = {
  CoachRegistered: {
    1: { name: sealed('CoachRegistered', 'name', 'identity', coach), organisationId: idOf('organisation') },
  },
  CoachEmployed: {
    1: { employmentId: idOf('employment'), organisationId: idOf('organisation'), from: '2023-01-01' },
  },
  CoachRecognised: {
    1: {
      recognitionId: idOf('recognition'),
      kind: 'register-jobcoach',
      issuer: 'Register Jobcoach',
      from: '2023-06-01',
      until: '2026-05-31',
    },
  },
  CoachRecognitionEnded: {
    1: {
      recognitionId: idOf('recognition'),
      endedOn: '2025-06-30',
      reason: sealed('CoachRecognitionEnded', 'reason', 'narrative', coach),
    },
  },
  TieDeclared: {
    1: {
      tieId: idOf('tie'),
      kind: 'colleague',
      candidateId: idOf('other candidate'),
      employerId: idOf('employer'),
      from: '2022-05-01',
      until: '2023-12-31',
    },
  },
  CoachAway: { 1: { absenceId: idOf('coach away'), from: '2024-07-15', until: '2024-08-30' } },
  CoachEmploymentCorrected: {
    1: {
      employmentId: idOf('employment'),
      from: '2023-02-01',
      reason: sealed('CoachEmploymentCorrected', 'reason', 'narrative', coach),
    },
  },
  CoachRecognitionCorrected: {
    1: {
      recognitionId: idOf('recognition'),
      issuer: 'Noloc',
      endedOn: null,
      reason: sealed('CoachRecognitionCorrected', 'reason', 'narrative', coach),
    },
  },
  TieEnded: { 1: { tieId: idOf('tie'), endedOn: '2023-06-30' } },
  TieCorrected: {
    1: {
      tieId: idOf('tie'),
      candidateId: null,
      kind: 'manager',
      reason: sealed('TieCorrected', 'reason', 'narrative', coach),
    },
  },
  CoachReturned: { 1: { absenceId: idOf('coach away'), endedOn: '2024-08-09' } },
  CoachAwayCorrected: {
    1: {
      absenceId: idOf('coach away'),
      until: null,
      reason: sealed('CoachAwayCorrected', 'reason', 'narrative', coach),
    },
  },
};

export const organisation: Examples<OrganisationEvent> = {
  OrganisationRegistered: { 1: { name: 'Samen aan het werk', kvkNumber: '12345678' } },
  OrganisationRecognised: {
    1: {
      recognitionId: idOf('organisation recognition'),
      kind: 'keurmerk',
      issuer: 'Blik op Werk',
      from: '2023-01-01',
      until: '2025-12-31',
    },
  },
  OrganisationRecognitionEnded: {
    1: {
      recognitionId: idOf('organisation recognition'),
      endedOn: '2025-03-31',
      reason: 'Niet opnieuw aangevraagd',
    },
  },
  OrganisationRecognitionCorrected: {
    1: {
      recognitionId: idOf('organisation recognition'),
      until: null,
      reason: sealed('OrganisationRecognitionCorrected', 'reason', 'narrative', ofOrganisation),
    },
  },
  ComplaintReceived: {
    1: {
      complaintId: idOf('complaint'),
      on: '2024-05-13',
      summary: sealed('ComplaintReceived', 'summary', 'narrative', ofOrganisation),
    },
  },
  ComplaintCorrected: {
    1: {
      complaintId: idOf('complaint'),
      on: '2024-05-14',
      summary: sealed('ComplaintCorrected', 'summary', 'narrative', ofOrganisation),
      reason: sealed('ComplaintCorrected', 'reason', 'narrative', ofOrganisation),
    },
  },
};

export const employer: Examples<EmployerEvent> = {
  EmployerRegistered: { 1: { name: 'Kwekerij De Linde', kvkNumber: '87654321' } },
  ContactPersonNamed: {
    1: {
      contactPersonId: idOf('contact person'),
      name: sealed('ContactPersonNamed', 'name', 'identity', ofEmployer),
      phone: sealed('ContactPersonNamed', 'phone', 'identity', ofEmployer),
      email: sealed('ContactPersonNamed', 'email', 'identity', ofEmployer),
      from: '2024-01-01',
      until: '2024-12-31',
    },
  },
  ContactPersonLeft: { 1: { contactPersonId: idOf('contact person'), endedOn: '2024-10-31' } },
  ContactPersonCorrected: {
    1: {
      contactPersonId: idOf('contact person'),
      name: sealed('ContactPersonCorrected', 'name', 'identity', ofEmployer),
      phone: null,
      until: null,
      reason: sealed('ContactPersonCorrected', 'reason', 'narrative', ofEmployer),
    },
  },
  CoachPreferred: {
    1: {
      preferenceId: idOf('coach preference'),
      coachId: idOf('coach'),
      from: '2024-02-01',
      until: '2024-12-31',
    },
  },
  CoachPreferenceEnded: { 1: { preferenceId: idOf('coach preference'), endedOn: '2024-09-30' } },
  CoachPreferenceCorrected: {
    1: {
      preferenceId: idOf('coach preference'),
      coachId: idOf('second coach'),
      until: null,
      reason: sealed('CoachPreferenceCorrected', 'reason', 'narrative', ofEmployer),
    },
  },
  EmployerMerged: { 1: employerMerge.merged },
  EmployerMergeWithdrawn: { 1: employerMerge.withdrawn },
  EmployerMarkedDuplicate: { 1: employerMerge.marked },
  EmployerUnmarkedDuplicate: { 1: employerMerge.unmarked },
};

export const funder: Examples<FunderEvent> = {
  FunderRegistered: { 1: { name: 'Gemeente Voorbeeld', kind: 'municipality' } },
  RuleSetAdopted: {
    1: { version: 2, effectiveOn: '2025-01-01', ruleSet: storedRuleSetOfFirstShape },
    2: { version: 2, effectiveOn: '2025-01-01', ruleSet: storedRuleSet },
  },
};
