import { describe, expect, it } from '@jest/globals';
import { PRESETS } from '../../../domain/rule-sets/index.js';
import { addDays, type CalendarDate } from '../../../domain/shared/calendar.js';
import type { TrajectoryFacts } from '../../../domain/trajectory/facts.js';
import { application, grant, job, limits, onlyTerm, termsOf, trial } from './facts-of.js';

/** One job from 2024-03-01: three years end on 2027-02-28, period 5 on 2026-08-31. */
const ONE_JOB = { placements: [job('a', 'X', '2024-03-01')] };

const statusOn = (on: CalendarDate, facts: Partial<TrajectoryFacts> = ONE_JOB, clock = 'uwv-2014') =>
  onlyTerm(limits(facts, { on }), clock).status;

describe('the status of a term', () => {
  it.each<[CalendarDate, string]>([
    ['2024-03-01', 'running'],
    [addDays('2026-08-31', -92), 'running'],
    [addDays('2026-08-31', -91), 'announce-extension'],
    ['2026-08-31', 'announce-extension'],
    ['2026-09-01', 'running'],
    [addDays('2027-02-28', -92), 'running'],
    [addDays('2027-02-28', -91), 'ends-soon'],
    ['2027-02-28', 'ends-soon'],
    ['2027-03-01', 'reached'],
  ])('on %s is %s (readings 12 and 15)', (on, status) => {
    expect(statusOn(on)).toBe(status);
  });

  it('is announced as long before the last day as the rule set says', () => {
    const thresholds = { ...PRESETS['uwv-2014'].thresholds, endsSoon: 'P8W' } as const;
    const ruleSet = { ...PRESETS['uwv-2014'], thresholds };
    const on = (days: number) =>
      onlyTerm(limits(ONE_JOB, { on: addDays('2027-02-28', -days), ruleSet }), 'uwv-2014').status;
    expect([on(57), on(56)]).toEqual(['running', 'ends-soon']);
  });

  it('is running in the announcing window once an extension was applied for in the term (reading 15)', () => {
    const facts = { ...ONE_JOB, applications: [application('e', 'extension', '2026-08-10')] };
    expect(statusOn('2026-08-09', facts)).toBe('announce-extension');
    expect(statusOn('2026-08-10', facts)).toBe('running');
  });

  it('is extended from the decision on a motivated grant up to and including its last day (reading 16)', () => {
    const more = { decidedOn: '2026-12-01', beyondLimit: true } as const;
    const facts = { ...ONE_JOB, grants: [grant('g', '2027-01-01', '2027-06-30', more)] };
    expect(statusOn('2026-11-30', facts)).toBe('ends-soon');
    expect(statusOn('2026-12-01', facts)).toBe('extended');
    expect(statusOn('2027-06-30', facts)).toBe('extended');
    expect(statusOn('2027-07-01', facts)).toBe('reached');
  });

  it('is not extended by a grant past the last day without a motivation (reading 16)', () => {
    const facts = { ...ONE_JOB, grants: [grant('g', '2027-01-01', '2027-06-30')] };
    expect(statusOn('2027-03-01', facts)).toBe('reached');
    expect(onlyTerm(limits(facts, { on: '2027-03-01' })).extensions).toEqual([
      {
        grantId: 'g',
        startsOn: '2027-03-01',
        lastDay: '2027-06-30',
        decidedOn: '2027-01-01',
        motivated: false,
      },
    ]);
  });

  it.each<[CalendarDate, string]>([
    ['2024-08-29', 'restarted'],
    ['2024-05-03', 'restarted'],
    ['2024-05-02', 'running'],
  ])(
    'after a job until 31 May and another from %s is %s: no earlier than 28 days before (reading 14)',
    (next, status) => {
      const placements = [job('a', 'X', '2024-01-01', '2024-05-31'), job('b', 'Y', next)];
      const on = next > '2024-05-31' ? next : '2024-05-31';
      expect(termsOf(limits({ placements }, { on }))[0]?.status).toBe(status);
    },
  );

  it('is closed when more than 28 days lie between the last placement and the day (reading 14)', () => {
    const facts = { placements: [job('a', 'X', '2024-01-01', '2024-05-31')] };
    expect(statusOn('2024-06-29', facts)).toBe('running');
    expect(statusOn('2024-06-30', facts)).toBe('closed');
    expect(statusOn('2024-06-30', facts, 'municipal-2y')).toBe('running');
  });

  it('is closed with the trajectory, not before its closing day (readings 6 and 14)', () => {
    const facts = { ...ONE_JOB, closedOn: '2024-09-30' as const };
    expect(statusOn('2024-09-29', facts)).toBe('running');
    expect(statusOn('2024-09-30', facts)).toBe('closed');
    expect(statusOn('2024-09-30', facts, 'municipal-2y')).toBe('closed');
  });
});

describe('elapsed and remaining', () => {
  const at = (on: CalendarDate, facts: Partial<TrajectoryFacts> = ONE_JOB, clock = 'uwv-2014') => {
    const { elapsed, remaining } = onlyTerm(limits(facts, { on }), clock);
    return [elapsed, remaining];
  };

  it.each<[CalendarDate, string, string]>([
    ['2024-03-01', 'P0D', 'P3Y'],
    ['2024-03-02', 'P1D', 'P2Y11M27D'],
    ['2025-11-22', 'P1Y8M21D', 'P1Y3M7D'],
    ['2027-02-28', 'P2Y11M27D', 'P1D'],
    ['2027-03-01', 'P3Y', 'P0D'],
    ['2029-01-01', 'P3Y', 'P0D'],
  ])('on %s are %s and %s (readings 9 and 10)', (on, elapsed, remaining) => {
    expect(at(on)).toEqual([elapsed, remaining]);
  });

  it('stand still after the job, and a return within 28 days counts the gap in (reading 11)', () => {
    const placements = [job('a', 'X', '2024-01-01', '2024-05-31'), job('b', 'X', '2024-06-20')];
    expect(at('2024-06-19', { placements })[0]).toBe('P5M');
    expect(at('2024-06-20', { placements })[0]).toBe('P5M19D');
  });

  it('go on after the job in a term of the person, until the trajectory is closed (reading 11)', () => {
    const facts = {
      placements: [job('a', 'X', '2024-01-01', '2024-05-31')],
      closedOn: '2024-09-30' as const,
    };
    expect(at('2024-08-01', facts, 'municipal-2y')).toEqual(['P7M', 'P1Y5M']);
    expect(at('2025-01-01', facts, 'municipal-2y')).toEqual(['P9M', 'P0D']);
    expect(at('2025-01-01', facts)).toEqual(['P5M', 'P0D']);
  });

  it('do not change by absence: periods and budgets neither (reading 32)', () => {
    const absent = {
      ...ONE_JOB,
      absences: [{ id: 'z', from: '2024-06-01' as const, until: '2024-12-31' as const }],
    };
    const facts = { ...absent, grants: [grant('g', '2024-03-01', '2024-08-31')] };
    const without = { ...ONE_JOB, grants: facts.grants };
    expect(limits(facts, { on: '2025-01-01' })).toEqual(limits(without, { on: '2025-01-01' }));
  });
});

describe('days without a placement', () => {
  it('are counted before the day, over placements of any kind at any employer (reading 58)', () => {
    const placements = [
      job('a', 'X', '2024-01-01', '2024-01-31'),
      trial('t', 'Y', '2024-02-11', '2024-02-20'),
      job('b', 'Z', '2024-03-01', '2024-03-31', { kind: 'work-experience' }),
    ];
    const term = (on: CalendarDate) => onlyTerm(limits({ placements }, { on }), 'municipal-2y');
    expect(term('2024-02-11').daysWithoutPlacement).toBe(10);
    expect(term('2024-03-31').daysWithoutPlacement).toBe(19);
    expect(term('2024-04-03').daysWithoutPlacement).toBe(21);
  });
});
