import type { RightsEvent } from '../../../domain/candidate/rights/events.js';
import { type Examples, idOf, sealed } from './example.js';

const requestId = idOf('erasure request');
const restrictionId = idOf('restriction');

export const rights: Examples<RightsEvent> = {
  ErasureAsked: { 1: { requestId, ground: 'consent-withdrawn', on: '2026-01-05' } },
  RetentionApproved: {
    1: { requestId, on: '2036-05-01', erasableFrom: '2036-04-01', decidedBy: 'coordinator-2' },
  },
  ErasureAssessed: {
    1: {
      requestId,
      decision: 'partly',
      parts: ['narrative', 'confidential'],
      exception: 'legal-duty',
      reason: sealed('ErasureAssessed', 'reason', 'narrative'),
      decidedBy: 'coordinator-2',
    },
  },
  ErasureConfirmed: {
    1: {
      requestId,
      decision: 'confirmed',
      reason: sealed('ErasureConfirmed', 'reason', 'narrative'),
      decidedBy: 'administrator-1',
      carryOutFrom: '2026-01-24',
    },
  },
  ErasureWithdrawn: {
    1: {
      requestId,
      reason: sealed('ErasureWithdrawn', 'reason', 'narrative'),
      withdrawnBy: 'administrator-1',
    },
  },
  CandidateErased: {
    1: {
      requestId,
      basis: 'request',
      ground: 'consent-withdrawn',
      parts: ['identity', 'narrative', 'confidential'],
      firstBy: 'coordinator-2',
      secondBy: 'administrator-1',
      keys: [
        {
          name: `candidate/${idOf('candidate')}/identity/1`,
          fingerprint: '0dm2t3ZyeYfBqUcLqnRr5Yk1mC2QXoQ2Wb7mXl3oF1I',
        },
      ],
    },
  },
  RestrictionAsked: {
    1: { restrictionId, reason: sealed('RestrictionAsked', 'reason', 'narrative'), on: '2026-01-05' },
  },
  RestrictionDecided: {
    1: {
      restrictionId,
      decision: 'granted',
      reason: sealed('RestrictionDecided', 'reason', 'narrative'),
      decidedBy: 'coordinator-2',
    },
  },
  RestrictionEnded: {
    1: {
      restrictionId,
      reason: sealed('RestrictionEnded', 'reason', 'narrative'),
      endedBy: 'coordinator-2',
    },
  },
  FileHeld: {
    1: {
      holdId: idOf('file hold'),
      until: '2026-12-31',
      reason: sealed('FileHeld', 'reason', 'narrative'),
      heldBy: 'coordinator-2',
    },
  },
};
