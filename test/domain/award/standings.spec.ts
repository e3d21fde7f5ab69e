import { describe, expect, it } from '@jest/globals';
import { applicationStandings, grantStandings } from '../../../domain/award/index.js';
import { PRESETS } from '../../../domain/rule-sets/index.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { TrajectoryFacts } from '../../../domain/trajectory/facts.js';
import { application, grant, job, trajectory } from '../limits/facts-of.js';

const input = (on: CalendarDate, facts: Partial<TrajectoryFacts>) => ({
  on,
  trajectory: trajectory({ placements: [job('a', 'X', '2024-03-01')], ...facts }),
  continued: [],
  ruleSet: PRESETS['uwv-2014'],
});

describe('an application', () => {
  const standing = (on: CalendarDate, facts: Partial<TrajectoryFacts>) =>
    applicationStandings(input(on, facts)).get('p');

  it('that comes 10 days late leaves 10 days without a grant (reading 31)', () => {
    const late = { applications: [application('p', 'first', '2024-04-08')] };
    expect(standing('2024-06-01', late)).toMatchObject({
      earliestGrantDay: '2024-03-11',
      reach: {
        for: 'a',
        firstDay: '2024-03-01',
        dueOn: '2024-03-29',
        earliestFirstDay: '2024-03-11',
        unfundedDays: 10,
      },
    });
    const inTime = { applications: [application('p', 'first', '2024-03-29')] };
    expect(standing('2024-06-01', inTime)).toMatchObject({
      earliestGrantDay: '2024-03-01',
      reach: { unfundedDays: 0 },
    });
  });

  it('that follows on 10 days late leaves 9 (reading 31)', () => {
    const facts = {
      grants: [grant('g', '2024-03-01', '2024-08-31')],
      applications: [application('p', 'follow-on', '2024-10-08')],
    };
    expect(standing('2024-12-01', facts)?.reach).toEqual({
      for: 'g',
      firstDay: '2024-09-01',
      dueOn: '2024-09-28',
      earliestFirstDay: '2024-09-10',
      unfundedDays: 9,
    });
  });

  it('for nothing that has begun reaches back 28 days before its receipt', () => {
    const facts = { applications: [application('p', 'extension', '2024-10-08')] };
    expect(standing('2024-12-01', facts)).toMatchObject({ earliestGrantDay: '2024-09-10', reach: null });
  });

  it('goes from received to incomplete, and on to its decision, as the calendar stands', () => {
    const more = {
      completionAskedOn: '2024-03-10',
      completedOn: '2024-03-20',
      decidedOn: '2024-04-22',
    } as const;
    const facts = {
      applications: [application('p', 'first', '2024-03-01', more)],
      grants: [grant('g', '2024-03-01', '2024-08-31', { applicationId: 'p', decidedOn: '2024-04-22' })],
      objections: [{ id: 'o', against: 'p', lodgedOn: '2024-05-01', by: 'candidate' } as const],
    };
    const due = { dueOn: '2024-04-22', atTheLatestOn: '2024-05-06' };
    expect(standing('2024-02-29', facts)).toBeUndefined();
    expect(standing('2024-03-09', facts)).toMatchObject({
      status: 'received',
      completionAskedOn: null,
      decidedOn: null,
      grantIds: [],
      decision: { dueOn: '2024-04-12', status: 'open' },
    });
    expect(standing('2024-03-15', facts)).toMatchObject({
      status: 'incomplete',
      completionAskedOn: '2024-03-10',
      completedOn: null,
    });
    expect(standing('2024-03-20', facts)).toMatchObject({ status: 'received', decision: due });
    expect(standing('2024-04-22', facts)).toMatchObject({
      status: 'granted',
      decidedOn: '2024-04-22',
      grantIds: ['g'],
      objectionIds: [],
      decision: { ...due, status: 'met' },
    });
    expect(standing('2024-05-01', facts)?.objectionIds).toEqual(['o']);
  });

  it('is refused, and granted after all when a grant followed', () => {
    const refused = application('p', 'first', '2024-03-01', {
      refusedOn: '2024-04-01',
      decidedOn: '2024-04-01',
    });
    expect(standing('2024-04-01', { applications: [refused] })).toMatchObject({
      status: 'refused',
      decidedOn: '2024-04-01',
      decision: { status: 'met' },
    });
    const grants = [grant('g', '2024-03-01', '2024-08-31', { applicationId: 'p', decidedOn: '2024-06-01' })];
    expect(standing('2024-06-01', { applications: [refused], grants })).toMatchObject({
      status: 'granted',
      decidedOn: '2024-04-01',
    });
  });
});

describe('a grant', () => {
  const standing = (on: CalendarDate, facts: Partial<TrajectoryFacts>) =>
    grantStandings(input(on, facts)).get('g');

  it('shows that it reaches back further than the rule gives, and is not refused for it', () => {
    const late = { applications: [application('p', 'first', '2024-04-08')] };
    const from = (day: CalendarDate) => [
      grant('g', day, '2024-08-31', { applicationId: 'p', decidedOn: '2024-05-01' }),
    ];
    expect(standing('2024-06-01', { ...late, grants: from('2024-03-11') })).toMatchObject({
      earliestFirstDay: '2024-03-11',
      unfundedDays: 10,
      daysBeforeReach: 0,
    });
    expect(standing('2024-06-01', { ...late, grants: from('2024-03-10') })).toMatchObject({
      daysBeforeReach: 1,
    });
    expect(standing('2024-06-01', { grants: [grant('g', '2024-03-01', '2024-08-31')] })).toMatchObject({
      earliestFirstDay: null,
      unfundedDays: null,
      daysBeforeReach: 0,
    });
  });

  it('has the decisions of that day (reading 18)', () => {
    const [first] = grant('g', '2024-03-01', '2024-08-31').decisions;
    if (first === undefined) throw new Error('a grant has a decision');
    const decisions = [first, { ...first, decidedOn: '2024-06-01', minutes: 900 } as const];
    const grants = [{ id: 'g', decisions }];
    expect(standing('2024-02-29', { grants })).toBeUndefined();
    expect(standing('2024-05-31', { grants })?.decisions).toEqual([first]);
    expect(standing('2024-06-01', { grants })?.decisions).toEqual(decisions);
  });
});
