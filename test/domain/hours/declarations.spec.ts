import { describe, expect, it } from '@jest/globals';
import { amountOf, approvalsBy, declarationsBy } from '../../../domain/hours/index.js';
import { PRESETS } from '../../../domain/rule-sets/index.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Declaration } from '../../../domain/trajectory/accounts/facts.js';
import type { Session } from '../../../domain/trajectory/facts.js';
import { job, session, trajectory } from '../limits/facts-of.js';

const placements = [job('a', 'X', '2025-01-01', '2025-12-31')];
const declared: Declaration = {
  id: 'd',
  from: '2025-02-01',
  to: '2025-02-28',
  submittedOn: '2025-03-03',
  minutes: 120,
  amountCents: 15_000,
  settlements: [],
};
const inD = (minutes: number) => ({ declaredIn: [{ declarationId: 'd', minutes }] });
const hoursApprovals = [
  { id: 'p', from: '2025-02-01', to: '2025-02-28', on: '2025-03-01', minutes: 120, withdrawn: false },
] as const;

function shown(
  sessions: readonly Session[],
  declaration: Partial<Declaration> = {},
  on: CalendarDate = '2025-06-01',
) {
  const facts = { placements, hoursApprovals, declarations: [{ ...declared, ...declaration }] };
  const record = trajectory(facts, sessions);
  return declarationsBy({ on, trajectory: record, continued: [], ruleSet: PRESETS['uwv-2014'] });
}

const first = session('s', '2025-02-03', 60, { approvedBy: ['p'], ...inD(60) });
const second = session('t', '2025-02-10', 60, { approvedBy: ['p'], ...inD(60) });

describe('what changed after a declaration', () => {
  it('is nothing while its sessions count as they did', () => {
    expect(shown([first, second])).toMatchObject([
      {
        minutes: 120,
        changedAfterDeclaration: { minutes: 0, sessionIds: [] },
        toSettleMinutes: 0,
        settled: null,
      },
    ]);
  });

  it.each([
    ['a correction', { minutes: 45 }, -15],
    ['a correction to more', { minutes: 75 }, 15],
    ['a withdrawal', { withdrawn: true }, -60],
    ['a move to a day outside it', { on: '2025-03-03' }, -60],
    ['a move to a day without a placement', { on: '2026-01-03' }, -60],
  ] as const)('is the difference that %s makes, approved anew or not', (_what, change, minutes) => {
    expect(
      shown([first, session('t', '2025-02-10', 60, { ...inD(60), ...change })], {}, '2026-06-01'),
    ).toMatchObject([{ changedAfterDeclaration: { minutes, sessionIds: ['t'] }, toSettleMinutes: minutes }]);
  });

  it('is what was approved in its days since, and not what was only registered', () => {
    const late = session('u', '2025-02-20', 30);
    expect(shown([first, second, late])).toMatchObject([{ toSettleMinutes: 0 }]);
    expect(shown([first, second, { ...late, approvedBy: ['p'] }])).toMatchObject([
      { changedAfterDeclaration: { minutes: 30, sessionIds: ['u'] } },
    ]);
  });

  it('names sessions whose changes make up for each other', () => {
    const changed = [session('s', '2025-02-03', 45, inD(60)), session('t', '2025-02-10', 75, inD(60))];
    expect(shown(changed)).toMatchObject([
      { changedAfterDeclaration: { minutes: 0, sessionIds: ['s', 't'] } },
    ]);
  });

  it('is settled by a settlement that reckons with it, up to the next change', () => {
    const settlement = {
      id: 'x',
      on: '2025-04-01',
      minutes: 105,
      amountCents: 13_000,
      changedMinutes: -15,
    } as const;
    const corrected = session('t', '2025-02-10', 45, inD(60));
    const settlements = [settlement];
    expect(shown([first, corrected], { settlements })).toMatchObject([
      { changedAfterDeclaration: { minutes: -15 }, toSettleMinutes: 0, settled: { id: 'x' } },
    ]);
    expect(shown([first, { ...corrected, withdrawn: true }], { settlements })).toMatchObject([
      { changedAfterDeclaration: { minutes: -60 }, toSettleMinutes: -45 },
    ]);
    expect(shown([first, corrected], { settlements }, '2025-03-31')).toMatchObject([
      { toSettleMinutes: -15, settled: null, settlements: [] },
    ]);
  });

  it('is nothing of a declaration that was taken back', () => {
    const back = { withdrawn: true };
    expect(shown([session('s', '2025-02-03', 60, { approvedBy: ['p'] })], back)).toMatchObject([
      { withdrawn: true, changedAfterDeclaration: { minutes: 0 }, toSettleMinutes: 0 },
    ]);
  });
});

describe('a declaration', () => {
  it('is there from the day on which it was submitted', () => {
    expect(shown([first, second], {}, '2025-03-02')).toEqual([]);
    expect(shown([first, second], {}, '2025-03-03')).toHaveLength(1);
  });

  it.each([
    [60, 7_478, 7_478],
    [50, 7_478, 6_231],
    [585, 7_478, 72_910],
    [1, 59, 0],
  ])('of %d minutes at %d cents an hour is %d cents, rounded down', (minutes, rateCents, cents) => {
    expect(amountOf({ minutes, rateCents })).toBe(cents);
  });

  it('is what was asked for it where an amount was given, and unknown without amount and rate', () => {
    expect(amountOf({ minutes: 60, amountCents: 5_000, rateCents: 7_478 })).toBe(5_000);
    expect(amountOf({ minutes: 60 })).toBeNull();
  });
});

describe('an approval', () => {
  it('still approves the sessions that are as they were', () => {
    const sessions = [
      second,
      first,
      session('u', '2025-02-12', 60),
      session('v', '2025-02-13', 60, { approvedBy: ['p'], withdrawn: true }),
    ];
    const record = trajectory({ placements, hoursApprovals }, sessions);
    expect(approvalsBy(record, '2025-03-01')).toEqual([
      { ...hoursApprovals[0], sessionIds: ['s', 't'], stillApprovedMinutes: 120 },
    ]);
    expect(approvalsBy(record, '2025-02-28')).toEqual([]);
  });

  it('comes after those of later days', () => {
    const later = { ...hoursApprovals[0], id: 'q', on: '2025-04-01' } as const;
    const record = trajectory({ placements, hoursApprovals: [...hoursApprovals, later] });
    expect(approvalsBy(record, '2025-06-01').map(({ id }) => id)).toEqual(['q', 'p']);
  });
});
