import { describe, expect, it } from '@jest/globals';
import { completenessOf, extensionSet } from '../../../domain/award/index.js';
import { PRESETS } from '../../../domain/rule-sets/index.js';
import type { RuleSet } from '../../../domain/rule-sets/rule-set.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Session, TrajectoryFacts } from '../../../domain/trajectory/facts.js';
import { application, grant, job, session, trajectory } from '../limits/facts-of.js';

function input(
  on: CalendarDate,
  facts: Partial<TrajectoryFacts>,
  sessions: readonly Session[] = [],
  ruleSet: RuleSet = PRESETS['uwv-2014'],
) {
  const record = trajectory({ placements: [job('a', 'X', '2024-03-01')], ...facts }, sessions);
  return { on, trajectory: record, continued: [], ruleSet };
}

/** What is present, and what is missing with why. */
function told(requirements: ReturnType<typeof completenessOf>['requirements']) {
  return Object.fromEntries(requirements.map((one) => [one.requirement, one.present ? true : one.lack]));
}

const AGREED = { version: 1, draftedOn: '2024-03-01', agreedByAllOn: '2024-03-20' } as const;
const GRANTED = [grant('g', '2024-03-01', '2024-08-31', { minutes: 1500 })];

describe('a follow-on', () => {
  const followOn = { id: 'p', kind: 'follow-on', day: '2024-09-10', motivated: false } as const;

  it('needs plan, signed logbook, both assessments and hours of the period that it follows', () => {
    const empty = completenessOf(input('2024-09-10', {}), followOn);
    expect(told(empty.requirements)).toEqual({
      plan: 'not-recorded',
      logbook: 'no-granted-period',
      'candidate-assessment': 'no-granted-period',
      'employer-assessment': 'no-granted-period',
      hours: 'no-granted-period',
    });
    expect(empty.period).toBeNull();
    const facts = { grants: GRANTED, plans: [AGREED] };
    const sessions = [session('s', '2024-04-01', 90), session('w', '2024-04-02', 60, { withdrawn: true })];
    const recorded = completenessOf(input('2024-09-10', facts, sessions), followOn);
    expect(told(recorded.requirements)).toEqual({
      plan: true,
      logbook: 'not-approved',
      'candidate-assessment': 'not-recorded',
      'employer-assessment': 'not-recorded',
      hours: true,
    });
    expect(recorded.period).toEqual({
      grantId: 'g',
      from: '2024-03-01',
      to: '2024-08-31',
      budgetMinutes: 1500,
      usedMinutes: 90,
    });
  });

  it('follows the grant that goes on longest of those begun when it came in, its own left out', () => {
    const grants = [
      ...GRANTED,
      grant('h', '2024-09-01', '2025-02-28', { applicationId: 'p', decidedOn: '2024-10-01' }),
      grant('i', '2025-03-01', '2025-08-31', { decidedOn: '2024-08-01' }),
    ];
    expect(completenessOf(input('2024-12-01', { grants }), followOn).period?.grantId).toBe('g');
    const later = { ...followOn, id: 'q', day: '2025-02-20' } as const;
    expect(completenessOf(input('2025-02-20', { grants }), later).period?.grantId).toBe('h');
  });
});

describe('a first application, a change and an extension', () => {
  const first = { id: 'p', kind: 'first', day: '2024-03-10', motivated: true } as const;

  it('need what the protocol asks of each (UWV 2014 A.5, A.8, B.4.3)', () => {
    const facts = { plans: [AGREED] };
    expect(told(completenessOf(input('2024-04-01', facts), first).requirements)).toEqual({
      placement: true,
      plan: true,
      regime: 'not-recorded',
      motivation: true,
    });
    const elsewhere = { ...first, placementId: 'gone', regime: 'light', motivated: false } as const;
    expect(told(completenessOf(input('2024-04-01', facts), elsewhere).requirements)).toEqual({
      placement: 'not-recorded',
      plan: true,
      regime: true,
      motivation: 'not-recorded',
    });
    const change = { ...elsewhere, kind: 'change' } as const;
    expect(told(completenessOf(input('2024-04-01', facts), change).requirements)).toEqual({
      regime: true,
      motivation: 'not-recorded',
    });
    const extension = { ...first, kind: 'extension' } as const;
    expect(told(completenessOf(input('2024-04-01', facts), extension).requirements)).toEqual({
      plan: true,
      evaluation: 'not-recorded',
      hours: 'no-granted-period',
      motivation: true,
    });
  });
});

describe('the set for an extension', () => {
  const evaluations = [
    {
      id: 'e',
      kind: 'half-year',
      on: '2026-06-01',
      attendedBy: ['coach'],
      statesNoContractReason: false,
    },
  ] as const;
  const grants = [grant('g', '2026-03-01', '2026-08-31', { minutes: 600 })];
  const sessions = [session('s', '2026-04-01', 60)];

  it('is announced at the end of the fifth period under UWV 2014, and says until when that is in time', () => {
    const open = extensionSet(input('2026-08-31', {}));
    expect(open).toMatchObject({
      term: { clock: 'uwv-2014', startsOn: '2024-03-01', lastDay: '2027-02-28' },
      announceBy: '2026-08-31',
      announcement: 'open',
      applicationIds: [],
    });
    expect(open.rule).toContain('UWV 2014 A.4.2, B.4.3');
    expect(extensionSet(input('2026-09-01', {})).announcement).toBe('overdue');
    const applications = [application('e', 'extension', '2026-08-31')];
    expect(extensionSet(input('2026-09-01', { applications }))).toMatchObject({
      announcement: 'met',
      applicationIds: ['e'],
    });
  });

  it('is announced at the end of the third period of a municipality of two years', () => {
    const set = extensionSet(input('2025-06-01', {}, [], PRESETS['municipal-2y']));
    expect(set).toMatchObject({
      term: { clock: 'municipal-2y', lastDay: '2026-02-28' },
      announceBy: '2025-08-31',
      announcement: 'open',
    });
  });

  it('is assembled from what was recorded, and names what is missing', () => {
    expect(told(extensionSet(input('2026-08-01', {})).requirements)).toEqual({
      plan: 'not-recorded',
      evaluation: 'not-recorded',
      hours: 'no-granted-period',
      motivation: 'not-recorded',
    });
    const applications = [
      application('e', 'extension', '2026-07-01'),
      application('f', 'extension', '2026-07-15', { motivated: true }),
    ];
    const facts = { plans: [AGREED], evaluations, grants, applications };
    const set = extensionSet(input('2026-08-01', facts, sessions));
    expect(told(set.requirements)).toEqual({ plan: true, evaluation: true, hours: true, motivation: true });
    expect(set.requirements.at(-1)).toMatchObject({
      shownBy: [{ kind: 'application', id: 'f', on: '2026-07-15' }],
    });
    expect(set.term).toMatchObject({ budgetMinutes: 600, usedMinutes: 60 });
    expect(
      told(extensionSet(input('2026-08-01', { ...facts, grants: [] }, sessions)).requirements).hours,
    ).toBe('no-granted-period');
    expect(told(extensionSet(input('2026-08-01', facts)).requirements).hours).toBe('not-recorded');
  });

  it('is of the job: an application for another employer is not its announcement', () => {
    const placements = [job('a', 'X', '2024-03-01'), job('b', 'Y', '2024-06-01')];
    const applications = [application('e', 'extension', '2026-07-01', { placementId: 'b' })];
    expect(extensionSet(input('2026-08-01', { placements, applications })).applicationIds).toEqual([]);
    const earlier = [application('e', 'extension', '2025-07-01', { placementId: 'b' })];
    const municipal = input('2025-08-01', { placements, applications: earlier }, [], PRESETS['municipal-2y']);
    expect(extensionSet(municipal).applicationIds).toEqual(['e']);
  });

  it('has no term without a job that runs', () => {
    const placements = [job('a', 'X', '2024-03-01', '2024-06-30')];
    expect(extensionSet(input('2024-09-01', { placements }))).toMatchObject({
      term: null,
      announceBy: null,
      announcement: null,
    });
  });
});
