import { describe, expect, it } from '@jest/globals';
import { PRESETS } from '../../../domain/rule-sets/index.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import { type Task, type TaskFile, taskSpans, taskStatus, tasksOn } from '../../../domain/tasks/index.js';
import type { TrajectoryFacts } from '../../../domain/trajectory/facts.js';
import type { Plan } from '../../../domain/trajectory/plan/facts.js';
import { application, grant, job, trajectory } from '../limits/facts-of.js';

const own = { id: 'assignment', coachId: 'coach', from: '2024-01-01' } as const;

/** A file of a trajectory that opened on 2024-01-01 under `municipal-2y`, with its coach. */
function fileOf(facts: Partial<TrajectoryFacts>, otherwise: Partial<TaskFile> = {}): TaskFile {
  const record = trajectory({
    openedOn: '2024-01-01',
    ruleSet: { name: 'municipal-2y', version: 1 },
    assignments: [own],
    ...facts,
  });
  return {
    trajectory: record,
    continued: [],
    ruleSets: new Map([
      [1, PRESETS['municipal-2y']],
      [2, PRESETS['uwv-2014']],
    ]),
    coachesAway: new Map(),
    ...otherwise,
  };
}

function of(kind: Task['kind'], file: TaskFile, on: CalendarDate) {
  return tasksOn(file, on).filter((task) => task.kind === kind);
}

function version(number: number, draftedOn: CalendarDate, otherwise: Partial<Plan> = {}): Plan {
  return {
    id: `plan-${number}`,
    version: number,
    draftedOn,
    goals: [],
    agreements: [],
    evaluationsOn: [],
    answers: [],
    ...otherwise,
  };
}

const planned = (...versions: readonly Plan[]) => ({
  planOfApproach: { versions, outcomes: [], fulfilments: [] },
});

describe('a job that began', () => {
  it('makes the first application due within four weeks, by the coordinator, until it is in', () => {
    const work = job('a', 'bakery', '2024-02-01');
    const due = { kind: 'first-application', for: 'coordinator', about: 'a', dueOn: '2024-02-29' };
    expect(of('first-application', fileOf({ placements: [work] }), '2024-01-31')).toEqual([]);
    expect(of('first-application', fileOf({ placements: [work] }), '2024-02-01')).toMatchObject([
      {
        ...due,
        rule: { ruleSet: 'municipal-2y', version: 1, path: 'deadlines.firstApplication' },
        settledBy: 'ApplicationReceived',
      },
    ]);
    const applied = fileOf({ placements: [work], applications: [application('b', 'first', '2024-03-05')] });
    expect(of('first-application', applied, '2024-03-04')).toMatchObject([due]);
    expect(of('first-application', applied, '2024-03-05')).toEqual([]);
  });

  it('asks whether it is over once the planned last day has passed', () => {
    const work = job('a', 'bakery', '2024-02-01', undefined, { plannedEnd: '2024-07-31' });
    expect(of('end-of-job-report', fileOf({ placements: [work] }), '2024-07-31')).toEqual([]);
    expect(of('end-of-job-report', fileOf({ placements: [work] }), '2024-08-01')).toMatchObject([
      { about: 'a', for: 'coordinator', dueOn: '2024-08-07', settledBy: 'PlacementEnded' },
    ]);
    const ended = fileOf({ placements: [{ ...work, endedOn: '2024-07-31', endReportedOn: '2024-08-03' }] });
    expect(of('end-of-job-report', ended, '2024-08-02')).toMatchObject([{ about: 'a', dueOn: '2024-08-07' }]);
    expect(of('end-of-job-report', ended, '2024-08-03')).toEqual([]);
  });
});

describe('an application', () => {
  const asked = { completionAskedOn: '2024-02-10', completedOn: '2024-02-20' } as const;

  it('is for the case director to decide within six weeks, and for the coordinator while it is to be completed', () => {
    const file = fileOf({ applications: [application('a', 'first', '2024-02-01', asked)] });
    expect(of('decision', file, '2024-02-09')).toMatchObject([{ for: 'case-director', dueOn: '2024-03-14' }]);
    expect(of('decision', file, '2024-02-10')).toEqual([]);
    expect(of('application-completion', file, '2024-02-10')).toMatchObject([
      { about: 'a', for: 'coordinator', dueOn: null, settledBy: 'ApplicationCompleted' },
    ]);
    // Ten days later: reading 43.
    expect(of('decision', file, '2024-02-20')).toMatchObject([{ about: 'a', dueOn: '2024-03-24' }]);
    expect(of('application-completion', file, '2024-02-20')).toEqual([]);
  });

  it('is settled by the decision on it', () => {
    const decided = application('a', 'first', '2024-02-01', { decidedOn: '2024-02-15' });
    expect(of('decision', fileOf({ applications: [decided] }), '2024-02-14')).toHaveLength(1);
    expect(of('decision', fileOf({ applications: [decided] }), '2024-02-15')).toEqual([]);
  });
});

describe('a plan of approach', () => {
  it('is to be drafted by the coach within six weeks of the opening', () => {
    expect(of('plan-agreement', fileOf({}), '2024-01-01')).toMatchObject([
      { for: 'coach', dueOn: '2024-02-12', settledBy: 'PlanDrafted', about: null },
    ]);
  });

  it('is to be agreed by each party that has not, a new employer counted from its first day', () => {
    const answers = [
      { id: 'x', party: 'candidate', answer: 'agreed', on: '2024-01-20', onPaper: false },
      { id: 'y', party: 'coach', answer: 'agreed', on: '2024-01-15', onPaper: false },
    ] as const;
    const facts = {
      ...planned(version(1, '2024-01-15', { answers })),
      placements: [job('a', 'bakery', '2024-03-01')],
    };
    const open = of('plan-agreement', fileOf(facts), '2024-03-01').map(({ for: role, employerId, dueOn }) => [
      role,
      employerId,
      dueOn,
    ]);
    expect(open).toEqual([
      ['case-director', null, '2024-02-26'],
      ['employer', 'bakery', '2024-04-12'],
    ]);
    expect(of('plan-agreement', fileOf(facts), '2024-01-19')).toHaveLength(2);
  });

  it('is to be revised by the coach once a party declined it', () => {
    const answers = [
      { id: 'x', party: 'candidate', answer: 'declined', on: '2024-01-20', onPaper: false },
    ] as const;
    const file = fileOf(planned(version(1, '2024-01-15', { answers })));
    expect(of('plan-agreement', file, '2024-01-20')).toMatchObject([
      { for: 'coach', about: 'plan-1', dueOn: '2024-02-26', settledBy: 'PlanRevised' },
    ]);
    const revised = fileOf(planned(version(1, '2024-01-15', { answers }), version(2, '2024-02-01')));
    expect(of('plan-agreement', revised, '2024-02-01').map((task) => task.for)).toEqual([
      'candidate',
      'case-director',
      'coach',
    ]);
  });

  it('is asked for by the funder, which makes it a task of the coach until there is a version of that day or later', () => {
    const asked = (...versions: readonly Plan[]) =>
      fileOf({
        planOfApproach: {
          versions,
          outcomes: [],
          fulfilments: [],
          requests: [{ id: 'request', requestedOn: '2024-03-01' }],
        },
      });
    const about = (file: TaskFile, on: CalendarDate) =>
      of('plan-agreement', file, on).filter((task) => task.about === 'request');
    expect(about(asked(), '2024-02-29')).toEqual([]);
    expect(about(asked(), '2024-03-01')).toMatchObject([
      { for: 'coach', dueOn: '2024-04-12', settledBy: 'PlanDrafted' },
    ]);
    const revised = asked(version(1, '2024-01-15'), version(2, '2024-03-05'));
    expect(about(revised, '2024-03-04')).toMatchObject([{ settledBy: 'PlanRevised' }]);
    expect(about(revised, '2024-03-05')).toEqual([]);
  });

  it('makes each agreement due for who is responsible, until it was kept', () => {
    const agreement = (id: string, responsible: 'funder' | 'employer' | 'other') =>
      ({ id, dueOn: '2024-05-01', organisedBy: 'coach', paidBy: 'funder', responsible }) as const;
    const agreements = [agreement('a', 'funder'), agreement('b', 'employer'), agreement('c', 'other')];
    const file = fileOf({
      placements: [job('a', 'bakery', '2024-03-01')],
      planOfApproach: {
        versions: [version(1, '2024-03-01', { agreements })],
        outcomes: [],
        fulfilments: [{ id: 'f', agreementId: 'a', on: '2024-04-01' }],
      },
    });
    expect(
      of('agreement', file, '2024-03-31').map((task) => [task.about, task.for, task.employerId]),
    ).toEqual([
      ['a', 'case-director', null],
      ['b', 'employer', 'bakery'],
      ['c', 'coach', null],
    ]);
    expect(of('agreement', file, '2024-04-01').map((task) => task.about)).toEqual(['b', 'c']);
  });
});

describe('evaluations', () => {
  it('are due by the rules, by the plan and as planned; one that several ask for on a day is one task', () => {
    const file = fileOf({
      ...planned(version(1, '2024-01-15', { evaluationsOn: ['2024-04-01', '2024-07-01'] })),
      evaluationPlans: [{ id: 'e', kind: 'interim', dueOn: '2024-05-01' }],
    });
    expect(of('evaluation', file, '2024-02-01').map(({ dueOn, rule }) => [dueOn, rule.path])).toEqual([
      ['2024-04-01', null],
      ['2024-05-01', null],
      ['2024-07-01', 'deadlines.evaluation'],
    ]);
  });
});

describe('what waits for an answer', () => {
  it('is whose answer it is, until that is there', () => {
    const file = fileOf({
      objections: [
        { id: 'o', against: 'g', lodgedOn: '2024-02-01', by: 'candidate', decidedOn: '2024-03-01' },
      ],
      coachChangeRequests: [
        { id: 'c', requestedOn: '2024-02-01', answer: { decision: 'granted', on: '2024-03-01' } },
      ],
      correctionRequests: [{ id: 'r', requestedOn: '2024-01-31', answeredOn: '2024-03-01' }],
      incidents: [{ id: 'i', on: '2024-02-01', initiatedBy: 'coach', resolvedOn: '2024-03-01' }],
    });
    const waiting = ['objection-decision', 'coach-change-answer', 'correction-answer', 'incident-resolution'];
    const on = (day: CalendarDate) =>
      tasksOn(file, day)
        .filter(({ kind }) => waiting.includes(kind))
        .map(({ about, for: role, dueOn }) => [about, role, dueOn]);
    expect(on('2024-02-29')).toEqual([
      ['o', 'case-director', null],
      ['c', 'coordinator', null],
      // A month after the last day of January: GDPR article 12(3).
      ['r', 'coordinator', '2024-02-29'],
      ['i', 'coach', null],
    ]);
    expect(on('2024-03-01')).toEqual([]);
  });

  it('of a declaration is the first settlement; one that was withdrawn waits for nothing', () => {
    const declaration = {
      id: 'd',
      from: '2024-01-01',
      to: '2024-06-30',
      submittedOn: '2024-07-05',
      minutes: 600,
      settlements: [{ id: 's', on: '2024-08-01', minutes: 600, amountCents: 1, changedMinutes: 0 }],
    } as const;
    const file = fileOf({ declarations: [declaration] });
    expect(of('declaration-settlement', file, '2024-07-31')).toMatchObject([
      { about: 'd', for: 'case-director' },
    ]);
    expect(of('declaration-settlement', file, '2024-08-01')).toEqual([]);
    const withdrawn = fileOf({ declarations: [{ ...declaration, withdrawn: true }] });
    expect(of('declaration-settlement', withdrawn, '2024-07-31')).toEqual([]);
  });
});

describe('a coach who is away', () => {
  it('has to be covered on the days that nobody is there', () => {
    const coachesAway = new Map([['coach', [{ from: '2024-05-06', to: '2024-05-17' } as const]]]);
    const standIn = { id: 's', coachId: 'other', from: '2024-05-08' } as const;
    expect(of('coach-cover', fileOf({}, { coachesAway }), '2024-05-01')).toMatchObject([
      { for: 'coordinator', dueOn: '2024-05-06', settledBy: 'CoachSubstituted' },
    ]);
    const covered = fileOf({ substitutions: [standIn] }, { coachesAway });
    expect(of('coach-cover', covered, '2024-05-07')).toHaveLength(1);
    expect(of('coach-cover', covered, '2024-05-08')).toEqual([]);
  });
});

describe('a new job', () => {
  const placements = [job('a', 'bakery', '2024-02-01', '2024-05-31'), job('b', 'garage', '2024-06-10')];
  const plan = planned(version(1, '2024-01-15'));

  it('asks for a contact with the new employer within 14 days, and for a revision of the plan', () => {
    const file = fileOf({ placements, ...plan });
    expect(of('employer-contact', file, '2024-06-09')).toEqual([]);
    expect(of('employer-contact', file, '2024-06-10')).toMatchObject([
      { about: 'b', for: 'coach', dueOn: '2024-06-24', settledBy: 'EmployerContactRecorded' },
    ]);
    expect(
      of('plan-agreement', file, '2024-06-10').find(({ settledBy }) => settledBy === 'PlanRevised'),
    ).toMatchObject({
      about: 'b',
      for: 'coach',
      dueOn: '2024-07-22',
    });
    const contact = {
      id: 'c',
      employerId: 'garage',
      on: '2024-06-12',
      minutes: 15,
      kind: 'check-in',
    } as const;
    const spoken = { ...file, trajectory: { ...file.trajectory, employerContacts: [contact] } };
    expect(of('employer-contact', spoken, '2024-06-11')).toHaveLength(1);
    expect(of('employer-contact', spoken, '2024-06-12')).toEqual([]);
    const revised = fileOf({ placements, ...planned(version(1, '2024-01-15'), version(2, '2024-06-20')) });
    expect(
      of('plan-agreement', revised, '2024-06-20').filter(({ settledBy }) => settledBy === 'PlanRevised'),
    ).toEqual([]);
  });
});

describe('after the last day', () => {
  const closure = { id: 'closure', on: '2024-06-30', structuralSupport: false } as const;
  const ended: Partial<TrajectoryFacts> = { closedOn: '2024-06-30', closures: [closure] };

  it('only what can still be done is a task', () => {
    const work = {
      placements: [job('a', 'bakery', '2024-02-01')],
      grants: [grant('g', '2024-02-01', '2024-07-31')],
    };
    const kinds = (on: CalendarDate) =>
      [...new Set(tasksOn(fileOf({ ...ended, ...work }), on).map(({ kind }) => kind))].sort();
    expect(kinds('2024-06-30')).toEqual(['declaration', 'plan-agreement']);
    expect(kinds('2024-07-01')).toEqual(['declaration', 'outcome-measurement']);
  });

  it('outcomes are due after 6, 12, 24 and 36 months: what was missed, and the next', () => {
    const due = (facts: Partial<TrajectoryFacts>, on: CalendarDate) =>
      of('outcome-measurement', fileOf({ ...ended, ...facts }), on).map(({ dueOn }) => dueOn);
    expect(due({}, '2024-06-30')).toEqual([]);
    expect(due({}, '2024-07-01')).toEqual(['2024-12-30']);
    expect(due({}, '2025-01-01')).toEqual(['2024-12-30', '2025-06-30']);
    const measured = {
      id: 'm',
      closureId: 'closure',
      afterMonths: 6,
      measuredOn: '2024-12-30',
      state: 'no-work',
    } as const;
    expect(due({ outcomes: [measured] }, '2025-01-01')).toEqual(['2025-06-30']);
    expect(due({}, '2028-01-01')).toEqual(['2024-12-30', '2025-06-30', '2026-06-30', '2027-06-30']);
    const reopened = {
      closures: [{ ...closure, reopening: { id: 'r', on: '2024-09-01' } }],
      closedOn: undefined,
    };
    expect(due(reopened as never, '2024-09-01')).toEqual([]);
  });
});

describe('a task', () => {
  it('is open up to and including its day, overdue after it, and always open without one', () => {
    expect(taskStatus({ dueOn: '2024-02-29' }, '2024-02-29')).toBe('open');
    expect(taskStatus({ dueOn: '2024-02-29' }, '2024-03-01')).toBe('overdue');
    expect(taskStatus({ dueOn: null }, '2024-03-01')).toBe('open');
  });

  it('follows the rules that the trajectory is under on the day', () => {
    const move = { id: 'm', ruleSet: { name: 'uwv-2014', version: 2 }, on: '2024-01-20' } as const;
    const [before, after] = taskSpans(fileOf({ ruleSetMoves: [move] })).filter(
      ({ task }) => task.kind === 'plan-agreement',
    );
    expect([before, after]).toMatchObject([
      { from: '2024-01-01', to: '2024-01-19', task: { rule: { ruleSet: 'municipal-2y', version: 1 } } },
      { from: '2024-01-20', task: { rule: { ruleSet: 'uwv-2014', version: 2 } } },
    ]);
  });

  it('is not there before the trajectory opened', () => {
    expect(tasksOn(fileOf({ openedOn: '2024-03-01' }), '2024-02-29')).toEqual([]);
  });
});
