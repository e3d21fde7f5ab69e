import { describe, expect, it } from '@jest/globals';
import { PRESETS } from '../../../domain/rule-sets/index.js';
import type { RuleSet } from '../../../domain/rule-sets/rule-set.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Regime } from '../../../domain/shared/lists.js';
import type { TrajectoryFacts } from '../../../domain/trajectory/facts.js';
import { clockOf, grant, job, limits, onlyTerm, session, termsOf, trial } from './facts-of.js';

const budgets = (facts: Partial<TrajectoryFacts>, clock = 'uwv-2014', on: CalendarDate = '2027-06-01') =>
  onlyTerm(limits(facts, { on }), clock).periods.map((period) => period.budgetMinutes);

/** A job of 500 hours a year from 1 January 2025, so that the three years have 365 days each. */
const FIVE_HUNDRED = job('a', 'X', '2025-01-01', undefined, { hoursPerYear: 500 });

describe('hours from the regime', () => {
  it.each<[Regime, readonly number[]]>([
    ['intensive', [75, 37.5, 30]],
    ['medium', [50, 25, 15]],
    ['light', [30, 15, 15]],
    ['very-light', [15, 15, 15]],
  ])(
    'of 500 hours a year under %s are %j a year (UWV 2014 examples 1 and 2, reading 19)',
    (regime, hours) => {
      const facts = {
        placements: [FIVE_HUNDRED],
        grants: [grant('g', '2025-01-01', '2027-12-31', { regime })],
      };
      const yearly = { ...PRESETS['uwv-internal-2015'], hours: PRESETS['uwv-2014'].hours };
      const periods = onlyTerm(
        limits(facts, { on: '2027-06-01', ruleSet: yearly }),
        'uwv-internal-2015',
      ).periods;
      expect(periods.map((period) => (period.budgetMinutes ?? 0) / 60)).toEqual(hours);
    },
  );

  it('are the year over its days, rounded down once: two half years can show a minute less (readings 20 and 21)', () => {
    const facts = {
      placements: [FIVE_HUNDRED],
      grants: [grant('g', '2025-01-01', '2027-12-31', { regime: 'intensive' })],
    };
    // 4500 × 181 ÷ 365 = 2231.50… and 4500 × 184 ÷ 365 = 2268.49…
    expect(budgets(facts).slice(0, 2)).toEqual([2231, 2268]);
  });

  it('take hours per week times 52 where the placement states none a year (domain.md section 6)', () => {
    const facts = {
      placements: [job('a', 'X', '2025-01-01', undefined, { hoursPerWeek: 37.5 })],
      grants: [grant('g', '2025-01-01', '2025-12-31')],
    };
    // 37.5 × 52 × 60 × 10 % = 11700 a year
    expect(budgets(facts).slice(0, 3)).toEqual([
      Math.floor((11700 * 181) / 365),
      Math.floor((11700 * 184) / 365),
      null,
    ]);
  });

  it('follow a change of hours from its day on (reading 19)', () => {
    const hours = [
      { from: '2025-01-01', hoursPerWeek: 20 },
      { from: '2025-04-01', hoursPerWeek: 30 },
    ] as const;
    const facts = {
      placements: [{ ...job('a', 'X', '2025-01-01'), hours }],
      grants: [grant('g', '2025-01-01', '2025-06-30')],
    };
    const exact = (20 * 90 + 30 * 91) * ((52 * 60 * 0.1) / 365);
    expect(budgets(facts)[0]).toBe(Math.floor(exact));
  });

  it('are nothing on a day without a placement, and null in a period without a granted day (readings 19 and 22)', () => {
    const facts = {
      placements: [job('a', 'X', '2025-01-01', '2025-06-30')],
      grants: [grant('g', '2025-01-01', '2025-12-31')],
    };
    expect(budgets(facts).slice(0, 3)).toEqual([expect.any(Number), 0, null]);
  });

  it('add up over jobs side by side in a term of the person, a trial at year 1 (reading 19)', () => {
    const placements = [
      job('a', 'X', '2024-01-01', undefined, { hoursPerYear: 600 }),
      {
        ...trial('t', 'Y', '2025-07-01', '2025-08-31'),
        hours: [{ from: '2025-07-01', hoursPerWeek: 1, hoursPerYear: 600 }],
      } as const,
    ];
    const facts = { placements, grants: [grant('g', '2025-07-01', '2025-12-31')] };
    const inYear2 = (600 * 60 * 0.05 * 184) / 365;
    const onTrial = (600 * 60 * 0.1 * 62) / 365;
    expect(budgets(facts, 'municipal-2y')[3]).toBe(Math.floor(inYear2 + onTrial));
    const named = { placements, grants: [grant('g', '2025-07-01', '2025-12-31', { placementId: 'a' })] };
    expect(budgets(named, 'municipal-2y')[3]).toBe(Math.floor(inYear2));
    expect(termsOf(limits(named, { on: '2025-08-01' }))[0]?.periods[3]?.budgetMinutes).toBe(
      Math.floor(inYear2),
    );
  });

  it('use the third percentage in every later year (reading 20)', () => {
    const ruleSet: RuleSet = {
      ...PRESETS['uwv-2014'],
      name: 'long',
      clock: { ...PRESETS['uwv-2014'].clock, maximum: 'P5Y', period: 'P1Y' },
    };
    const facts = { placements: [FIVE_HUNDRED], grants: [grant('g', '2025-01-01', '2029-12-31')] };
    const periods = onlyTerm(limits(facts, { on: '2026-01-01', ruleSet }), 'long').periods;
    expect(periods.map((period) => period.budgetMinutes)).toEqual([3000, 1500, 900, 900, 900]);
  });

  it('can be fixed per year, in proportion under a number of weekly hours, or none (domain.md section 6)', () => {
    const facts = {
      placements: [job('a', 'X', '2025-01-01', undefined, { hoursPerWeek: 12 })],
      grants: [grant('g', '2025-01-01', '2027-12-31')],
    };
    const base = { ...PRESETS['uwv-internal-2015'], name: 'own' };
    const of = (hours: RuleSet['hours']) =>
      onlyTerm(limits(facts, { on: '2026-01-01', ruleSet: { ...base, hours } }), 'own').periods.map(
        (period) => period.budgetMinutes,
      );
    const hoursPerYear = { medium: [60, 36, 18] } as const;
    expect(of({ model: 'fixed-hours-per-year', hoursPerYear, fullFromHoursPerWeek: 24 })).toEqual([
      1800, 1080, 540,
    ]);
    expect(of({ model: 'fixed-hours-per-year', hoursPerYear, fullFromHoursPerWeek: 10 })).toEqual([
      3600, 2160, 1080,
    ]);
    expect(of({ model: 'none' })).toEqual([0, 0, 0]);
  });
});

describe('stated hours', () => {
  const placements = [job('a', 'X', '2025-01-01')];

  it('give a whole figure to the period that the grant fits (reading 18)', () => {
    const facts = { placements, grants: [grant('g', '2025-01-01', '2025-06-30', { minutes: 4500 })] };
    expect(budgets(facts).slice(0, 2)).toEqual([4500, null]);
  });

  it('are spread evenly over the days of the grant, and grants that overlap add up (reading 18)', () => {
    const grants = [
      grant('g', '2025-06-01', '2025-07-30', { minutes: 601 }),
      grant('h', '2025-06-30', '2025-06-30', { minutes: 100 }),
    ];
    expect(budgets({ placements, grants }).slice(0, 2)).toEqual([Math.floor(601 / 2 + 100), 300]);
  });

  it('are replaced by a revision from its decision on (reading 18)', () => {
    const first = grant('g', '2025-01-01', '2025-06-30', { minutes: 4500 });
    const revised = {
      ...first.decisions[0],
      decidedOn: '2025-03-01',
      minutes: 6000,
    } as (typeof first.decisions)[0];
    const facts = { placements, grants: [{ ...first, decisions: [...first.decisions, revised] }] };
    expect(budgets(facts, 'uwv-2014', '2025-02-28')[0]).toBe(4500);
    expect(budgets(facts, 'uwv-2014', '2025-03-01')[0]).toBe(6000);
  });

  it('count from the day of their decision on (reading 6)', () => {
    const grants = [grant('g', '2025-01-01', '2025-06-30', { minutes: 4500, decidedOn: '2025-02-10' })];
    expect(budgets({ placements, grants }, 'uwv-2014', '2025-02-09')[0]).toBeNull();
    expect(budgets({ placements, grants }, 'uwv-2014', '2025-02-10')[0]).toBe(4500);
  });
});

describe('what a grant is for', () => {
  const paid = (facts: Partial<TrajectoryFacts>) =>
    termsOf(limits(facts, { on: '2026-01-01' }))
      .filter((term) => term.periods.some((period) => period.grantId === 'g'))
      .flatMap((term) => term.employerIds);

  it.each([
    ['the placement that it names', '2025-03-01', '2025-06-30', 'b', ['Y']],
    ['the latest started that runs on its first day', '2025-03-01', '2025-06-30', undefined, ['Z']],
    ['else the first that starts within it', '2024-12-01', '2025-06-30', undefined, ['X']],
  ] as const)('is the employer of %s (reading 17)', (_what, from, to, placementId, employers) => {
    const placements = [
      job('a', 'X', '2025-01-01'),
      job('b', 'Y', '2025-01-15'),
      job('c', 'Z', '2025-02-01'),
    ];
    expect(paid({ placements, grants: [grant('g', from, to, placementId ? { placementId } : {})] })).toEqual(
      employers,
    );
  });

  it('is else the employer of the last that ended before it (reading 17)', () => {
    const placements = [job('a', 'X', '2025-01-01', '2025-02-28'), job('b', 'Y', '2025-01-01', '2025-03-01')];
    expect(paid({ placements, grants: [grant('g', '2025-04-01', '2025-06-30')] })).toEqual(['Y']);
  });

  it('is, of two that start on one day, the one with the smaller id (readings 17 and 54)', () => {
    const placements = [job('b', 'Y', '2025-01-01'), job('a', 'X', '2025-01-01')];
    expect(paid({ placements, grants: [grant('g', '2025-03-01', '2025-06-30')] })).toEqual(['X']);
  });

  it('shows the grant with most days in a period, then the earliest, then the smaller id (reading 17a)', () => {
    const placements = [job('a', 'X', '2025-01-01')];
    const shown = (...grants: TrajectoryFacts['grants']) =>
      onlyTerm(limits({ placements, grants }, { on: '2026-01-01' })).periods[0]?.grantId;
    const short = grant('s', '2025-01-01', '2025-01-31');
    expect(shown(short, grant('l', '2025-02-01', '2025-06-30'))).toBe('l');
    expect(shown(grant('e', '2025-03-01', '2025-03-31'), short)).toBe('s');
    expect(shown(grant('t', '2025-01-01', '2025-01-31'), short)).toBe('s');
    expect(shown()).toBeNull();
  });
});

describe('used minutes', () => {
  const placements = [job('a', 'X', '2025-01-01'), job('b', 'Y', '2025-02-01', '2025-05-31')];
  const used = (sessions: Parameters<typeof limits>[1]['sessions'] = [], ruleSet = PRESETS['uwv-2014']) => {
    const answer = limits({ placements, openedOn: '2024-12-01' }, { on: '2025-06-15', sessions, ruleSet });
    const first = (name: string) => termsOf(answer, name).map((term) => term.periods[0]?.usedMinutes);
    return { uwv: first('uwv-2014'), municipal: first('municipal-2y') };
  };

  it('of 120 minutes with a group of 6 are 20 (UWV 2014 example 14), the remainder nobody’s (reading 23)', () => {
    expect(used([session('s', '2025-01-10', 120, { groupSize: 6 })]).uwv).toEqual([20, 0]);
    expect(used([session('s', '2025-01-10', 125, { groupSize: 6 })]).uwv).toEqual([20, 0]);
  });

  it('are at the employer of the placement that the session names, else of the latest started (reading 23)', () => {
    const sessions = [
      session('s', '2025-03-01', 60),
      session('t', '2025-03-01', 30, { placementId: 'a' }),
      session('u', '2025-06-01', 10),
    ];
    expect(used(sessions)).toEqual({ uwv: [40, 60], municipal: [100] });
  });

  it('leave out what was withdrawn, and what lies after the day (readings 6 and 23)', () => {
    expect(
      used([session('s', '2025-03-01', 60, { withdrawn: true }), session('t', '2025-06-16', 60)]).uwv,
    ).toEqual([0, 0]);
  });

  it('leave out a day without a placement unless the rule set says so (reading 38)', () => {
    const gap = [job('a', 'X', '2025-01-01', '2025-01-31'), job('b', 'Y', '2025-03-01')];
    const of = (sessionOutsidePlacementDeclarable: boolean) => {
      const ruleSet = { ...PRESETS['municipal-2y'], name: 'own', sessionOutsidePlacementDeclarable };
      const sessions = [session('s', '2025-02-10', 60)];
      return onlyTerm(limits({ placements: gap }, { on: '2025-04-01', ruleSet, sessions }), 'own').periods[0]
        ?.usedMinutes;
    };
    expect([of(false), of(true)]).toEqual([0, 60]);
  });
});

describe('a trial placement', () => {
  const hours = [{ from: '2025-01-01', hoursPerWeek: 12, hoursPerYear: 600 }] as const;
  const first = { ...trial('t', 'X', '2025-01-01', '2025-02-28'), hours };
  const facts = {
    placements: [first, job('a', 'X', '2025-03-01')],
    grants: [grant('g', '2025-01-01', '2025-02-28'), grant('h', '2025-03-01', '2025-08-31')],
  };

  it('before the job is a period of its own, with its hours at year 1 and its sessions (reading 56, UWV 2014 A.3.2)', () => {
    const sessions = [session('s', '2025-02-01', 45)];
    for (const name of ['uwv-2014', 'municipal-2y']) {
      const clock = clockOf(limits(facts, { on: '2025-04-01', sessions }), name);
      expect(clock.terms[0]?.startsOn).toBe('2025-03-01');
      expect(clock.separatePeriods).toEqual([
        {
          placementId: 't',
          employerId: 'X',
          startsOn: '2025-01-01',
          lastDay: '2025-02-28',
          // 10 % of 600 hours over 59 of 365 days: not the 15 hours that the published example 3 prints
          budgetMinutes: Math.floor((3600 * 59) / 365),
          usedMinutes: 45,
          grantId: 'g',
        },
      ]);
    }
  });

  it('has no last day while it runs, and no budget without a grant (readings 22 and 56)', () => {
    const { separatePeriods } = clockOf(
      limits({ placements: [trial('t', 'X', '2025-01-01')] }, { on: '2025-01-15' }),
    );
    expect(separatePeriods).toMatchObject([{ lastDay: null, budgetMinutes: null, grantId: null }]);
  });

  it('is inside the one term of the person, and outside the term at another employer (reading 56)', () => {
    const placements = [
      job('a', 'X', '2025-01-01', '2025-03-31'),
      trial('t', 'Y', '2025-04-01', '2025-05-31'),
    ];
    const answer = limits({ placements }, { on: '2025-05-01' });
    expect(clockOf(answer, 'municipal-2y').separatePeriods).toEqual([]);
    expect(clockOf(answer).separatePeriods).toMatchObject([{ placementId: 't', startsOn: '2025-04-01' }]);
  });

  it('is split by a term that begins or ends in it (reading 56)', () => {
    const placements = [
      trial('t', 'X', '2024-12-15', '2025-03-31'),
      job('a', 'X', '2025-01-01', '2025-01-10'),
      job('b', 'X', '2025-03-01'),
    ];
    const { separatePeriods } = clockOf(limits({ placements }, { on: '2025-06-01' }));
    expect(separatePeriods.map(({ startsOn, lastDay }) => [startsOn, lastDay])).toEqual([
      ['2024-12-15', '2024-12-31'],
    ]);
  });

  it('opens a term like a job where a rule set lets it count', () => {
    const clock = { ...PRESETS['uwv-2014'].clock, trialPlacementCounts: true };
    const answer = limits(facts, {
      on: '2025-04-01',
      ruleSet: { ...PRESETS['uwv-2014'], name: 'own', clock },
    });
    expect(onlyTerm(answer, 'own')).toMatchObject({ startsOn: '2025-01-01', placementIds: ['t', 'a'] });
    expect(clockOf(answer, 'own').separatePeriods).toEqual([]);
  });
});

describe('each clock', () => {
  it('counts hours by its own rule set, the municipal ones as uwv-2014 (reading 22a)', () => {
    const facts = {
      placements: [FIVE_HUNDRED],
      grants: [grant('g', '2025-01-01', '2025-06-30', { regime: 'very-light' })],
    };
    const answer = limits(facts, { on: '2025-03-01', ruleSet: PRESETS['uwv-internal-2015'] });
    expect(onlyTerm(answer, 'uwv-internal-2015').periods[0]?.budgetMinutes).toBe(0);
    expect(onlyTerm(answer, 'uwv-2014').periods[0]?.budgetMinutes).toBe(Math.floor((900 * 181) / 365));
    expect(onlyTerm(answer, 'municipal-2y').periods[0]?.budgetMinutes).toBe(Math.floor((900 * 181) / 365));
  });
});
