import { describe, expect, it } from '@jest/globals';
import type { JobChange } from '../../../domain/continuity/continuity.js';
import { summarise } from '../../../domain/continuity/index.js';

const change = (more: Partial<JobChange>): JobChange => ({
  from: 'A',
  to: 'B',
  endedOn: '2023-12-31',
  startedOn: '2024-01-01',
  gapDays: 0,
  coachKept: 'same',
  firstContactOn: null,
  firstEmployerContactOn: null,
  daysWithoutContact: 0,
  unfundedDays: 0,
  continuous: true,
  ...more,
});

describe('job changes summed up over a year (reading 50)', () => {
  it('are those whose new first day is in the year', () => {
    const changes = [
      change({ startedOn: '2023-12-31' }),
      change({}),
      change({ startedOn: '2024-12-31' }),
      change({ startedOn: '2025-01-01' }),
    ];
    expect(summarise(changes, 2024).jobChanges).toBe(2);
  });

  it('have the same and a substituted coach as kept', () => {
    const changes = (['same', 'substituted', 'other', 'none', 'none'] as const).map((coachKept) =>
      change({ coachKept, continuous: false }),
    );
    expect(summarise(changes, 2024).keptShare).toBe(0.4);
  });

  it('have as median the middle one, or the mean of the middle two', () => {
    const days = (...values: number[]) =>
      summarise(
        values.map((daysWithoutContact) => change({ daysWithoutContact })),
        2024,
      ).medianDaysWithoutContact;
    expect(days(100, 3, 8)).toBe(8);
    expect(days(100, 3, 8, 9)).toBe(8.5);
    expect(days(7)).toBe(7);
  });

  it('count undecided ones in no share and no median, but their unfunded days all the same (reading 29)', () => {
    const changes = [
      change({ coachKept: 'other', continuous: false, daysWithoutContact: 40, unfundedDays: 5 }),
      change({ continuous: null, daysWithoutContact: 2, unfundedDays: 3 }),
    ];
    expect(summarise(changes, 2024)).toEqual({
      jobChanges: 2,
      undecided: 1,
      keptShare: 0,
      medianDaysWithoutContact: 40,
      unfundedDays: 8,
    });
  });

  it('say nothing where there are none', () => {
    expect(summarise([], 2024)).toEqual({
      jobChanges: 0,
      undecided: 0,
      keptShare: null,
      medianDaysWithoutContact: null,
      unfundedDays: 0,
    });
  });
});
