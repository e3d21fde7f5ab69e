import { describe, expect, it } from '@jest/globals';
import type { RecordedProof } from '../../../domain/award/recorded-proof.js';
import {
  checkAssessment,
  checkEvaluation,
  checkLogbook,
  checkPlan,
} from '../../../domain/award/requirements.js';

const NOTHING: RecordedProof = { plans: [], sessions: [], evaluations: [] };
const PERIOD = { from: '2024-03-01', to: '2024-08-31' } as const;
const ON = '2024-09-15';

describe('a plan', () => {
  it('counts once its latest version is agreed by all', () => {
    const first = { version: 1, draftedOn: '2024-03-01', agreedByAllOn: '2024-03-10' } as const;
    const second = { version: 2, draftedOn: '2024-09-01' } as const;
    expect(checkPlan(NOTHING, ON)).toEqual({ requirement: 'plan', present: false, lack: 'not-recorded' });
    expect(checkPlan({ ...NOTHING, plans: [first] }, ON)).toEqual({
      requirement: 'plan',
      present: true,
      shownBy: [{ kind: 'plan', version: 1, on: '2024-03-10' }],
    });
    expect(checkPlan({ ...NOTHING, plans: [second, first] }, ON)).toMatchObject({ lack: 'not-agreed' });
    expect(checkPlan({ ...NOTHING, plans: [second, first] }, '2024-08-31')).toMatchObject({ present: true });
    expect(checkPlan({ ...NOTHING, plans: [first] }, '2024-03-09')).toMatchObject({ lack: 'not-agreed' });
  });
});

describe('a logbook', () => {
  const sessions = [
    { id: 's', on: '2024-03-01' },
    { id: 't', on: '2024-08-31' },
    { id: 'u', on: '2024-09-01' },
  ] as const;
  const whole = { id: 'h', from: '2024-03-01', to: '2024-08-31', on: '2024-09-10' } as const;

  it('is signed when the hours of every day with a session in the period were approved', () => {
    const signed = { ...NOTHING, sessions, hoursApprovals: [whole] };
    expect(checkLogbook(signed, PERIOD, ON)).toEqual({
      requirement: 'logbook',
      present: true,
      shownBy: [{ kind: 'hours-approval', id: 'h', on: '2024-09-10' }],
    });
    expect(checkLogbook(signed, PERIOD, '2024-09-09')).toMatchObject({ lack: 'not-approved' });
    const shorter = { ...signed, hoursApprovals: [{ ...whole, to: '2024-08-30' } as const] };
    expect(checkLogbook(shorter, PERIOD, ON)).toMatchObject({ lack: 'not-approved' });
    expect(checkLogbook({ ...NOTHING, sessions }, PERIOD, ON)).toMatchObject({ lack: 'not-approved' });
  });

  it('is missing without a session in the period, or without a period', () => {
    const outside = { ...NOTHING, sessions: sessions.slice(2), hoursApprovals: [whole] };
    expect(checkLogbook(outside, PERIOD, ON)).toMatchObject({ lack: 'not-recorded' });
    expect(checkLogbook({ ...NOTHING, sessions }, undefined, ON)).toMatchObject({
      lack: 'no-granted-period',
    });
  });
});

describe('an assessment', () => {
  const given = { id: 'b', by: 'candidate', on: '2024-09-14' } as const;

  it('is of each of the two apart, in the period or after it', () => {
    const proof = { ...NOTHING, assessments: [given] };
    expect(checkAssessment(proof, 'candidate', PERIOD, ON)).toEqual({
      requirement: 'candidate-assessment',
      present: true,
      shownBy: [{ kind: 'assessment', id: 'b', on: '2024-09-14' }],
    });
    expect(checkAssessment(proof, 'employer', PERIOD, ON)).toMatchObject({ lack: 'not-recorded' });
    expect(checkAssessment(proof, 'candidate', PERIOD, '2024-09-13')).toMatchObject({ lack: 'not-recorded' });
    const earlier = { ...NOTHING, assessments: [{ ...given, on: '2024-02-29' } as const] };
    expect(checkAssessment(earlier, 'candidate', PERIOD, ON)).toMatchObject({ lack: 'not-recorded' });
    expect(checkAssessment(proof, 'candidate', undefined, ON)).toMatchObject({ lack: 'no-granted-period' });
  });
});

describe('an evaluation', () => {
  it('counts for as long as the rule set lets pass between two', () => {
    const proof = { ...NOTHING, evaluations: [{ on: '2024-01-10' }, { id: 'e', on: '2024-03-15' }] as const };
    expect(checkEvaluation(proof, 'P6M', '2024-09-15')).toEqual({
      requirement: 'evaluation',
      present: true,
      shownBy: [{ kind: 'evaluation', id: 'e', on: '2024-03-15' }],
    });
    expect(checkEvaluation(proof, 'P6M', '2024-09-16')).toMatchObject({ lack: 'out-of-date' });
    expect(checkEvaluation(proof, 'P6M', '2024-01-09')).toMatchObject({ lack: 'not-recorded' });
  });
});
