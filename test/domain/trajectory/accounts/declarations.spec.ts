import { describe, expect, it } from '@jest/globals';
import { MUNICIPAL_2Y } from '../../../../domain/rule-sets/municipal-2y.js';
import { fold } from '../../../../domain/shared/decider.js';
import { allItems, itemById } from '../../../../domain/shared/items-by-id.js';
import type { TrajectoryCommand } from '../../../../domain/trajectory/commands.js';
import type { TrajectoryRecord } from '../../../../domain/trajectory/facts.js';
import { trajectoryDecider } from '../../../../domain/trajectory/index.js';
import { given } from '../../../spec/given.js';
import { after, closeIt, grantIt, id, running, SESSION, TODAY, withdrawIt } from '../examples.js';
import {
  approved,
  approveIt,
  correctDeclaration,
  DECLARATION,
  declared,
  declareIt,
  OTHER_APPROVAL,
  OTHER_DECLARATION,
  RATE,
  SETTLEMENT,
  sessionOn,
  settled,
  settleIt,
  shorten,
  WITH_RATE,
} from './examples.js';

const on = (...commands: readonly TrajectoryCommand[]) => given(trajectoryDecider, after(...commands));
const stateAfter = (...commands: readonly TrajectoryCommand[]) => fold(trajectoryDecider, after(...commands));
const declaredIn = (...commands: readonly TrajectoryCommand[]) =>
  itemById(stateAfter(...commands).sessions, SESSION)?.declaredIn;
const { amountCents: _amount, ...withoutAmount } = declareIt;

describe('declaring', () => {
  it('records the hours, the amount that was given and the approved sessions that it rests on', () => {
    on(...approved, sessionOn('2024-03-20', 60))
      .when(declareIt)
      .thenRecords([
        {
          type: 'DeclarationSubmitted',
          data: {
            declarationId: DECLARATION,
            from: '2024-03-01',
            to: '2024-03-31',
            minutes: 90,
            amountCents: 11_217,
            submittedOn: TODAY,
            declaredSessions: [{ sessionId: SESSION, minutes: 90 }],
          },
        },
      ]);
  });

  it('keeps the rate of the rules when that makes the amount', () => {
    const [event] = trajectoryDecider.decide({ ...withoutAmount, ...WITH_RATE }, stateAfter(...approved));
    expect(event?.data).toMatchObject({ minutes: 90, rateCents: RATE });
    expect(event?.data).not.toHaveProperty('amountCents');
  });

  it('follows a rate from the day on from which it holds, and asks for the amount of earlier days', () => {
    const rated = (rateFrom: '2024-03-01' | '2024-03-02') => ({
      ...withoutAmount,
      circumstances: { ...WITH_RATE.circumstances, ruleSet: { ...MUNICIPAL_2Y, rateCents: RATE, rateFrom } },
    });
    on(...approved)
      .when(rated('2024-03-02'))
      .thenRefuses('declaration.amount-required');
    const [event] = trajectoryDecider.decide(rated('2024-03-01'), stateAfter(...approved));
    expect(event?.data).toMatchObject({ rateCents: RATE });
  });

  it('a second time writes nothing, also under another rate and after more was approved', () => {
    const rated = { ...withoutAmount, ...WITH_RATE };
    on(...approved, rated)
      .when(rated)
      .thenNothing();
    const ruleSet = { ...MUNICIPAL_2Y, rateCents: 8_000 };
    const later = { ...rated, today: '2024-10-01', circumstances: { ruleSet, continued: [] } } as const;
    on(...approved, rated)
      .when(later)
      .thenNothing();
    on(...approved, rated)
      .when({ ...rated, minutes: 60 })
      .thenRefuses('id.already-used');
    on(...declared)
      .when(declareIt)
      .thenNothing();
  });

  it('looks neither ahead nor at days that run backwards, and stops at the closure', () => {
    on(...approved)
      .when({ ...declareIt, to: '2024-10-01' })
      .thenRefuses('date.in-future', 'to');
    on(...approved)
      .when({ ...declareIt, to: '2024-02-29' })
      .thenRefuses('period.invalid', 'to');
    on(...approved, closeIt)
      .when({ ...declareIt, to: '2024-09-16' })
      .thenRefuses('trajectory.closed', 'to');
    expect(declaredIn(...approved, closeIt, { ...declareIt, to: '2024-09-15' })).toHaveLength(1);
  });

  it('counts a session that was corrected or withdrawn since as not approved', () => {
    on(...approved, shorten)
      .when(declareIt)
      .thenRefuses('declaration.not-registered', 'hours');
    on(...approved, shorten)
      .when({ ...declareIt, minutes: 75 })
      .thenRefuses('declaration.not-approved', 'hours');
    on(...approved, withdrawIt)
      .when({ ...declareIt, minutes: 1 })
      .thenRefuses('declaration.not-registered');
    const anew = { ...approveIt, approvalId: OTHER_APPROVAL };
    expect(declaredIn(...approved, shorten, anew, { ...declareIt, minutes: 75 })).toEqual([
      { declarationId: DECLARATION, minutes: 75 },
    ]);
  });

  it('adds up over the days of one grant: what earlier days took is not there for later ones', () => {
    const days = [
      sessionOn('2024-04-02', 60),
      { ...approveIt, approvalId: OTHER_APPROVAL, to: '2024-04-30' } as const,
    ];
    const correctGrant = {
      type: 'CorrectGrant',
      today: TODAY,
      grantId: grantIt.grantId,
      changes: { minutes: 140 },
      reason: 'typefout',
      circumstances: { beyondLimit: false },
    } as const;
    const april = {
      ...declareIt,
      declarationId: OTHER_DECLARATION,
      from: '2024-04-01',
      to: '2024-04-30',
    } as const;
    const before = [...declared, ...days, correctGrant];
    on(...before)
      .when({ ...april, minutes: 51 })
      .thenRefuses('declaration.over-grant', 'hours');
    expect(after(...before, { ...april, minutes: 50 })).toHaveLength(after(...before).length + 1);
  });

  it('counts what the trajectory that this one continues declared of the same grant (reading 4)', () => {
    const [open, assign, start] = running;
    const earlier = { ...open, trajectoryId: id(9) } as TrajectoryCommand;
    const state = stateAfter(
      earlier,
      assign as TrajectoryCommand,
      start as TrajectoryCommand,
      ...declared.slice(3),
    );
    const record = {
      facts: state.facts,
      sessions: allItems(state.sessions),
      employerContacts: [],
    } as TrajectoryRecord;
    const continuing = { ...open, continues: id(9) } as TrajectoryCommand;
    const rest = [continuing, assign, start, sessionOn('2024-03-12', 60)] as readonly TrajectoryCommand[];
    const under = (minutes: number) => {
      const grants = (record.facts.grants ?? []).map((grant) => ({
        ...grant,
        decisions: grant.decisions.map((decision) => ({ ...decision, minutes })),
      }));
      const continued = [{ ...record, facts: { ...record.facts, grants } }];
      return { circumstances: { ruleSet: MUNICIPAL_2Y, continued } };
    };
    on(...rest)
      .when({ ...approveIt, ...under(149) })
      .thenRefuses('hours-approval.over-grant');
    expect(after(...rest, { ...approveIt, ...under(150) })).toHaveLength(5);
  });
});

describe('a corrected declaration', () => {
  it('says what changed, and what it rests on then', () => {
    on(...declared)
      .when(correctDeclaration({ minutes: 60, amountCents: 7_478 }))
      .thenRecords([
        {
          type: 'DeclarationCorrected',
          data: {
            declarationId: DECLARATION,
            reason: 'typefout',
            minutes: 60,
            amountCents: 7_478,
            declaredSessions: [{ sessionId: SESSION, minutes: 90 }],
          },
        },
      ]);
  });

  it('of its amount alone leaves what it rests on', () => {
    on(...declared, shorten)
      .when(correctDeclaration({ amountCents: 9_000 }))
      .thenRecords([
        {
          type: 'DeclarationCorrected',
          data: { declarationId: DECLARATION, reason: 'typefout', amountCents: 9_000 },
        },
      ]);
  });

  it('that is taken back rests on nothing and makes room for another', () => {
    const back = correctDeclaration({ withdrawn: true });
    expect(declaredIn(...declared, back)).toBeUndefined();
    on(...declared, back)
      .when(back)
      .thenNothing();
    const other = { ...declareIt, declarationId: OTHER_DECLARATION };
    on(...declared, back, other)
      .when(correctDeclaration({ withdrawn: false }))
      .thenRefuses('declaration.overlaps');
    expect(declaredIn(...declared, back, correctDeclaration({ withdrawn: false }))).toHaveLength(1);
  });

  it('is judged as at first', () => {
    const refused = (changes: Parameters<typeof correctDeclaration>[0], code: string) =>
      on(...declared)
        .when(correctDeclaration(changes))
        .thenRefuses(code);
    refused({ minutes: 0 }, 'declaration.hours-invalid');
    refused({ minutes: 91 }, 'declaration.not-registered');
    refused({ from: '2024-03-06' }, 'declaration.not-registered');
    refused({ to: '2024-10-01' }, 'date.in-future');
    refused({ amountCents: null }, 'declaration.amount-required');
    refused({ amountCents: 0.5 }, 'declaration.amount-invalid');
    on(...approved, { ...declareIt, ...WITH_RATE })
      .when(correctDeclaration({ amountCents: 11_218 }, WITH_RATE))
      .thenRefuses('declaration.amount-over-rate');
  });
});

describe('settling', () => {
  it('records what is paid, and the change that it reckons with', () => {
    const paid = { ...settleIt, minutes: 75, amountCents: 9_347, reason: 'Verbeterd.' };
    on(...declared, shorten)
      .when(paid)
      .thenRecords([
        {
          type: 'DeclarationSettled',
          data: {
            declarationId: DECLARATION,
            settlementId: SETTLEMENT,
            on: '2024-09-20',
            minutes: 75,
            amountCents: 9_347,
            reason: 'Verbeterd.',
            changedMinutes: -15,
          },
        },
      ]);
  });

  it('a second time writes nothing, also when its sessions changed in between', () => {
    on(...settled)
      .when(settleIt)
      .thenNothing();
    on(...settled, shorten)
      .when(settleIt)
      .thenNothing();
    on(...settled)
      .when({ ...settleIt, minutes: 60 })
      .thenRefuses('id.already-used');
  });

  it('again takes the place of what was settled', () => {
    const again = { ...settleIt, settlementId: id(221), minutes: 75, amountCents: 9_347 };
    const { facts } = stateAfter(...settled, shorten, again);
    expect(
      facts?.declarations[0]?.settlements.map(({ minutes, changedMinutes }) => [minutes, changedMinutes]),
    ).toEqual([
      [90, 0],
      [75, -15],
    ]);
  });

  it('pays at most what was declared, with what its sessions came to count more since', () => {
    on(...declared)
      .when({ ...settleIt, amountCents: 11_218 })
      .thenRefuses('settlement.over-declared', 'amount');
    on(...declared)
      .when({ ...settleIt, minutes: 91 })
      .thenRefuses('settlement.over-declared', 'hours');
    const more = [...declared, { ...shorten, changes: { minutes: 100 } }];
    on(...more)
      .when({ ...settleIt, minutes: 101 })
      .thenRefuses('settlement.over-declared', 'hours');
    expect(after(...more, { ...settleIt, minutes: 100, amountCents: 12_463 })).toHaveLength(
      after(...more).length + 1,
    );
  });

  it('pays no more than the rate, nothing below nothing, and not ahead', () => {
    const rated = [...approved, { ...withoutAmount, ...WITH_RATE }];
    on(...rated)
      .when({ ...settleIt, minutes: 60, amountCents: 7_479 })
      .thenRefuses('declaration.amount-over-rate');
    on(...declared)
      .when({ ...settleIt, minutes: -1 })
      .thenRefuses('declaration.hours-invalid');
    on(...declared)
      .when({ ...settleIt, amountCents: -1 })
      .thenRefuses('declaration.amount-invalid');
    on(...declared)
      .when({ ...settleIt, on: '2024-10-01' })
      .thenRefuses('date.in-future', 'on');
    expect(after(...declared, { ...settleIt, minutes: 0, amountCents: 0 })).toHaveLength(
      after(...settled).length,
    );
  });

  it('goes on after the closure', () => {
    expect(after(...declared, closeIt, settleIt)).toHaveLength(after(...settled).length + 1);
  });
});

it('thousands of sessions are approved and declared in one go', () => {
  const start = fold(trajectoryDecider, after(...running, { ...grantIt, minutes: 60_000 }));
  let state = start;
  for (let number = 0; number < 5_000; number += 1) {
    const day = `2024-0${2 + (number % 5)}-${String(1 + (number % 28)).padStart(2, '0')}` as '2024-02-01';
    const session = { ...sessionOn(day, 10), sessionId: id(10_000 + number) };
    state = fold(trajectoryDecider, trajectoryDecider.decide(session, state), state);
  }
  const from = '2024-02-01';
  const to = '2024-07-31';
  const begun = process.cpuUsage();
  state = fold(trajectoryDecider, trajectoryDecider.decide({ ...approveIt, from, to }, state), state);
  const asked = { ...declareIt, from, to, minutes: 50_000 } as const;
  state = fold(trajectoryDecider, trajectoryDecider.decide(asked, state), state);
  const { user, system } = process.cpuUsage(begun);
  expect(state.facts?.declarations).toMatchObject([{ minutes: 50_000 }]);
  expect((user + system) / 1_000).toBeLessThan(2_000);
});
