import { describe, expect, it } from '@jest/globals';
import { accountFor } from '../../../domain/accountability/account-for.js';
import type { AccountabilityInput } from '../../../domain/accountability/accountability.js';
import type { Session } from '../../../domain/trajectory/facts.js';

const session = (id: string, on: Session['on'], terms: Partial<Session> = {}): Session => ({
  id,
  coachId: 'coach-1',
  on,
  minutes: 60,
  groupSize: 1,
  activity: 'guidance-at-work',
  form: 'workplace',
  withdrawn: false,
  ...terms,
});

const nothing: AccountabilityInput = {
  from: '2024-03-01',
  to: '2024-08-31',
  form: 'uwv',
  sessions: [],
  employerContacts: [],
  absences: [],
  grants: [],
  goals: [],
  evaluations: [],
  assessments: [],
  hours: { grantedMinutes: null, usedMinutes: 0, approvedMinutes: 0, declaredMinutes: 0 },
};

const reportOf = (input: Partial<AccountabilityInput>) => accountFor({ ...nothing, ...input });

describe('the logbook of an accountability report', () => {
  it('holds the sessions of the period in order of day and time, the first and the last day included', () => {
    const { logbook } = reportOf({
      sessions: [
        session('late', '2024-08-31'),
        session('after', '2024-09-01'),
        session('afternoon', '2024-03-01', { startsAt: '14:00' }),
        session('before', '2024-02-29'),
        session('some time', '2024-03-01'),
        session('morning', '2024-03-01', { startsAt: '09:15' }),
      ],
    });
    expect(logbook.map(({ sessionId }) => sessionId)).toEqual(['morning', 'afternoon', 'some time', 'late']);
  });

  it('leaves out what was withdrawn, and shares the time of a group (UWV 2014, example 14: 120 minutes with 6 is 20)', () => {
    const { logbook, activities } = reportOf({
      sessions: [
        session('withdrawn', '2024-04-02', { withdrawn: true }),
        session('group', '2024-04-03', { minutes: 120, groupSize: 6, form: 'group' }),
      ],
    });
    expect(logbook.map(({ sessionId, minutes }) => [sessionId, minutes])).toEqual([['group', 20]]);
    expect(activities).toEqual([{ activity: 'guidance-at-work', sessions: 1, minutes: 20 }]);
  });

  it('is added up per activity in the order of the list, and per coach with who coached most first', () => {
    const { activities, coaches } = reportOf({
      sessions: [
        session('1', '2024-04-02', { activity: 'guiding-manager', minutes: 30, coachId: 'coach-2' }),
        session('2', '2024-04-03', { activity: 'introduction', minutes: 45 }),
        session('3', '2024-04-04', { activity: 'introduction', minutes: 15 }),
      ],
    });
    expect(activities).toEqual([
      { activity: 'introduction', sessions: 2, minutes: 60 },
      { activity: 'guiding-manager', sessions: 1, minutes: 30 },
    ]);
    expect(coaches).toEqual([
      { coachId: 'coach-1', sessions: 2, minutes: 60 },
      { coachId: 'coach-2', sessions: 1, minutes: 30 },
    ]);
  });
});

describe('the absence in an accountability report', () => {
  it.each([
    // what was reported, what the period shows
    [[{ from: '2024-03-04', until: '2024-03-31' }], [['2024-03-04', '2024-03-31', 28, false]]],
    [[{ from: '2024-03-04', until: '2024-04-01' }], [['2024-03-04', '2024-04-01', 29, true]]],
    [[{ from: '2024-02-05', until: '2024-03-04' }], [['2024-03-01', '2024-03-04', 4, true]]],
    [[{ from: '2024-08-20' }], [['2024-08-20', '2024-08-31', 12, false]]],
    [[{ from: '2024-09-01', until: '2024-09-05' }], []],
  ] as const)('%j is %j', (absences, shown) => {
    const found = reportOf({ absences }).absences.map(({ from, to, days, overFourWeeks }) => [
      from,
      to,
      days,
      overFourWeeks,
    ]);
    expect(found).toEqual(shown);
  });

  it('is one where there is no day in between (reading 49)', () => {
    const { absences } = reportOf({
      absences: [
        { from: '2024-03-18', until: '2024-04-01' },
        { from: '2024-03-04', until: '2024-03-17' },
      ],
    });
    expect(absences).toEqual([{ from: '2024-03-04', to: '2024-04-01', days: 29, overFourWeeks: true }]);
  });
});

describe('what an accountability report says of results', () => {
  it('names the main goals first', () => {
    const goal = (id: string, main: boolean) => ({ id, main, state: 'open' as const, on: null });
    const { goals } = reportOf({ goals: [goal('extra', false), goal('one', true), goal('two', true)] });
    expect(goals.map(({ id }) => id)).toEqual(['one', 'two', 'extra']);
  });

  it('keeps the scores of candidate and employer apart', () => {
    const score = (id: string, by: 'candidate' | 'employer', value: number) =>
      ({ id, by, on: '2024-08-20', score: value }) as const;
    const { candidateAssessments, employerAssessments } = reportOf({
      assessments: [
        score('1', 'candidate', 8),
        score('2', 'candidate', 7),
        score('3', 'employer', 6),
        { ...score('4', 'employer', 1), on: '2024-09-01' },
      ],
    });
    expect(candidateAssessments.meanTenths).toBe(75);
    expect(employerAssessments.meanTenths).toBe(60);
    expect(employerAssessments.given.map(({ id }) => id)).toEqual(['3']);
    expect(reportOf({}).candidateAssessments.meanTenths).toBeNull();
  });

  it('shows each grant of the period as it was last decided', () => {
    const decision = (from: string, to: string, minutes?: number) =>
      ({
        decidedOn: '2024-02-20',
        from,
        to,
        regime: 'medium',
        beyondLimit: false,
        ...(minutes && { minutes }),
      }) as never;
    const { grants } = reportOf({
      grants: [
        { id: 'next', decisions: [decision('2024-09-01', '2025-02-28')] },
        {
          id: 'this',
          decisions: [decision('2024-03-01', '2024-08-31'), decision('2024-03-01', '2024-08-31', 1560)],
        },
        { id: 'earlier', decisions: [decision('2023-09-01', '2024-02-29')] },
      ],
    });
    expect(grants).toEqual([
      { grantId: 'this', from: '2024-03-01', to: '2024-08-31', regime: 'medium', minutes: 1560 },
    ]);
  });
});

describe('what is missing from an accountability report', () => {
  const whole: Partial<AccountabilityInput> = {
    sessions: [session('1', '2024-04-02')],
    goals: [{ id: 'goal', main: true, state: 'reached', on: '2024-06-01' }],
    evaluations: [{ id: 'evaluation', kind: 'half-year', on: '2024-08-20', resultCode: 2 }],
    assessments: [
      { id: 'a', by: 'candidate', on: '2024-08-20', score: 8 },
      { id: 'b', by: 'employer', on: '2024-08-21', score: 7 },
    ],
    hours: { grantedMinutes: 1560, usedMinutes: 60, approvedMinutes: 60, declaredMinutes: 0 },
  };

  it('is nothing when all was recorded', () => {
    expect(reportOf(whole).missing).toEqual([]);
  });

  it('is named, each thing apart', () => {
    expect(reportOf({ ...whole, sessions: [] }).missing).toEqual(['logbook']);
    expect(reportOf({ ...whole, goals: [] }).missing).toEqual(['plan']);
    expect(reportOf({ ...whole, evaluations: [] }).missing).toEqual(['evaluation']);
    expect(reportOf({ ...whole, assessments: [] }).missing).toEqual([
      'candidate-assessment',
      'employer-assessment',
    ]);
    const hours = { grantedMinutes: 1560, usedMinutes: 60, approvedMinutes: 59, declaredMinutes: 0 };
    expect(reportOf({ ...whole, hours }).missing).toEqual(['approved-hours']);
  });

  it('is not an opinion where the form of municipalities does not ask for it', () => {
    expect(reportOf({ ...whole, assessments: [], form: 'municipality' }).missing).toEqual([]);
  });
});
