import { describe, expect, it } from '@jest/globals';
import { PRESETS } from '../../../domain/rule-sets/index.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { TrajectoryFacts } from '../../../domain/trajectory/facts.js';
import { application, deadlines, grant, job, limits, session, trajectory, trial } from './facts-of.js';

const ONE_JOB = { placements: [job('a', 'X', '2024-03-01')] };

describe('a first application', () => {
  const asked = (on: CalendarDate, facts: Partial<TrajectoryFacts>) =>
    deadlines(limits({ ...ONE_JOB, ...facts }, { on }), 'first-application');

  it('is due 28 days after the start, that day included, and what lateness costs grows (readings 31, 42 and 44)', () => {
    const due = { kind: 'first-application', dueOn: '2024-03-29', for: 'a' };
    expect(asked('2024-03-29', {})).toEqual([{ ...due, status: 'open', unfundedDays: 0 }]);
    expect(asked('2024-04-08', {})).toEqual([{ ...due, status: 'overdue', unfundedDays: 10 }]);
    const inTime = { applications: [application('p', 'first', '2024-03-29')] };
    expect(asked('2024-06-01', inTime)).toEqual([{ ...due, status: 'met', unfundedDays: 0 }]);
    const late = { applications: [application('p', 'first', '2024-04-08')] };
    expect(asked('2024-06-01', late)).toEqual([{ ...due, status: 'late', unfundedDays: 10 }]);
    expect(asked('2024-04-07', late)).toMatchObject([{ status: 'overdue', unfundedDays: 9 }]);
  });

  it('is needed for each new term and each trial outside one, matched by name or by time', () => {
    const facts = {
      placements: [
        trial('t', 'X', '2024-01-01', '2024-02-29'),
        ...ONE_JOB.placements,
        job('b', 'Y', '2024-09-01'),
      ],
      applications: [application('q', 'first', '2024-09-20'), application('p', 'first', '2024-03-10')],
    };
    const statuses = asked('2024-12-01', facts).map((deadline) => [deadline.for, deadline.status]);
    expect(statuses).toEqual([
      ['t', 'overdue'],
      ['a', 'met'],
      ['b', 'met'],
    ]);
    const named = [application('p', 'first', '2024-03-10', { placementId: 't' })];
    expect(asked('2024-12-01', { ...facts, applications: named })[0]).toMatchObject({
      for: 't',
      status: 'late',
    });
  });

  it('is proven by a grant that covers the first day, because none reaches back further (reading 31)', () => {
    const grants = [grant('g', '2024-03-01', '2024-08-31', { decidedOn: '2024-05-01' })];
    expect(asked('2024-06-01', { grants })).toMatchObject([{ status: 'met', unfundedDays: 0 }]);
  });

  it('is the earlier trajectory’s, where that began the term', () => {
    const before = trajectory({ id: 'before', closedOn: '2024-05-31', ...ONE_JOB });
    const facts = { continues: 'before', openedOn: '2024-06-01' as const, ...ONE_JOB };
    expect(deadlines(limits(facts, { on: '2024-07-01', continued: [before] }), 'first-application')).toEqual(
      [],
    );
  });
});

describe('a follow-on application', () => {
  const asked = (on: CalendarDate, facts: Partial<TrajectoryFacts> = {}) =>
    deadlines(
      limits({ ...ONE_JOB, grants: [grant('g', '2024-03-01', '2024-08-31')], ...facts }, { on }),
      'follow-on-application',
    );

  it('is due 28 days after the granted period; ten days late costs nine (reading 31)', () => {
    const due = { kind: 'follow-on-application', dueOn: '2024-09-28', for: 'g' };
    expect(asked('2024-04-01')).toEqual([{ ...due, status: 'open', unfundedDays: 0 }]);
    const applications = [application('p', 'follow-on', '2024-10-08')];
    expect(asked('2024-12-01', { applications })).toEqual([{ ...due, status: 'late', unfundedDays: 9 }]);
    expect(asked('2024-10-08')).toEqual([{ ...due, status: 'overdue', unfundedDays: 9 }]);
  });

  it('is met by the application that the next grant names, or by a grant that follows on the day', () => {
    const applications = [application('p', 'follow-on', '2024-08-15')];
    const grants = [
      grant('g', '2024-03-01', '2024-08-31'),
      grant('h', '2024-09-01', '2025-02-28', { applicationId: 'p' }),
    ];
    expect(asked('2024-12-01', { applications, grants })[0]).toMatchObject({ for: 'g', status: 'met' });
    const unnamed = [grant('g', '2024-03-01', '2024-08-31'), grant('h', '2024-09-01', '2025-02-28')];
    expect(asked('2024-12-01', { grants: unnamed })[0]).toMatchObject({
      for: 'g',
      status: 'met',
      unfundedDays: 0,
    });
  });

  it('is not asked when the job or the trajectory ended, or the term is over by then', () => {
    expect(asked('2024-09-01', { placements: [job('a', 'X', '2024-03-01', '2024-08-31')] })).toEqual([]);
    expect(asked('2024-09-01', { closedOn: '2024-08-31' })).toEqual([]);
    expect(asked('2027-03-10', { grants: [grant('g', '2026-09-01', '2027-02-28')] })).toEqual([]);
  });
});

describe('the announcement of an extension', () => {
  const asked = (on: CalendarDate, facts: Partial<TrajectoryFacts> = ONE_JOB) =>
    deadlines(limits(facts, { on }), 'extension-announcement');

  it('is due on the last day of the announcing period (reading 48)', () => {
    expect(asked('2026-08-31')).toEqual([
      { kind: 'extension-announcement', dueOn: '2026-08-31', status: 'open', for: 'a' },
    ]);
    expect(asked('2026-09-01')).toMatchObject([{ status: 'overdue' }]);
  });

  it.each<[CalendarDate, string]>([
    ['2026-08-31', 'met'],
    ['2026-09-01', 'late'],
  ])('is settled by an extension application received on %s: %s (reading 48)', (receivedOn, status) => {
    const facts = { ...ONE_JOB, applications: [application('e', 'extension', receivedOn)] };
    expect(asked('2026-10-01', facts)).toMatchObject([{ status }]);
  });

  it('is in period 2 of 3 for the internal coach (reading 59), and not asked once the job ended', () => {
    const ruleSet = PRESETS['uwv-internal-2015'];
    const internal = deadlines(limits(ONE_JOB, { on: '2024-04-01', ruleSet }), 'extension-announcement');
    expect(internal).toMatchObject([{ dueOn: '2026-02-28' }]);
    expect(asked('2026-10-01', { placements: [job('a', 'X', '2024-03-01', '2025-01-31')] })).toEqual([]);
  });
});

describe('a decision', () => {
  const asked = (on: CalendarDate, more: Parameters<typeof application>[3] = {}) =>
    deadlines(limits({ applications: [application('p', 'first', '2024-03-01', more)] }, { on }), 'decision');

  it('is due in 42 days and at the latest in 56 (reading 43)', () => {
    expect(asked('2024-03-02')).toEqual([
      { kind: 'decision', dueOn: '2024-04-12', atTheLatestOn: '2024-04-26', status: 'open', for: 'p' },
    ]);
    expect(asked('2024-05-01', { decidedOn: '2024-04-13' })).toMatchObject([{ status: 'late' }]);
  });

  it('waits for the days after completion was asked, up to and including the completion (reading 43)', () => {
    const completionAskedOn = '2024-03-10';
    expect(asked('2024-05-01', { completionAskedOn, completedOn: '2024-03-20' })).toMatchObject([
      { dueOn: '2024-04-22', atTheLatestOn: '2024-05-06', status: 'overdue' },
    ]);
    expect(asked('2024-03-15', { completionAskedOn })).toMatchObject([
      { dueOn: '2024-04-17', status: 'open' },
    ]);
    expect(asked('2024-06-01', { completionAskedOn, decidedOn: '2024-03-25' })).toMatchObject([
      { dueOn: '2024-04-27', status: 'met' },
    ]);
    expect(asked('2024-03-09', { completionAskedOn })).toMatchObject([{ dueOn: '2024-04-12' }]);
  });
});

describe('what comes round', () => {
  const opened = { openedOn: '2024-08-31' as const };

  it('asks a plan within six weeks of the opening, and each version agreed within six of its draft (reading 47)', () => {
    const plans = [
      { version: 1, draftedOn: '2024-09-10' as const },
      { version: 2, draftedOn: '2024-10-01' as const, agreedByAllOn: '2024-12-01' as const },
    ];
    const asked = (on: CalendarDate, facts: Partial<TrajectoryFacts>) =>
      deadlines(limits({ ...opened, ...facts }, { on }), 'plan-agreement').map(({ dueOn, status }) => [
        dueOn,
        status,
      ]);
    expect(asked('2024-10-12', {})).toEqual([['2024-10-12', 'open']]);
    expect(asked('2024-11-12', { plans })).toEqual([
      ['2024-10-12', 'met'],
      ['2024-11-12', 'open'],
    ]);
    expect(asked('2025-01-01', { plans })[1]).toEqual(['2024-11-12', 'late']);
  });

  it('asks an evaluation six months after the later of the opening and the one before, clamped (reading 46)', () => {
    const facts = { ...opened, evaluationsHeldOn: ['2025-02-20', '2025-09-01'] as const };
    const asked = deadlines(limits(facts, { on: '2025-10-01' }), 'evaluation');
    expect(asked.map(({ dueOn, status }) => [dueOn, status])).toEqual([
      ['2025-02-28', 'met'],
      ['2025-08-20', 'late'],
      ['2026-03-01', 'open'],
    ]);
    const closed = deadlines(
      limits({ ...facts, closedOn: '2025-12-31' }, { on: '2026-06-01' }),
      'evaluation',
    );
    expect(closed).toHaveLength(2);
  });

  it('asks a session in each calendar month that lies wholly in the trajectory (reading 45)', () => {
    const sessions = [session('s', '2024-10-31', 60), session('t', '2024-09-01', 60, { withdrawn: true })];
    const asked = (on: CalendarDate, facts: Partial<TrajectoryFacts> = {}) =>
      deadlines(limits({ ...opened, ...facts }, { on, sessions }), 'contact').map((d) => [d.dueOn, d.status]);
    expect(asked('2024-09-29')).toEqual([]);
    expect(asked('2024-09-30')).toEqual([['2024-09-30', 'open']]);
    expect(asked('2024-11-15', {})).toEqual([
      ['2024-09-30', 'overdue'],
      ['2024-10-31', 'met'],
    ]);
    expect(asked('2025-03-01', { closedOn: '2024-10-30' })).toHaveLength(1);
    const ruleSet = {
      ...PRESETS['uwv-2014'],
      deadlines: { ...PRESETS['uwv-2014'].deadlines, contact: 'none' as const },
    };
    expect(deadlines(limits(opened, { on: '2025-03-01', ruleSet }), 'contact')).toEqual([]);
  });

  it('asks that the end of a job is reported within a week (domain.md section 6)', () => {
    const ended = (endReportedOn?: CalendarDate) => ({
      placements: [job('a', 'X', '2024-03-01', '2024-05-31', endReportedOn ? { endReportedOn } : {})],
    });
    const asked = (on: CalendarDate, endReportedOn?: CalendarDate) =>
      deadlines(limits(ended(endReportedOn), { on }), 'end-of-job-report');
    expect(asked('2024-05-30')).toEqual([]);
    expect(asked('2024-06-07')).toMatchObject([{ dueOn: '2024-06-07', status: 'open', for: 'a' }]);
    expect(asked('2024-06-08', '2024-06-08')).toMatchObject([{ status: 'late' }]);
    expect(asked('2024-06-08', '2024-05-20')).toMatchObject([{ status: 'met' }]);
  });

  it('asks a declaration four weeks after a granted period, or after the closure inside it (domain.md section 6)', () => {
    const grants = [grant('g', '2024-03-01', '2024-08-31')];
    const declarations = [
      {
        id: 'd',
        from: '2024-03-01',
        to: '2024-08-31',
        submittedOn: '2024-09-28',
        minutes: 60,
        settlements: [],
      },
    ] as const;
    const asked = (facts: Partial<TrajectoryFacts>) =>
      deadlines(limits({ ...ONE_JOB, grants, ...facts }, { on: '2024-10-01' }), 'declaration');
    expect(asked({})).toMatchObject([{ dueOn: '2024-09-28', status: 'overdue', for: 'g' }]);
    expect(asked({ declarations })).toMatchObject([{ status: 'met' }]);
    const takenBack = declarations.map((declaration) => ({ ...declaration, withdrawn: true }));
    expect(asked({ declarations: takenBack })).toMatchObject([{ status: 'overdue' }]);
    expect(asked({ closedOn: '2024-06-30' })).toMatchObject([{ dueOn: '2024-07-28' }]);
  });
});

describe('all deadlines', () => {
  it('come by due day, then in the order of the closed list (domain.md section 11)', () => {
    const facts = { ...ONE_JOB, applications: [application('p', 'first', '2024-03-01')] };
    const asked = limits(facts, { on: '2024-04-15' }).deadlines.map(({ kind, dueOn }) => [dueOn, kind]);
    expect(asked).toEqual([
      ['2024-03-29', 'first-application'],
      ['2024-03-31', 'contact'],
      ['2024-04-12', 'decision'],
      ['2024-04-12', 'plan-agreement'],
      ['2024-09-01', 'evaluation'],
      ['2026-08-31', 'extension-announcement'],
    ]);
  });
});
