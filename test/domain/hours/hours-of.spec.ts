import { describe, expect, it } from '@jest/globals';
import { type HoursPeriod, hoursOf } from '../../../domain/hours/index.js';
import { PRESETS } from '../../../domain/rule-sets/index.js';
import type { RuleSet } from '../../../domain/rule-sets/rule-set.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Regime } from '../../../domain/shared/lists.js';
import type { Declaration, HoursApproval } from '../../../domain/trajectory/accounts/facts.js';
import type { Session, TrajectoryFacts, TrajectoryRecord } from '../../../domain/trajectory/facts.js';
import { grant, job, session, trajectory, trial } from '../limits/facts-of.js';

interface Question {
  readonly on?: CalendarDate;
  readonly sessions?: readonly Session[];
  readonly ruleSet?: RuleSet;
  readonly continued?: readonly TrajectoryRecord[];
}

function periods(facts: Partial<TrajectoryFacts>, question: Question = {}): readonly HoursPeriod[] {
  const { on = '2025-04-10', sessions = [], ruleSet = PRESETS['uwv-2014'], continued = [] } = question;
  return hoursOf({ on, ruleSet, continued, trajectory: trajectory(facts, sessions) }).periods;
}

const approval = (id: string, on: CalendarDate, more: Partial<HoursApproval> = {}): HoursApproval => ({
  id,
  from: '2025-01-01',
  to: '2025-03-31',
  on,
  minutes: 0,
  withdrawn: false,
  ...more,
});
const declaration = (minutes: number, more: Partial<Declaration> = {}): Declaration => ({
  id: 'd',
  from: '2025-01-01',
  to: '2025-03-31',
  submittedOn: '2025-04-01',
  minutes,
  settlements: [],
  ...more,
});

const placements = [job('a', 'X', '2025-01-01')];
const grants = [grant('g', '2025-01-01', '2025-06-30', { minutes: 1_560 })];

describe('the hours of a period', () => {
  it.each<[Regime, readonly number[]]>([
    ['intensive', [75, 37.5, 30]],
    ['medium', [50, 25, 15]],
  ])('are granted as UWV 2014 A.6 has them: 500 hours a year, %s', (regime, hours) => {
    const facts = {
      placements: [job('a', 'X', '2025-01-01', undefined, { hoursPerYear: 500 })],
      grants: [grant('g', '2025-01-01', '2027-12-31', { regime })],
    };
    const ruleSet = { ...PRESETS['uwv-internal-2015'], hours: PRESETS['uwv-2014'].hours };
    const granted = periods(facts, { on: '2027-06-01', ruleSet }).map((period) => (period.granted ?? 0) / 60);
    expect(granted).toEqual(hours);
  });

  it('are granted, used, approved, declared and left, in whole minutes', () => {
    const sessions = [
      session('s', '2025-02-03', 600, {
        approvedBy: ['p'],
        declaredIn: [{ declarationId: 'd', minutes: 600 }],
      }),
      session('t', '2025-03-03', 120, { groupSize: 6, approvedBy: ['p'] }),
      session('u', '2025-04-01', 95),
    ];
    const facts = {
      placements,
      grants,
      hoursApprovals: [approval('p', '2025-04-01')],
      declarations: [declaration(540)],
    };
    expect(periods(facts, { sessions })[0]).toEqual({
      kind: 'coaching-period',
      number: 1,
      employerId: 'X',
      startsOn: '2025-01-01',
      lastDay: '2025-06-30',
      granted: 1_560,
      used: 715,
      approved: 620,
      declared: 540,
      left: 845,
      // 715 minutes in 100 days: 1,560 after 219 of them, which the period does not have
      runsOutOn: null,
    });
  });

  it('are nothing left once more was used than granted, and unknown without a grant (reading 22)', () => {
    const sessions = [session('s', '2025-02-03', 1_440), session('t', '2025-02-04', 121)];
    expect(periods({ placements, grants }, { sessions })[0]).toMatchObject({ left: 0, used: 1_561 });
    expect(periods({ placements })[0]).toMatchObject({ granted: null, left: null, runsOutOn: null });
  });

  it('are approved and declared from the day that it was done (reading 6)', () => {
    const sessions = [
      session('s', '2025-02-03', 60, {
        approvedBy: ['p'],
        declaredIn: [{ declarationId: 'd', minutes: 60 }],
      }),
    ];
    const facts = {
      placements,
      grants,
      hoursApprovals: [approval('p', '2025-03-15')],
      declarations: [declaration(60)],
    };
    const on = (day: CalendarDate) => {
      const [first] = periods(facts, { on: day, sessions });
      return [first?.approved, first?.declared];
    };
    expect([on('2025-03-14'), on('2025-03-15'), on('2025-04-01')]).toEqual([
      [0, 0],
      [60, 0],
      [60, 60],
    ]);
  });

  it('are not approved by what was taken back, and not declared', () => {
    const sessions = [session('s', '2025-02-03', 60, { approvedBy: ['p'] })];
    const facts = {
      placements,
      grants,
      hoursApprovals: [approval('p', '2025-03-15', { withdrawn: true })],
      declarations: [declaration(60, { withdrawn: true })],
    };
    expect(periods(facts, { sessions })[0]).toMatchObject({ approved: 0, declared: 0 });
  });

  it('are declared where the sessions are, the oldest first, up to what was asked', () => {
    const of = (minutes: number) => [{ declarationId: 'd', minutes }];
    const sessions = [
      session('s', '2025-06-30', 60, { declaredIn: of(60) }),
      session('t', '2025-07-01', 60, { declaredIn: of(60) }),
    ];
    const facts = {
      placements,
      declarations: [declaration(90, { to: '2025-07-31', submittedOn: '2025-08-01' })],
    };
    const declared = periods(facts, { on: '2025-09-01', sessions }).map((period) => period.declared);
    expect(declared.slice(0, 2)).toEqual([60, 30]);
  });

  it('stay declared when the session was withdrawn or moved since, within the days declared', () => {
    const of = (minutes: number) => [{ declarationId: 'd', minutes }];
    const sessions = [
      session('s', '2025-02-03', 60, { declaredIn: of(60), withdrawn: true }),
      session('t', '2025-07-01', 60, { declaredIn: of(60) }),
    ];
    const declared = periods(
      { placements, declarations: [declaration(120)] },
      { on: '2025-09-01', sessions },
    ).map((period) => period.declared);
    expect(declared.slice(0, 2)).toEqual([120, 0]);
  });

  it('count what was approved and declared in the trajectory that this one continues (reading 4)', () => {
    const sessions = [
      session('s', '2025-02-03', 60, {
        approvedBy: ['p'],
        declaredIn: [{ declarationId: 'd', minutes: 60 }],
      }),
    ];
    const earlier = trajectory(
      {
        id: 'earlier',
        placements,
        grants,
        hoursApprovals: [approval('p', '2025-03-15')],
        declarations: [declaration(60)],
      },
      sessions,
    );
    const facts = { continues: 'earlier', openedOn: '2025-03-01' as const, placements: [] };
    const ruleSet = PRESETS['municipal-2y'];
    expect(periods(facts, { ruleSet, continued: [earlier] })[0]).toMatchObject({
      granted: 1_560,
      used: 60,
      approved: 60,
      declared: 60,
    });
  });
});

describe('beside the periods of a term', () => {
  it('stand a trial outside it and what was granted past its last day', () => {
    const facts = {
      placements: [trial('t', 'X', '2024-12-01', '2024-12-31'), job('a', 'X', '2025-01-01')],
      grants: [
        grant('g', '2024-12-01', '2024-12-31', { minutes: 300 }),
        grant('h', '2027-12-01', '2028-02-29', { minutes: 910, beyondLimit: true }),
        grant('i', '2028-02-01', '2028-03-31', { minutes: 600, beyondLimit: true }),
      ],
    };
    const sessions = [session('s', '2024-12-10', 60), session('t', '2028-01-10', 30)];
    const shown = periods(facts, { on: '2028-02-15', sessions }).map(
      ({ kind, startsOn, lastDay, granted, used }) => [kind, startsOn, lastDay, granted, used],
    );
    expect(shown[0]).toEqual(['trial', '2024-12-01', '2024-12-31', 300, 60]);
    expect(shown.at(-2)).toEqual(['coaching-period', '2027-07-01', '2027-12-31', 310, 0]);
    // 60 of the 91 days of the one, and all of the other
    expect(shown.at(-1)).toEqual(['extension', '2028-01-01', '2028-03-31', 1_200, 30]);
  });
});

describe('at this pace', () => {
  const outOf = (granted: number, used: number, on: CalendarDate) =>
    periods(
      { placements, grants: [grant('g', '2025-01-01', '2025-06-30', { minutes: granted })] },
      { on, sessions: [session('s', '2025-01-02', used)] },
    )[0]?.runsOutOn;

  it('hours run out on the day on which the average of the days so far has used them all', () => {
    // 100 minutes in 10 days: 300 minutes last 30 days
    expect(outOf(300, 100, '2025-01-10')).toBe('2025-01-30');
    expect(outOf(301, 100, '2025-01-10')).toBe('2025-01-31');
  });

  it('hours that last the period do not run out', () => {
    // 181 days: 10 a day makes 1,810
    expect(outOf(1_810, 100, '2025-01-10')).toBe('2025-06-30');
    expect(outOf(1_811, 100, '2025-01-10')).toBeNull();
  });

  it('hours that are gone ran out on the day of the session that took the last', () => {
    const sessions = [
      session('s', '2025-01-02', 60),
      session('t', '2025-02-03', 60),
      session('u', '2025-03-04', 60),
    ];
    const facts = { placements, grants: [grant('g', '2025-01-01', '2025-06-30', { minutes: 120 })] };
    expect(periods(facts, { on: '2025-06-30', sessions })[0]?.runsOutOn).toBe('2025-02-03');
  });

  it('nothing is known before the first session, nor of a period to come', () => {
    const facts = {
      placements,
      grants: [...grants, grant('h', '2025-07-01', '2025-12-31', { minutes: 600 })],
    };
    expect(
      periods(facts)
        .map((period) => period.runsOutOn)
        .slice(0, 2),
    ).toEqual([null, null]);
  });
});
