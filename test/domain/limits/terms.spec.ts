import { describe, expect, it } from '@jest/globals';
import { PRESETS } from '../../../domain/rule-sets/index.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { PlacementKind } from '../../../domain/shared/lists.js';
import { clockOf, grant, job, limits, onlyTerm, termsOf, trajectory, trial } from './facts-of.js';

const days = (terms: ReturnType<typeof termsOf>) => terms.map((term) => [term.startsOn, term.lastDay]);

describe('the first and last day of a term', () => {
  it.each<[CalendarDate, CalendarDate, CalendarDate]>([
    ['2024-03-01', '2027-02-28', '2026-02-28'],
    ['2024-02-29', '2027-02-27', '2026-02-27'],
    ['2023-02-28', '2026-02-27', '2025-02-27'],
    ['2024-12-31', '2027-12-30', '2026-12-30'],
    ['2025-03-01', '2028-02-29', '2027-02-28'],
  ])('from %s is %s after three years and %s after two (domain.md section 6)', (start, uwv, municipal) => {
    const answer = limits({ placements: [job('a', 'X', start)] }, { on: start });
    expect(onlyTerm(answer).lastDay).toBe(uwv);
    expect(onlyTerm(answer, 'municipal-2y').lastDay).toBe(municipal);
  });

  it('follow the first counting placement, and no grant starts, shifts or lengthens them (reading 1)', () => {
    const facts = {
      placements: [job('a', 'X', '2024-03-01')],
      grants: [grant('g', '2024-01-01', '2028-01-01')],
    };
    expect(days(termsOf(limits(facts, { on: '2024-06-01' })))).toEqual([['2024-03-01', '2027-02-28']]);
  });

  it('start anew with a new employer, whether or not the work is the same (UWV 2014 A.4.2, example 5)', () => {
    const placements = [
      job('a', 'X', '2024-01-01', '2025-06-30'),
      job('b', 'Y', '2025-07-01', undefined, { sameWorkAs: 'a' }),
    ];
    const answer = limits({ placements }, { on: '2025-08-01' });
    expect(days(termsOf(answer))).toEqual([
      ['2024-01-01', '2026-12-31'],
      ['2025-07-01', '2028-06-30'],
    ]);
    expect(termsOf(answer, 'municipal-2y')).toHaveLength(1);
  });

  it('start on the opening for a job that ran already, and not at all for one that had ended (reading 2)', () => {
    const facts = {
      openedOn: '2024-05-01' as const,
      placements: [job('a', 'X', '2023-01-01'), job('b', 'Y', '2023-01-01', '2024-04-30')],
    };
    const term = onlyTerm(limits(facts, { on: '2024-06-01' }));
    expect([term.startsOn, term.lastDay, term.employerIds]).toEqual(['2024-05-01', '2027-04-30', ['X']]);
    expect(termsOf(limits(facts, { on: '2024-04-30' }))).toEqual([]);
  });

  it.each<[PlacementKind, number]>([
    ['employment', 1],
    ['secondment', 1],
    ['sheltered', 1],
    ['trial-placement', 0],
    ['work-experience', 0],
    ['participation', 0],
  ])('open or do not open with a placement of kind %s: %d (reading 3)', (kind, count) => {
    const answer = limits(
      { placements: [job('a', 'X', '2024-03-01', undefined, { kind })] },
      { on: '2024-06-01' },
    );
    for (const name of ['uwv-2014', 'municipal-2y']) expect(termsOf(answer, name)).toHaveLength(count);
  });

  it('run on through a trial elsewhere without covering it (reading 3)', () => {
    const placements = [
      job('a', 'X', '2024-03-01', '2024-05-31'),
      trial('t', 'Y', '2024-06-01', '2024-07-31'),
    ];
    const term = onlyTerm(limits({ placements }, { on: '2024-07-01' }), 'municipal-2y');
    expect([term.lastDay, term.placementIds, term.elapsed]).toEqual(['2026-02-28', ['a'], 'P4M']);
  });
});

describe('gaps at one employer', () => {
  it.each<[CalendarDate, number]>([
    ['2024-06-28', 1],
    ['2024-06-29', 1],
    ['2024-06-30', 2],
  ])(
    'after a job until 31 May, one from %s makes %d term(s): 28 days go on, 29 start anew (reading 8)',
    (next, count) => {
      const placements = [job('a', 'X', '2024-01-01', '2024-05-31'), job('b', 'X', next)];
      expect(termsOf(limits({ placements }, { on: '2024-08-01' }))).toHaveLength(count);
    },
  );

  it('of seven months start a new term of three years (UWV 2014 A.4.2, example 4)', () => {
    const placements = [job('a', 'X', '2024-01-01', '2024-05-31'), job('b', 'X', '2025-01-01')];
    expect(days(termsOf(limits({ placements }, { on: '2025-02-01' })))).toEqual([
      ['2024-01-01', '2024-12-31'],
      ['2025-01-01', '2027-12-31'],
    ]);
  });

  it('are measured from the latest last day, whatever happened elsewhere or on trial in between (reading 8)', () => {
    const placements = [
      job('a', 'X', '2024-01-01', '2024-12-31'),
      job('b', 'X', '2024-02-01', '2024-03-31', { kind: 'secondment' }),
      trial('t', 'X', '2025-01-01', '2025-01-20'),
      job('c', 'Y', '2025-01-05', '2025-01-10'),
      job('d', 'X', '2025-01-29'),
    ];
    const at = termsOf(limits({ placements }, { on: '2025-03-01' })).filter(
      (term) => term.employerIds[0] === 'X',
    );
    expect(at.map((term) => term.placementIds)).toEqual([['a', 'b', 'd']]);
  });

  it('cut the earlier term and its last period off where a second one starts (reading 8a)', () => {
    const placements = [job('a', 'X', '2024-01-01', '2024-05-31'), job('b', 'X', '2024-08-15')];
    const [first, second] = termsOf(
      limits({ placements, grants: [grant('g', '2024-07-01', '2024-12-31')] }, { on: '2024-09-01' }),
    );
    expect(first?.lastDay).toBe('2024-08-14');
    expect(first?.periods.at(-1)).toMatchObject({ number: 2, startsOn: '2024-07-01', lastDay: '2024-08-14' });
    expect(first?.extensions).toEqual([]);
    expect(second?.periods[0]).toMatchObject({ startsOn: '2024-08-15', grantId: 'g' });
  });

  it('never end an unbroken line, not even where it goes on past the maximum (reading 8a)', () => {
    const placements = [job('a', 'X', '2020-01-01', '2022-12-31'), job('b', 'X', '2023-01-01')];
    const term = onlyTerm(limits({ placements }, { on: '2023-06-01' }));
    expect([term.lastDay, term.placementIds, term.status]).toEqual(['2022-12-31', ['a'], 'reached']);
  });

  it('go by the employer where the work is done (reading 7)', () => {
    const placements = [
      job('a', 'X', '2024-01-01', '2024-05-31', { kind: 'secondment' }),
      job('b', 'Y', '2024-06-01'),
    ];
    expect(termsOf(limits({ placements }, { on: '2024-07-01' })).map((term) => term.employerIds)).toEqual([
      ['X'],
      ['Y'],
    ]);
  });
});

describe('a term of the person', () => {
  it('runs through gaps of any length, and a job past its last day opens no other (reading 5)', () => {
    const placements = [
      job('a', 'X', '2022-01-01', '2022-03-31'),
      job('b', 'Y', '2023-06-01', '2023-07-31'),
      job('c', 'Z', '2024-02-01'),
    ];
    const term = onlyTerm(limits({ placements }, { on: '2024-03-01' }), 'municipal-2y');
    expect([term.lastDay, term.employerIds, term.status]).toEqual(['2023-12-31', ['X', 'Y'], 'reached']);
  });

  it('lists employers and placements by their first day in it, the smaller id first (reading 54)', () => {
    const placements = [
      job('c', 'X', '2024-02-01'),
      job('b', 'Z', '2024-01-01'),
      job('a', 'Y', '2024-01-01'),
    ];
    const term = onlyTerm(limits({ placements }, { on: '2024-03-01' }), 'municipal-2y');
    expect([term.employerIds, term.placementIds]).toEqual([
      ['Y', 'Z', 'X'],
      ['a', 'b', 'c'],
    ]);
  });
});

describe('a trajectory that continues another', () => {
  const before = trajectory({
    id: 'before',
    openedOn: '2023-01-01',
    closedOn: '2023-12-31',
    placements: [job('a', 'X', '2023-01-01')],
  });

  it('counts on in the one term of the person (reading 4)', () => {
    const facts = {
      continues: 'before',
      openedOn: '2024-01-01' as const,
      placements: [job('c', 'Y', '2024-02-01')],
    };
    const term = onlyTerm(limits(facts, { on: '2024-03-01', continued: [before] }), 'municipal-2y');
    expect([term.startsOn, term.employerIds]).toEqual(['2023-01-01', ['X', 'Y']]);
    expect(onlyTerm(limits(facts, { on: '2024-03-01' }), 'municipal-2y').startsOn).toBe('2024-02-01');
  });

  it('counts a job that both recorded once, from the earlier opening, to the end that one of them knows (reading 52)', () => {
    const facts = {
      continues: 'before',
      openedOn: '2024-01-01' as const,
      placements: [job('b', 'X', '2023-01-01', '2024-01-31')],
    };
    const term = onlyTerm(limits(facts, { on: '2024-06-01', continued: [before] }));
    expect([term.startsOn, term.placementIds, term.status]).toEqual(['2023-01-01', ['a'], 'closed']);
  });
});

describe('a clock that deducts the same work', () => {
  const under = { ruleSet: PRESETS['uwv-internal-2015'], on: '2026-06-01' as const };
  const first = job('a', 'X', '2024-01-01', '2024-12-31');
  const lastDays = (placements: ReturnType<typeof job>[]) =>
    termsOf(limits({ placements }, under), 'uwv-internal-2015').map((term) => term.lastDay);

  it('takes the days elapsed in the term of the named placement off the new end (reading 35)', () => {
    const second = job('b', 'Y', '2025-01-01', undefined, { sameWorkAs: 'a' });
    expect(lastDays([first, second])).toEqual(['2026-12-31', '2026-12-30']);
  });

  it('restarts without a placement of the same work (reading 35)', () => {
    expect(lastDays([first, job('b', 'Y', '2025-01-01')])).toEqual(['2026-12-31', '2027-12-31']);
  });

  it('counts in a chain what elapsed in the term that is named, and no further back (reading 35)', () => {
    const second = job('b', 'Y', '2025-01-01', '2025-06-30', { sameWorkAs: 'a' });
    const third = job('c', 'Z', '2025-07-01', undefined, { sameWorkAs: 'b' });
    expect(lastDays([first, second, third])).toEqual(['2026-12-31', '2026-12-30', '2028-01-01']);
  });

  it('never ends before it starts (reading 35)', () => {
    const full = job('a', 'X', '2020-01-01', '2024-12-31');
    const second = job('b', 'Y', '2025-01-01', undefined, { sameWorkAs: 'a' });
    const [, term] = termsOf(limits({ placements: [full, second] }, under), 'uwv-internal-2015');
    expect(term).toMatchObject({
      startsOn: '2025-01-01',
      lastDay: '2024-12-31',
      periods: [],
      status: 'reached',
    });
  });
});

describe('the calendar on a day', () => {
  const placements = [job('a', 'X', '2024-01-01', '2024-05-31'), job('b', 'Y', '2024-06-01')];

  it('leaves out what starts later, and later endings have not happened (reading 6)', () => {
    const term = onlyTerm(limits({ placements }, { on: '2024-05-30' }));
    expect([term.employerIds, term.status]).toEqual([['X'], 'running']);
    expect(termsOf(limits({ placements }, { on: '2024-06-01' })).map(({ status }) => status)).toEqual([
      'restarted',
      'running',
    ]);
    expect(termsOf(limits({ placements }, { on: '2023-12-31' }))).toEqual([]);
  });
});

describe('the clocks that are shown', () => {
  const names = (name: keyof typeof PRESETS) =>
    limits({}, { on: '2024-01-01', ruleSet: PRESETS[name] }).clocks.map(({ clock, binding }) => [
      clock,
      binding,
    ]);

  it('are the binding one, then municipal-2y and uwv-2014, none twice (reading 53)', () => {
    expect(names('uwv-2014')).toEqual([
      ['uwv-2014', true],
      ['municipal-2y', false],
    ]);
    expect(names('municipal-2y')).toEqual([
      ['municipal-2y', true],
      ['uwv-2014', false],
    ]);
    expect(names('municipal-3y').map(([name]) => name)).toEqual(['municipal-3y', 'municipal-2y', 'uwv-2014']);
  });

  it('have no terms without a counting placement, and say what they come from (reading 54)', () => {
    const clock = clockOf(limits({}, { on: '2024-01-01' }));
    expect([clock.terms, clock.maximum, clock.basis]).toEqual([[], 'P3Y', PRESETS['uwv-2014'].clock.basis]);
  });

  it('order terms that start on one day by employer (reading 54)', () => {
    const placements = [job('a', 'Z', '2024-01-01'), job('b', 'X', '2024-01-01')];
    const answer = limits({ placements }, { on: '2024-02-01' });
    expect(termsOf(answer).map((term) => term.employerIds[0])).toEqual(['X', 'Z']);
  });
});
