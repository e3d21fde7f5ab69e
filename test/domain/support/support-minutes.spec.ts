import { describe, expect, it } from '@jest/globals';
import { supportMinutesOf } from '../../../domain/support/support-minutes.js';
import type { TrajectoryFacts } from '../../../domain/trajectory/facts.js';
import { grant, session, trajectory } from '../limits/facts-of.js';

const ON = '2027-01-01' as const;

function minutesOf(facts: Partial<TrajectoryFacts>, ...sessions: ReturnType<typeof session>[]) {
  return supportMinutesOf(trajectory(facts, sessions), ON);
}

const beyond = { regime: 'very-light', beyondLimit: true } as const;

describe('minutes of support', () => {
  it('are coaching, the share of a group rounded down, withdrawn and later ones left out', () => {
    const sessions = [
      session('1', '2024-03-01', 90),
      session('2', '2024-03-02', 100, { groupSize: 3 }),
      session('3', '2024-03-03', 60, { withdrawn: true }),
      session('4', '2027-01-02', 60),
    ];
    expect(minutesOf({}, ...sessions)).toEqual({ coaching: 123, structuralSupport: 0, aftercare: 0 });
  });

  it('are structural on days that a very light grant beyond the limit covers, first and last day included', () => {
    const grants = [grant('g', '2026-01-01', '2026-06-30', beyond)];
    const days = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'] as const;
    const sessions = days.map((day, index) => session(`${index}`, day, 30));
    expect(minutesOf({ grants }, ...sessions)).toEqual({ coaching: 60, structuralSupport: 60, aftercare: 0 });
  });

  it.each([
    ['a heavier regime', { regime: 'light', beyondLimit: true }],
    ['no motivation beyond the limit', { regime: 'very-light', beyondLimit: false }],
    ['a decision after the day asked about', { ...beyond, decidedOn: '2027-01-02' }],
  ] as const)('are coaching under a grant with %s', (_, terms) => {
    const grants = [grant('g', '2026-01-01', '2026-06-30', terms)];
    expect(minutesOf({ grants }, session('1', '2026-02-01', 30))).toMatchObject({ coaching: 30 });
  });

  it('are coaching on a day that another grant covers too', () => {
    const grants = [
      grant('g', '2026-01-01', '2026-06-30', beyond),
      grant('h', '2026-02-01', '2026-02-28', { regime: 'medium' }),
    ];
    const sessions = [session('1', '2026-02-01', 30), session('2', '2026-03-01', 45)];
    expect(minutesOf({ grants }, ...sessions)).toEqual({ coaching: 30, structuralSupport: 45, aftercare: 0 });
  });

  it('are aftercare after a last day, structural where such support goes on, by the closure before the contact', () => {
    const facts: Partial<TrajectoryFacts> = {
      closures: [
        { id: 'c1', on: '2025-12-31', structuralSupport: true, reopening: { id: 'r', on: '2026-03-01' } },
        { id: 'c2', on: '2026-06-30', structuralSupport: false },
      ],
      closedOn: '2026-06-30',
      aftercareContacts: [
        { id: '1', on: '2026-01-15', with: 'candidate', minutes: 10 },
        { id: '2', on: '2026-07-01', with: 'employer', minutes: 20 },
        { id: '3', on: '2026-08-01', with: 'employer' },
        { id: '4', on: '2027-01-02', with: 'candidate', minutes: 99 },
      ],
    };
    expect(minutesOf(facts)).toEqual({ coaching: 0, structuralSupport: 10, aftercare: 20 });
  });

  it('stay aftercare where a correction of the last day left the contact on a day on which it was open', () => {
    const facts: Partial<TrajectoryFacts> = {
      closures: [{ id: 'c', on: '2026-06-30', structuralSupport: true }],
      closedOn: '2026-06-30',
      aftercareContacts: [{ id: '1', on: '2026-06-15', with: 'candidate', minutes: 10 }],
    };
    expect(minutesOf(facts)).toEqual({ coaching: 0, structuralSupport: 0, aftercare: 10 });
  });
});
