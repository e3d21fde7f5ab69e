import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hoursOf } from '../../domain/hours/index.js';
import { PRESETS } from '../../domain/rule-sets/index.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import { caseloadProjection } from '../../projections/caseload/caseload.projection.js';
import { employerContactsProjection } from '../../projections/employer-contacts/employer-contacts.projection.js';
import type { Projection } from '../../projections/runtime/projection.js';
import { sessionsProjection } from '../../projections/sessions/sessions.projection.js';
import { sessionsPage } from '../../projections/sessions/sessions.query.js';
import { runningTrajectories } from '../../projections/trajectory/provisions.query.js';
import { trajectoryProjection } from '../../projections/trajectory/trajectory.projection.js';
import { trajectoryItems, trajectoryRecord } from '../../projections/trajectory/trajectory.query.js';
import { projected } from './projected.js';
import { ReadStoreFixture } from './read-store-fixture.js';
import { opened, placement, Story, sealed, session } from './story.js';

const models = [trajectoryProjection, sessionsProjection, employerContactsProjection];
let fixture: ReadStoreFixture;
beforeEach(() => {
  fixture = new ReadStoreFixture();
});
afterEach(() => fixture.close());

const reason = sealed('reason');
const answersOf = async (story: Story, of: readonly Projection[] = models) =>
  (await projected(fixture, of, story.events)).reader;

const counts = (...sessionIds: readonly string[]) =>
  sessionIds.map((sessionId) => ({ sessionId, minutes: 60 }));
const approvedAt = (approvalId: string, ...sessionIds: readonly string[]): TrajectoryEvent => ({
  type: 'HoursApproved',
  data: {
    approvalId,
    from: '2024-02-01',
    to: '2024-02-29',
    approvedOn: '2024-03-04',
    approvedSessions: counts(...sessionIds),
  },
});
const declaredAt: TrajectoryEvent = {
  type: 'DeclarationSubmitted',
  data: {
    declarationId: 'declaration-1',
    from: '2024-02-01',
    to: '2024-02-29',
    minutes: 120,
    amountCents: 15_000,
    submittedOn: '2024-03-05',
    declaredSessions: counts('session-1', 'session-2'),
  },
};
const begin = (story = new Story()) =>
  story.trajectory(
    'trajectory-1',
    opened(),
    placement('placement-1'),
    session('session-1'),
    session('session-2', { on: '2024-02-12' }),
  );

describe('a session', () => {
  it('is approved and declared as it stands, and approved no longer once it was corrected', async () => {
    const db = await answersOf(
      begin().trajectory(
        'trajectory-1',
        approvedAt('approval-1', 'session-1', 'session-2'),
        session('session-3', { on: '2024-02-20' }),
        declaredAt,
        { type: 'SessionCorrected', data: { sessionId: 'session-2', reason, minutes: 45 } },
      ),
    );
    const record = await trajectoryRecord(db, 'trajectory-1');
    expect(record?.sessions.map(({ id, approvedBy, declaredIn }) => [id, approvedBy, declaredIn])).toEqual([
      ['session-1', ['approval-1'], [{ declarationId: 'declaration-1', minutes: 60 }]],
      ['session-2', undefined, [{ declarationId: 'declaration-1', minutes: 60 }]],
      ['session-3', undefined, undefined],
    ]);
    const [first] = record
      ? hoursOf({ on: '2024-06-01', trajectory: record, continued: [], ruleSet: PRESETS['municipal-2y'] })
          .periods
      : [];
    expect(first).toMatchObject({ used: 165, approved: 60, declared: 120 });
  });

  it('keeps its texts and its moment, and follows a correction of the approval and the declaration', async () => {
    const db = await answersOf(
      begin().trajectory(
        'trajectory-1',
        approvedAt('approval-1', 'session-1', 'session-2'),
        declaredAt,
        {
          type: 'HoursApprovalCorrected',
          data: {
            approvalId: 'approval-1',
            reason,
            from: '2024-02-10',
            approvedSessions: counts('session-2'),
          },
        },
        {
          type: 'DeclarationCorrected',
          data: { declarationId: 'declaration-1', reason, withdrawn: true, declaredSessions: [] },
        },
      ),
    );
    const [two, one] = await sessionsPage(db, 'trajectory-1', { limit: 5 });
    expect(one).toMatchObject({ summary: sealed('summary'), goals: null, revision: 7 });
    expect(one?.session).not.toHaveProperty('approvedBy');
    expect(two?.session).toMatchObject({ approvedBy: ['approval-1'] });
    expect(two?.session).not.toHaveProperty('declaredIn');
    expect((await trajectoryRecord(db, 'trajectory-1'))?.facts).toMatchObject({
      hoursApprovals: [{ id: 'approval-1', from: '2024-02-10', minutes: 60, withdrawn: false }],
      declarations: [{ id: 'declaration-1', withdrawn: true }],
    });
  });
});

describe('a settlement', () => {
  it('is kept with why, sealed', async () => {
    const settled: TrajectoryEvent = {
      type: 'DeclarationSettled',
      data: {
        declarationId: 'declaration-1',
        settlementId: 'settlement-1',
        on: '2024-04-02',
        minutes: 105,
        amountCents: 13_000,
        reason,
        changedMinutes: -15,
      },
    };
    const approved = approvedAt('approval-1', 'session-1', 'session-2');
    const db = await answersOf(begin().trajectory('trajectory-1', approved, declaredAt, settled));
    const items = await trajectoryItems(db, 'trajectory-1', ['settlement-1', 'settlement-2']);
    expect(items).toMatchObject([{ id: 'settlement-1', kind: 'settlement', data: { reason } }]);
    expect(await trajectoryItems(db, 'trajectory-2', ['settlement-1'])).toEqual([]);
    expect(await trajectoryItems(db, 'trajectory-1', [])).toEqual([]);
  });
});

describe('the trajectories of a funder that ran in a month', () => {
  const closed = (on: '2024-02-29' | '2024-03-01'): TrajectoryEvent => ({
    type: 'TrajectoryClosed',
    data: { closureId: 'closure-1', on, reason, result: reason, structuralSupport: false },
  });
  const march = { funderId: 'funder-1', from: '2024-03-01', to: '2024-03-31', limit: 10 } as const;

  const several = () => {
    const story = new Story()
      .tell('funder', 'funder-1', {
        type: 'RuleSetAdopted',
        data: { version: 1, ruleSet: PRESETS['municipal-2y'] },
      })
      .tell('funder', 'funder-2', {
        type: 'RuleSetAdopted',
        data: { version: 1, ruleSet: PRESETS['municipal-2y'] },
      });
    const open = (
      id: string,
      terms: Parameters<typeof opened>[0] = {},
      ...more: readonly TrajectoryEvent[]
    ) => story.trajectory(id, opened({ trajectoryId: id, ...terms }), ...more);
    open('t-1', {}, closed('2024-02-29'));
    open('t-2', {}, closed('2024-03-01'));
    open('t-3', { openedOn: '2024-03-31', organisationId: 'organisation-2' });
    open('t-4', { openedOn: '2024-04-01' });
    open('t-5', { funderId: 'funder-2' });
    return answersOf(open('t-6'), [trajectoryProjection, caseloadProjection]);
  };

  it('are those that were open on one of its days, by id and page by page', async () => {
    const db = await several();
    const ids = async (more: object) =>
      (await runningTrajectories(db, { ...march, ...more })).map(({ id }) => id);
    expect(await ids({})).toEqual(['t-2', 't-3', 't-6']);
    expect(await ids({ limit: 2 })).toEqual(['t-2', 't-3']);
    expect(await ids({ limit: 2, after: 't-3' })).toEqual(['t-6']);
    expect(await ids({ funderId: 'funder-2' })).toEqual(['t-5']);
  });

  it('are for a coordinator those that the organisation coaches on the day', async () => {
    const db = await several();
    const of = async (organisationId: string) =>
      (await runningTrajectories(db, { ...march, coachedBy: { organisationId, on: '2024-05-01' } })).map(
        ({ id }) => id,
      );
    expect(await of('organisation-2')).toEqual(['t-3']);
    expect(await of('organisation-1')).toEqual(['t-2', 't-6']);
    expect(await of('organisation-3')).toEqual([]);
  });
});
