import fc from 'fast-check';
import { MUNICIPAL_2Y } from '../../domain/rule-sets/municipal-2y.js';
import { addDays, type CalendarDate } from '../../domain/shared/calendar.js';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.js';

const TODAY: CalendarDate = '2026-01-01';
const OPENED: CalendarDate = '2024-01-01';
/** Rules under which every session counts, so that most days have something to approve. */
const ruleSet = { ...MUNICIPAL_2Y, sessionOutsidePlacementDeclarable: true };
const asked = { today: TODAY, circumstances: { ruleSet, continued: [] } } as const;
const reason = 'reden';

const coach = {
  ties: [],
  recognised: [],
  bindingTies: MUNICIPAL_2Y.bindingTies,
  withoutRecognition: 'finding',
} as const;
const session = {
  type: 'RecordSession',
  today: TODAY,
  circumstances: { coach, coachDay: [] },
  coachId: 'coach-1',
  minutes: 60,
  activity: 'training',
  form: 'workplace',
  summary: 'verslag',
} as const;

/** A job, a grant of many hours over all days that sessions are on, and two sessions. */
export const grantedWork: readonly TrajectoryCommand[] = [
  {
    type: 'StartPlacement',
    today: TODAY,
    circumstances: { ruleSet },
    placementId: 'placement-0',
    employerId: 'employer-0',
    kind: 'sheltered',
    startsOn: OPENED,
    hoursPerWeek: 20,
  },
  {
    type: 'GrantCoaching',
    today: TODAY,
    circumstances: { beyondLimit: false },
    grantId: 'grant-0',
    decidedOn: OPENED,
    from: OPENED,
    to: '2025-12-31',
    regime: 'intensive',
    minutes: 6_000,
  },
  { ...session, sessionId: 'session-7', on: '2024-07-01' },
  { ...session, sessionId: 'session-8', on: '2025-02-03' },
];

const oneOf = (kind: string, most: number) =>
  fc.integer({ min: 1, max: most }).map((number) => `${kind}-${number}`);

/** Some hundred days, or many. */
const someDays = fc
  .tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 500 }))
  .map(([start, length]) => {
    const from = addDays(OPENED, start);
    return { from, to: addDays(from, length) };
  });
const minutes = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 600 }));
const amountCents = fc.nat(90_000);

/** Approves hours. */
export const approveIt = fc
  .tuple(oneOf('approval', 3), someDays)
  .map(([approvalId, days]) => ({ type: 'ApproveHours', ...asked, approvalId, ...days }) as const);
/** Approves all that there is. */
export const approveAll = {
  type: 'ApproveHours',
  ...asked,
  approvalId: 'approval-0',
  from: OPENED,
  to: TODAY,
} as const;
/** Most days that there are. */
const mostDays = fc
  .integer({ min: 0, max: 300 })
  .map((start) => ({ from: addDays(OPENED, start), to: TODAY }));

/** Declares hours, of an amount that is stated. */
export const declareIt = fc
  .tuple(oneOf('declaration', 3), fc.oneof(someDays, mostDays), minutes, amountCents)
  .map(
    ([declarationId, days, asking, amount]) =>
      ({
        type: 'SubmitDeclaration',
        ...asked,
        declarationId,
        ...days,
        minutes: asking,
        amountCents: amount,
      }) as const,
  );

/** Corrections of days, of hours, and of the fact as a whole. */
const correctThem: readonly fc.Arbitrary<TrajectoryCommand>[] = [
  fc
    .tuple(oneOf('approval', 3), fc.oneof(someDays, fc.record({ withdrawn: fc.boolean() })))
    .map(
      ([approvalId, changes]) =>
        ({ type: 'CorrectHoursApproval', ...asked, approvalId, changes, reason }) as const,
    ),
  fc
    .tuple(
      oneOf('declaration', 3),
      fc.oneof(
        fc.record({ withdrawn: fc.boolean() }),
        fc.record({ minutes: fc.integer({ min: 1, max: 60 }) }),
        fc.record({ amountCents }),
      ),
    )
    .map(
      ([declarationId, changes]) =>
        ({ type: 'CorrectDeclaration', ...asked, declarationId, changes, reason }) as const,
    ),
];

/** Any command on hours approved, declared and settled. */
export const anAccountCommand: fc.Arbitrary<TrajectoryCommand> = fc.oneof(
  { arbitrary: approveIt, weight: 3 },
  { arbitrary: declareIt, weight: 3 },
  ...correctThem,
  {
    weight: 2,
    arbitrary: fc
      .record({
        declarationId: oneOf('declaration', 3),
        settlementId: oneOf('settlement', 4),
        on: fc.integer({ min: 0, max: 720 }).map((days) => addDays(OPENED, days)),
        minutes: fc.integer({ min: 0, max: 60 }),
        amountCents: fc.nat(9_000),
      })
      .map((terms) => ({ type: 'SettleDeclaration', ...asked, ...terms }) as const),
  },
);
