import { describe, expect, it } from '@jest/globals';
import { accountFor } from '../../../domain/accountability/account-for.js';
import { withOpinionsSeen } from '../../../domain/accountability/shown-assessments.js';

const reportWith = (count: number) =>
  accountFor({
    from: '2024-03-01',
    to: '2024-08-31',
    form: 'uwv',
    sessions: [],
    employerContacts: [],
    absences: [],
    grants: [],
    goals: [],
    evaluations: [],
    assessments: Array.from({ length: count }, (_, index) => ({
      id: `opinion-${index}`,
      by: 'candidate' as const,
      on: '2024-06-03' as const,
      score: 7,
    })),
    hours: { grantedMinutes: null, usedMinutes: 0, approvedMinutes: 0, declaredMinutes: 0 },
  });

describe('the opinions in an accountability report', () => {
  it.each([
    [4, null],
    [5, 70],
  ])(
    'of %d candidates are the mean %p to a coach (domain.md section 9: from five on)',
    (count, meanTenths) => {
      expect(withOpinionsSeen(reportWith(count), 'none').candidateAssessments).toEqual({
        given: [],
        meanTenths,
      });
    },
  );

  it('that are missing are told to nobody who may not see them', () => {
    const { missing } = reportWith(0);
    expect(missing).toEqual(expect.arrayContaining(['candidate-assessment', 'employer-assessment']));
    expect(withOpinionsSeen(reportWith(0), 'none').missing).not.toEqual(
      expect.arrayContaining([expect.stringContaining('assessment')]),
    );
    expect(withOpinionsSeen(reportWith(0), 'of-candidate').missing).toContain('candidate-assessment');
  });

  it('are all there to who may see all', () => {
    expect(withOpinionsSeen(reportWith(2), 'all')).toEqual(reportWith(2));
  });
});
