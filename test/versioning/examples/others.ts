import type { CandidateEvent } from '../../../domain/candidate/events.js';
import type { CoachEvent } from '../../../domain/coach/events.js';
import type { EmployerEvent } from '../../../domain/employer/events.js';
import type { FunderEvent } from '../../../domain/funder/events.js';
import type { OrganisationEvent } from '../../../domain/organisation/events.js';
import { type Examples, idOf, sealed } from './example.js';
import { storedRuleSet, storedRuleSetOfFirstShape } from './stored-rule-set.js';

const coach = `coach/${idOf('coach')}`;

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
};

export const employer: Examples<EmployerEvent> = {
  EmployerRegistered: { 1: { name: 'Kwekerij De Linde', kvkNumber: '87654321' } },
};

export const funder: Examples<FunderEvent> = {
  FunderRegistered: { 1: { name: 'Gemeente Voorbeeld', kind: 'municipality' } },
  RuleSetAdopted: {
    1: { version: 2, effectiveOn: '2025-01-01', ruleSet: storedRuleSetOfFirstShape },
    2: { version: 2, effectiveOn: '2025-01-01', ruleSet: storedRuleSet },
  },
};
