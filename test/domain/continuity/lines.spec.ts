import { describe, expect, it } from '@jest/globals';
import { continuityOf } from '../../../domain/continuity/index.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Grant } from '../../../domain/trajectory/facts.js';
import { grant, job, trajectory } from './candidate.js';

const LATER = '2024-12-31';
type Given = Parameters<typeof trajectory>[0];
const lines = (on: CalendarDate, ...given: readonly Given[]) =>
  continuityOf({ on, trajectories: given.map((each) => trajectory(each)) });

describe('the line of employers', () => {
  it('has every placement by first day and then by id, a running one without an end', () => {
    const placements = [
      job('3', 'B', '2024-04-01'),
      job('2', 'C', '2024-04-01', '2024-04-30'),
      job('1', 'A', '2024-01-01'),
    ];
    expect(
      lines(LATER, { placements }).employers.map(({ placementId, endedOn }) => [placementId, endedOn]),
    ).toEqual([
      ['1', null],
      ['2', '2024-04-30'],
      ['3', null],
    ]);
  });

  it('leaves out what starts later, and an ending that has not come (reading 6)', () => {
    const placements = [job('1', 'A', '2024-01-01', '2024-03-31'), job('2', 'B', '2024-04-01')];
    expect(lines('2024-03-30', { placements }).employers).toMatchObject([
      { placementId: '1', endedOn: null },
    ]);
    expect(lines('2024-03-31', { placements }).employers).toMatchObject([{ endedOn: '2024-03-31' }]);
  });

  it('counts a job once that two trajectories hold, with the end that one of them knows (reading 52)', () => {
    const first = { id: 'first', placements: [job('1', 'A', '2024-01-01')], closedOn: '2024-02-29' } as const;
    const second = { id: 'second', placements: [job('2', 'A', '2024-01-01', '2024-05-31')] };
    const expected = [
      {
        trajectoryId: 'first',
        placementId: '1',
        employerId: 'A',
        kind: 'employment',
        startsOn: '2024-01-01',
        endedOn: '2024-05-31',
      },
    ];
    expect(lines(LATER, first, second).employers).toEqual(expected);
    expect(lines(LATER, second, first).employers).toEqual(expected);
  });

  it('counts a trial and the job that began on the same day as two', () => {
    const placements = [
      job('1', 'A', '2024-01-01', '2024-02-29', 'trial-placement'),
      job('2', 'A', '2024-01-01'),
    ];
    expect(lines(LATER, { placements }).employers).toHaveLength(2);
  });
});

describe('the line of coaches', () => {
  const openedOn = '2024-01-01';
  const stretches = (given: Given, on: CalendarDate = LATER) =>
    lines(on, { openedOn, ...given }).coaches.map(({ coachId, role, from, until }) => [
      coachId,
      role,
      from,
      until,
    ]);

  it('lets the assigned coach run to the day before a handover', () => {
    const assignments = [
      { id: '1', coachId: 'coach', from: '2024-01-01' },
      { id: '2', coachId: 'other', from: '2024-06-01', byHandover: true },
    ] as const;
    expect(stretches({ assignments })).toEqual([
      ['coach', 'assigned', '2024-01-01', '2024-05-31'],
      ['other', 'assigned', '2024-06-01', null],
    ]);
    expect(stretches({ assignments }, '2024-05-31')).toEqual([['coach', 'assigned', '2024-01-01', null]]);
  });

  it('shows one stretch for a coach who was assigned again', () => {
    const assignments = [
      { id: '1', coachId: 'coach', from: '2024-01-01', until: '2024-03-31' },
      { id: '2', coachId: 'coach', from: '2024-04-01' },
    ] as const;
    expect(stretches({ assignments })).toEqual([['coach', 'assigned', '2024-01-01', null]]);
    expect(stretches({ assignments: [...assignments].reverse() }, '2024-03-31')).toEqual([
      ['coach', 'assigned', '2024-01-01', '2024-03-31'],
    ]);
  });

  it('goes on to a coach whose assignment runs behind one that ends on the very day', () => {
    const assignments = [
      { id: '1', coachId: 'coach', from: '2024-01-01' },
      { id: '2', coachId: 'coach', from: '2024-03-01', until: '2024-03-31' },
    ] as const;
    expect(stretches({ assignments }, '2024-03-31')).toEqual([['coach', 'assigned', '2024-01-01', null]]);
  });

  it('shows a substitute beside, the assigned coach first where both begin on one day', () => {
    const substitutions = [
      { id: '1', coachId: 'a-stand-in', from: '2024-01-01', until: '2024-01-31' },
    ] as const;
    expect(stretches({ substitutions })).toEqual([
      ['coach', 'assigned', '2024-01-01', null],
      ['a-stand-in', 'substitute', '2024-01-01', '2024-01-31'],
    ]);
    expect(stretches({ substitutions }, '2024-01-30')[1]).toEqual([
      'a-stand-in',
      'substitute',
      '2024-01-01',
      null,
    ]);
  });

  it('ends with the trajectory', () => {
    expect(stretches({ closedOn: '2024-06-30' })).toEqual([
      ['coach', 'assigned', '2024-01-01', '2024-06-30'],
    ]);
    expect(stretches({ closedOn: '2024-06-30' }, '2024-06-29')).toEqual([
      ['coach', 'assigned', '2024-01-01', null],
    ]);
  });
});

describe('the line of grants', () => {
  const revised: Grant = {
    id: 'g',
    decisions: [
      {
        decidedOn: '2024-01-10',
        from: '2024-01-01',
        to: '2024-06-30',
        regime: 'medium',
        minutes: 1500,
        beyondLimit: false,
      },
      { decidedOn: '2024-03-01', from: '2024-01-01', to: '2024-05-31', regime: 'light', beyondLimit: false },
    ],
  };

  it('shows each grant as it was last decided, from the day that it was', () => {
    const shown = (on: CalendarDate) => lines(on, { grants: [revised] }).grants;
    expect(shown('2024-01-09')).toEqual([]);
    expect(shown('2024-02-29')).toMatchObject([
      { grantId: 'g', to: '2024-06-30', regime: 'medium', minutes: 1500 },
    ]);
    expect(shown('2024-03-01')).toMatchObject([
      { grantId: 'g', to: '2024-05-31', regime: 'light', minutes: null },
    ]);
  });

  it('has them by first day and then by id', () => {
    const grants = [
      grant('c', '2024-02-01', '2024-02-29'),
      grant('b', '2024-01-01', '2024-01-31'),
      grant('a', '2024-02-01', '2024-02-29'),
    ];
    expect(lines(LATER, { grants }).grants.map(({ grantId }) => grantId)).toEqual(['b', 'a', 'c']);
  });
});

describe('the number of coach changes (reading 51)', () => {
  const openedOn = '2024-01-01';
  const changes = (given: Given, on: CalendarDate = LATER) => lines(on, { openedOn, ...given }).coachChanges;

  it('counts a handover from its day on, and no substitution', () => {
    const assignments = [
      { id: '1', coachId: 'coach', from: '2024-01-01' },
      { id: '2', coachId: 'other', from: '2024-06-01' },
    ] as const;
    const substitutions = [{ id: '3', coachId: 'third', from: '2024-02-01', until: '2024-02-29' }] as const;
    expect(changes({ assignments, substitutions }, '2024-05-31')).toBe(0);
    expect(changes({ assignments, substitutions }, '2024-06-01')).toBe(1);
  });

  it('passes over days with nobody', () => {
    const again = (coachId: string) =>
      [
        { id: '1', coachId: 'coach', from: '2024-01-01', until: '2024-02-29' },
        { id: '2', coachId, from: '2024-06-01' },
      ] as const;
    expect(changes({ assignments: again('coach') })).toBe(0);
    expect(changes({ assignments: again('other') })).toBe(1);
  });

  it('counts on across trajectories', () => {
    const next = (coachId: string): Given => ({
      id: 'second',
      openedOn: '2024-06-01',
      continues: 'trajectory',
      assignments: [{ id: '2', coachId, from: '2024-06-01' }],
    });
    const first: Given = { openedOn, closedOn: '2024-05-31' };
    expect(lines(LATER, first, next('coach')).coachChanges).toBe(0);
    expect(lines(LATER, first, next('other')).coachChanges).toBe(1);
  });
});
