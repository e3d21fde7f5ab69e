import { describe, expect, it } from '@jest/globals';
import { erasableFrom, type KeptTrajectory } from '../../../domain/candidate/rights/erasable-from.js';

const today = '2026-03-02';
type Facts = KeptTrajectory['facts'];
const closed = (facts: Partial<Facts> = {}, term: KeptTrajectory['term'] = 'P10Y'): KeptTrajectory => ({
  facts: { id: 't', closedOn: '2015-04-30', objections: [], declarations: [], ...facts },
  term,
});
const settlement = { id: 's', on: '2015-09-15', minutes: 60, amountCents: 1, changedMinutes: 0 } as const;
const declaration = { id: 'd', from: '2015-01-01', to: '2015-01-31', minutes: 60, settlements: [settlement] };
const objection = { id: 'o', against: 'g', lodgedOn: '2015-05-01', by: 'candidate' } as const;
const from = (trajectories: readonly KeptTrajectory[], held?: '2026-03-01' | '2026-03-02') =>
  erasableFrom(trajectories, held, today);

describe('a file may be erased', () => {
  it('from the day after the term that its rules give after the closure', () => {
    expect(from([closed()])).toEqual({ from: '2025-05-01', keptBecause: [] });
    expect(from([closed({ closedOn: '2016-02-29' }, 'P1Y')]).from).toBe('2017-03-01');
  });

  it('later when an objection was decided or a declaration settled after the closure', () => {
    const facts = { declarations: [declaration] } as unknown as Partial<Facts>;
    expect(from([closed(facts)]).from).toBe('2025-09-16');
    const objections = [{ ...objection, decidedOn: '2016-01-10', result: 'rejected' }] as const;
    expect(from([closed({ ...facts, objections })]).from).toBe('2026-01-11');
  });

  it('when the last of all trajectories allows it, each by its own rules', () => {
    const others = [closed(), closed({ id: 'u', closedOn: '2021-01-31' }, 'P5Y')];
    expect(from(others).from).toBe('2026-02-01');
  });
});

describe('no day is known', () => {
  it('while a trajectory is open, or the rules give no term, or there is none', () => {
    expect(from([closed({ closedOn: undefined } as never)])).toEqual({
      from: undefined,
      keptBecause: [{ why: 'trajectory-open', trajectoryId: 't' }],
    });
    expect(from([{ ...closed(), term: undefined }]).keptBecause).toEqual([
      { why: 'no-term', trajectoryId: 't' },
    ]);
    expect(from([]).keptBecause).toEqual([{ why: 'no-trajectory' }]);
  });

  it('while an objection waits, a declaration is not settled, or the file is held', () => {
    const waiting = closed({
      objections: [objection],
      declarations: [{ ...declaration, settlements: [] }] as never,
    });
    expect(from([waiting]).keptBecause.map(({ why }) => why)).toEqual([
      'objection-open',
      'declaration-not-settled',
    ]);
    expect(from([closed()], '2026-03-02')).toEqual({
      from: undefined,
      keptBecause: [{ why: 'held', until: '2026-03-02' }],
    });
    expect(from([closed()], '2026-03-01').from).toBe('2025-05-01');
  });
});
