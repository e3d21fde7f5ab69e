import { describe, expect, it } from '@jest/globals';
import { continuityOf } from '../../../domain/continuity/index.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Grant } from '../../../domain/trajectory/facts.js';
import { grant, job, jobChange, trajectory } from './candidate.js';

const LATER = '2024-12-31';
const placements = [job('1', 'A', '2024-01-01', '2024-03-31'), job('2', 'B', '2024-04-01')];
const unfunded = (grants: readonly Grant[], on: CalendarDate = LATER, jobs = placements) =>
  jobChange({ placements: jobs, grants }, on).unfundedDays;
const unfundedAtUwv = (grants: readonly Grant[], jobs = placements) =>
  jobChange({ preset: 'uwv-2014', placements: jobs, grants }, LATER).unfundedDays;

describe('the days without a grant under a person-scoped clock (reading 30)', () => {
  it('are none when any grant covers the new first day', () => {
    expect(unfunded([grant('g', '2024-01-01', '2024-04-01')])).toBe(0);
  });

  it('run to the first day that a grant covers', () => {
    expect(unfunded([grant('g', '2024-01-01', '2024-03-31'), grant('h', '2024-04-11', '2024-09-30')])).toBe(
      10,
    );
    expect(unfunded([grant('h', '2024-05-01', '2024-09-30'), grant('g', '2024-04-11', '2024-04-11')])).toBe(
      10,
    );
  });

  it('run to the day before the day the calendar stands on', () => {
    expect(unfunded([], '2024-04-01')).toBe(0);
    expect(unfunded([], '2024-04-29')).toBe(28);
    expect(
      unfunded([grant('g', '2024-05-01', '2024-09-30', { decidedOn: '2024-04-01' })], '2024-04-11'),
    ).toBe(10);
  });

  it('run to the last day of the new stay', () => {
    const over = [...placements.slice(0, 1), job('2', 'B', '2024-04-01', '2024-04-30')];
    expect(unfunded([], LATER, over)).toBe(30);
  });

  it('do not know of a grant that is decided later', () => {
    const late = grant('g', '2024-04-01', '2024-09-30', { decidedOn: '2024-05-01' });
    expect(unfunded([late], '2024-04-30')).toBe(29);
    expect(unfunded([late], '2024-05-01')).toBe(0);
  });
});

describe('the days without a grant under an employment-scoped clock (reading 30)', () => {
  it('are not filled by a grant for the old employer (reading 17)', () => {
    const old = grant('g', '2024-01-01', '2024-06-30');
    expect(unfundedAtUwv([old, grant('h', '2024-04-08', '2024-09-30')])).toBe(7);
  });

  it('are filled by a grant that names a placement at the new employer', () => {
    expect(unfundedAtUwv([grant('g', '2024-03-01', '2024-06-30', { placementId: '2' })])).toBe(0);
  });

  it('are filled by a grant that begins before any job ran and in whose days the new one starts', () => {
    const apart = [job('1', 'A', '2024-01-01', '2024-03-15'), job('2', 'B', '2024-04-01')];
    expect(unfundedAtUwv([grant('g', '2024-03-20', '2024-06-30')], apart)).toBe(0);
  });

  it('are not filled by what another funder gave for its own job beside', () => {
    const own = trajectory({ id: 'own', preset: 'uwv-2014', placements });
    const beside = trajectory({
      id: 'beside',
      funderId: 'another',
      placements: [job('3', 'C', '2023-06-01')],
      grants: [grant('g', '2024-04-01', '2024-09-30')],
    });
    const changes = (trajectories: Parameters<typeof continuityOf>[0]['trajectories']) =>
      continuityOf({ on: '2024-05-01', trajectories }).jobChanges;
    expect(changes([own])).toMatchObject([{ to: 'B', unfundedDays: 30 }]);
    // C runs on beside and began first, so that A was a second job.
    expect(changes([own, beside])).toEqual([]);
    const ended = trajectory({
      id: 'beside',
      funderId: 'another',
      placements: [job('3', 'C', '2023-06-01', '2024-03-30')],
      grants: [grant('g', '2024-03-15', '2024-09-30')],
    });
    expect(changes([own, ended])).toMatchObject([{ from: 'A', to: 'B', unfundedDays: 30 }]);
  });
});

describe('a grant of the trajectory that is continued', () => {
  it('is for the employer that it had then, not for the job that the next trajectory holds (reading 17)', () => {
    const first = trajectory({
      id: 'first',
      preset: 'uwv-2014',
      placements: [job('1', 'A', '2024-01-01', '2024-03-31')],
      grants: [grant('g', '2024-03-20', '2024-09-30')],
    });
    const second = trajectory({
      id: 'second',
      continues: 'first',
      preset: 'uwv-2014',
      placements: [job('2', 'B', '2024-03-15')],
    });
    const { jobChanges } = continuityOf({ on: '2024-05-01', trajectories: [first, second] });
    expect(jobChanges).toMatchObject([{ from: 'A', to: 'B', unfundedDays: 47 }]);
  });
});

describe('the rule set that decides (reading 52)', () => {
  const old = job('1', 'A', '2024-01-01', '2024-03-31');
  const given = [grant('g', '2024-01-01', '2024-12-31')];
  const next = (preset: 'uwv-2014' | 'municipal-2y') => [
    trajectory({ id: 'first', preset: 'municipal-2y', placements: [old], grants: given }),
    trajectory({ id: 'second', preset, placements: [job('2', 'B', '2024-04-01')] }),
  ];

  it('is that of the trajectory that holds the new placement', () => {
    const days = (preset: 'uwv-2014' | 'municipal-2y') =>
      continuityOf({ on: '2024-05-01', trajectories: next(preset) }).jobChanges.map(
        (change) => change.unfundedDays,
      );
    expect(days('municipal-2y')).toEqual([0]);
    expect(days('uwv-2014')).toEqual([30]);
  });
});
