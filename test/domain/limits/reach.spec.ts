import { describe, expect, it } from '@jest/globals';
import { bindingLastDays } from '../../../domain/limits/last-days.js';
import { grantIsBeyondLimit } from '../../../domain/limits/limits-of.js';
import { earliestGrantDay, firstApplicationReach, followOnReach } from '../../../domain/limits/reach.js';
import { PRESETS } from '../../../domain/rule-sets/index.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import { job, trajectory } from './facts-of.js';

const { deadlines } = PRESETS['uwv-2014'];

describe('how far a grant reaches back', () => {
  it.each<[CalendarDate, CalendarDate, string]>([
    ['2014-08-18', '2014-07-21', 'UWV 2014 example 12 prints 22-7, which is 27 days'],
    ['2014-09-15', '2014-08-18', 'example 13: 28 days, the definition that is kept'],
    ['2015-05-01', '2015-04-03', 'UWV intern 2015 example 4 prints 2-4, which is 29 days'],
  ])('from receipt on %s is %s (reading 31; %s)', (receivedOn, day) => {
    expect(earliestGrantDay(receivedOn, '2014-07-01', deadlines)).toBe(day);
  });

  it('is never before the start, nor before the day after the period (reading 31)', () => {
    expect(firstApplicationReach('2024-03-01', '2024-03-20', deadlines)).toEqual({
      dueOn: '2024-03-29',
      earliestFirstDay: '2024-03-01',
      unfundedDays: 0,
    });
    expect(followOnReach('2024-08-31', '2024-09-28', deadlines).earliestFirstDay).toBe('2024-09-01');
  });

  it('leaves ten days unfunded for a first application ten days late, nine for a follow-on (reading 31)', () => {
    expect(firstApplicationReach('2024-03-01', '2024-04-08', deadlines).unfundedDays).toBe(10);
    expect(followOnReach('2024-08-31', '2024-10-08', deadlines).unfundedDays).toBe(9);
  });
});

describe('a grant beyond a limit', () => {
  const placements = [job('a', 'X', '2024-03-01', '2024-12-31'), job('b', 'Y', '2025-01-01')];
  const beyond = (
    from: CalendarDate,
    to: CalendarDate,
    more: { on?: CalendarDate; placementId?: string } = {},
  ) => {
    const { on = '2025-06-01', ...named } = more;
    const of = (ruleSet: (typeof PRESETS)['uwv-2014']) =>
      grantIsBeyondLimit(
        { on, trajectory: trajectory({ placements }), continued: [], ruleSet },
        { from, to, ...named },
      );
    return [of(PRESETS['uwv-2014']), of(PRESETS['municipal-2y'])];
  };

  it('has a day after the last day of the binding clock’s term that it is for (reading 36)', () => {
    expect(beyond('2025-09-01', '2026-02-28')).toEqual([false, false]);
    expect(beyond('2025-09-01', '2026-03-01')).toEqual([false, true]);
    expect(beyond('2027-07-01', '2027-12-31')).toEqual([false, true]);
    expect(beyond('2027-07-01', '2028-01-01')).toEqual([true, true]);
  });

  it('is judged at the employer that it is for (readings 17 and 36)', () => {
    expect(beyond('2027-01-01', '2027-03-01', { placementId: 'a' })[0]).toBe(true);
    expect(beyond('2027-01-01', '2027-03-01', { placementId: 'b' })[0]).toBe(false);
  });

  it('counts a job that is known to start within it, though the day is earlier (reading 33)', () => {
    expect(beyond('2025-01-01', '2027-06-30', { on: '2024-12-01' })[0]).toBe(false);
  });
});

describe('the last days of a caseload', () => {
  const of = (facts: Parameters<typeof trajectory>[0], clock = 'uwv-2014') =>
    bindingLastDays({ trajectory: trajectory(facts), continued: [], ruleSet: PRESETS['uwv-2014'] })
      .filter((segment) => segment.clock === clock)
      .map(({ validFrom, startsOn, lastDay }) => [validFrom, startsOn, lastDay]);

  it('hold from the day on which a job begins, ends or is taken over', () => {
    const placements = [job('a', 'X', '2024-03-01', '2024-12-31'), job('b', 'Y', '2024-12-15')];
    expect(of({ placements })).toEqual([
      [null, null, null],
      ['2024-03-01', '2024-03-01', '2027-02-28'],
      ['2024-12-31', '2024-12-15', '2027-12-14'],
    ]);
    expect(of({ placements }, 'municipal-2y')).toEqual([
      [null, null, null],
      ['2024-03-01', '2024-03-01', '2026-02-28'],
    ]);
  });

  it('take the earliest last day of the jobs that run side by side, and the latest when all are closed', () => {
    const placements = [job('a', 'X', '2024-03-01', '2025-06-30'), job('b', 'Y', '2024-05-01', '2024-12-31')];
    expect(of({ placements })).toEqual([
      [null, null, null],
      ['2024-03-01', '2024-03-01', '2027-02-28'],
      ['2025-07-30', '2024-05-01', '2027-04-30'],
    ]);
  });
});
