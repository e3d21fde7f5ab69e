import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CoachEvent } from '../../domain/coach/events.js';
import { PRESETS } from '../../domain/rule-sets/index.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import { caseloadProjection } from '../../projections/caseload/caseload.projection.js';
import { sessionsProjection } from '../../projections/sessions/sessions.projection.js';
import { tasksProjection } from '../../projections/tasks/tasks.projection.js';
import { type TasksQuestion, taskSelection, tasksPage } from '../../projections/tasks/tasks.query.js';
import { projected } from './projected.js';
import { queryPlan } from './query-plan.js';
import { ReadStoreFixture } from './read-store-fixture.js';
import { opened, placement, Story, sealed, session } from './story.js';

let fixture: ReadStoreFixture;
beforeEach(() => {
  fixture = new ReadStoreFixture();
});
afterEach(() => fixture.close());

const started = () =>
  new Story().tell('funder', 'funder-1', {
    type: 'RuleSetAdopted',
    data: { version: 1, ruleSet: PRESETS['municipal-2y'] },
  });
const readerOf = async (story: Story) =>
  (await projected(fixture, [caseloadProjection, sessionsProjection, tasksProjection], story.events)).reader;

const ask = (otherwise: Partial<TasksQuestion> = {}): TasksQuestion => {
  const on = otherwise.on ?? '2024-06-01';
  return { on, today: on, of: { organisationId: 'organisation-1' }, limit: 50, ...otherwise };
};
const kindsOf = async (db: Awaited<ReturnType<typeof readerOf>>, question: TasksQuestion) =>
  (await tasksPage(db, question)).map(({ kind, dueOn }) => `${kind} ${dueOn}`);

const assigned = (coachId: string, from = '2024-01-01' as const): TrajectoryEvent => ({
  type: 'CoachAssigned',
  data: { assignmentId: `assignment-${coachId}`, coachId, from, chosenBy: 'candidate' },
});
const substituted: TrajectoryEvent = {
  type: 'CoachSubstituted',
  data: {
    substitutionId: 'substitution-1',
    coachId: 'coach-2',
    from: '2024-05-01',
    until: '2024-05-31',
    reason: sealed('reason'),
  },
};
const away = (data: Extract<CoachEvent, { type: 'CoachAway' }>['data']): CoachEvent => ({
  type: 'CoachAway',
  data,
});

describe('the tasks of one trajectory', () => {
  it('are those of the day, by the day on which they are due', async () => {
    const db = await readerOf(
      started().trajectory('trajectory-1', opened(), assigned('coach-1'), placement('placement-1')),
    );
    expect(await kindsOf(db, ask({ on: '2024-01-20' }))).toEqual([
      'first-application 2024-01-29',
      'contact 2024-01-31',
      'plan-agreement 2024-02-12',
      'evaluation 2024-07-01',
      'extension-announcement 2025-06-30',
    ]);
    expect(await tasksPage(db, ask({ on: '2024-01-30', kind: 'first-application' }))).toMatchObject([
      { status: 'overdue', for: 'coordinator', about: 'placement-1', organisationId: 'organisation-1' },
    ]);
  });

  it('come in pages without loss or repeat, contacts among the others', async () => {
    const story = started();
    for (const number of [1, 2, 3]) {
      story.trajectory(
        `trajectory-${number}`,
        opened({ trajectoryId: `trajectory-${number}` }),
        assigned('coach-1'),
      );
    }
    const db = await readerOf(story);
    const whole = await tasksPage(db, ask());
    expect(whole.map(({ kind }) => kind)).toEqual([
      ...Array(3).fill('contact'),
      ...Array(3).fill('plan-agreement'),
      ...Array(3).fill('evaluation'),
    ]);
    for (const limit of [1, 2, 4]) {
      const paged = [];
      for (let after: TasksQuestion['after']; ; ) {
        const page = await tasksPage(db, ask({ limit, after }));
        paged.push(...page);
        after = page.at(-1);
        if (page.length < limit) break;
      }
      expect(paged).toEqual(whole);
    }
  });

  it('await the contact after the last session, withdrawn ones left out', async () => {
    const story = started().trajectory(
      'trajectory-1',
      opened(),
      assigned('coach-1'),
      session('session-1', { on: '2024-04-10' }),
      session('session-2', { on: '2024-06-03' }),
      { type: 'SessionWithdrawn', data: { sessionId: 'session-2', reason: sealed('reason') } },
    );
    const db = await readerOf(story);
    const contact = (on: TasksQuestion['on']) => kindsOf(db, ask({ on, kind: 'contact' }));
    expect(await contact('2024-04-30')).toEqual([]);
    expect(await contact('2024-05-01')).toEqual(['contact 2024-05-31']);
    expect(await contact('2024-06-30')).toEqual(['contact 2024-05-31']);
  });

  it('say that nobody covers while the coach is away, also when that becomes known later', async () => {
    const story = started()
      .trajectory('trajectory-1', opened(), assigned('coach-1'), substituted)
      .tell('coach', 'coach-1', away({ absenceId: 'absence-1', from: '2024-05-20', until: '2024-06-10' }))
      .tell('coach', 'coach-3', away({ absenceId: 'absence-2', from: '2024-05-20' }));
    const db = await readerOf(story);
    expect(await kindsOf(db, ask({ on: '2024-05-25', kind: 'coach-cover' }))).toEqual([
      'coach-cover 2024-06-01',
    ]);
    expect(await kindsOf(db, ask({ on: '2024-06-11', kind: 'coach-cover' }))).toEqual([]);
    const corrected = started()
      .trajectory('trajectory-1', opened(), assigned('coach-1'))
      .tell('coach', 'coach-1', away({ absenceId: 'absence-1', from: '2024-05-20', until: '2024-06-10' }))
      .tell('coach', 'coach-1', {
        type: 'CoachAwayCorrected',
        data: { absenceId: 'absence-1', until: null, reason: sealed('reason') },
      });
    await fixture.close();
    fixture = new ReadStoreFixture();
    const later = await readerOf(corrected);
    expect(await kindsOf(later, ask({ on: '2025-06-11', kind: 'coach-cover' }))).toEqual([
      'coach-cover 2024-05-20',
    ]);
  });

  it('ask for a contact with the new employer, whichever registration of it was spoken to', async () => {
    const started2024 = { startsOn: '2024-02-01' } as const;
    const contact: TrajectoryEvent = {
      type: 'EmployerContactRecorded',
      data: {
        contactId: 'contact-1',
        employerId: 'employer-3',
        on: '2024-05-02',
        minutes: 10,
        kind: 'check-in',
        summary: sealed('contact'),
      },
    };
    const changed = () =>
      started().trajectory(
        'trajectory-1',
        opened(),
        assigned('coach-1'),
        placement('placement-1', started2024),
        {
          type: 'PlacementEnded',
          data: {
            placementId: 'placement-1',
            endedOn: '2024-04-30',
            reason: sealed('end'),
            reportedOn: '2024-04-30',
          },
        },
        placement('placement-2', { startsOn: '2024-05-01', employerId: 'employer-2' }),
        contact,
      );
    const question = ask({ on: '2024-05-10', kind: 'employer-contact' });
    expect(await kindsOf(await readerOf(changed()), question)).toEqual(['employer-contact 2024-05-15']);
    await fixture.close();
    fixture = new ReadStoreFixture();
    const merged = changed().tell('employer', 'employer-3', {
      type: 'EmployerMarkedDuplicate',
      data: { survivorId: 'employer-2', mergeId: 'merge-1' },
    });
    expect(await kindsOf(await readerOf(merged), question)).toEqual([]);
  });
});

describe('whose tasks they are', () => {
  const shared = () =>
    started().trajectory('trajectory-1', opened(), assigned('coach-1'), substituted, {
      type: 'CoachHandedOver',
      data: {
        handoverId: 'handover-1',
        fromCoachId: 'coach-1',
        toCoachId: 'coach-3',
        on: '2024-07-01',
        reason: sealed('handover'),
        candidateAgreed: true,
      },
    });

  it('follows who coaches on the day, and who stands in', async () => {
    const db = await readerOf(shared());
    const count = async (coachId: string, on: TasksQuestion['on']) =>
      (await tasksPage(db, ask({ of: { coachId }, on }))).length;
    expect([await count('coach-1', '2024-05-15'), await count('coach-2', '2024-05-15')]).toEqual([3, 3]);
    expect([await count('coach-1', '2024-06-01'), await count('coach-2', '2024-06-01')]).toEqual([3, 0]);
    expect([await count('coach-1', '2024-07-01'), await count('coach-3', '2024-07-01')]).toEqual([0, 3]);
  });

  it('shows a former coach or substitute nothing, whatever day they ask about', async () => {
    const db = await readerOf(shared());
    const then = (coachId: string, today: TasksQuestion['on']) =>
      tasksPage(db, ask({ of: { coachId }, on: '2024-05-15', today }));
    expect(await then('coach-1', '2024-06-01')).toHaveLength(3);
    expect(await then('coach-1', '2024-07-01')).toEqual([]);
    expect(await then('coach-2', '2024-06-01')).toEqual([]);
  });

  it('are of the organisation, the funder and the candidate of the trajectory, and of nobody else', async () => {
    const db = await readerOf(shared());
    const count = async (of: TasksQuestion['of']) => (await tasksPage(db, ask({ of }))).length;
    expect(await count({ organisationId: 'organisation-1' })).toBe(3);
    expect(await count({ funderId: 'funder-1' })).toBe(3);
    expect(await count({ candidateIds: ['candidate-1', 'candidate-7'] })).toBe(3);
    expect(await count({ employerIds: ['employer-1'] })).toBe(0);
    expect(await count({ organisationId: 'organisation-2' })).toBe(0);
    expect(await count({ funderId: 'funder-2' })).toBe(0);
  });

  it('are found by index, without a scan of what was settled', async () => {
    const db = await readerOf(shared());
    for (const of of [
      { organisationId: 'organisation-1' },
      { funderId: 'funder-1' },
      { candidateIds: ['candidate-1'] },
    ]) {
      const plan = await queryPlan(db, taskSelection(db, ask({ of })).compile());
      expect(plan).toMatch(/SEARCH .* USING INDEX .*valid_until>/);
      expect(plan).not.toMatch(/SCAN/);
    }
  });
});
