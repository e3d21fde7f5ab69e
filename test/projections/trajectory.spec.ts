import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { employerContactsProjection } from '../../projections/employer-contacts/employer-contacts.projection.js';
import { contactsById, contactsPage } from '../../projections/employer-contacts/employer-contacts.query.js';
import { sessionsProjection } from '../../projections/sessions/sessions.projection.js';
import { sessionsById, sessionsPage } from '../../projections/sessions/sessions.query.js';
import { trajectoryProjection } from '../../projections/trajectory/trajectory.projection.js';
import {
  itemsPage,
  recordsOfCandidates,
  recordsOfChain,
  trajectoryItem,
  trajectoryNow,
  trajectoryRecord,
} from '../../projections/trajectory/trajectory.query.js';
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
const answersOf = async (story: Story) => (await projected(fixture, models, story.events)).reader;

describe('the record of a trajectory', () => {
  it('holds facts, sessions and contacts with corrections in place', async () => {
    const db = await answersOf(
      new Story().trajectory(
        'trajectory-1',
        opened(),
        placement('placement-1'),
        session('session-1', { startsAt: '09:00', placementId: 'placement-1' }),
        session('session-2', { on: '2024-03-01' }),
        {
          type: 'SessionCorrected',
          data: { sessionId: 'session-1', reason, minutes: 45, startsAt: null, on: '2024-02-02' },
        },
        { type: 'SessionWithdrawn', data: { sessionId: 'session-2', reason } },
        {
          type: 'EmployerContactRecorded',
          data: {
            contactId: 'contact-1',
            employerId: 'employer-1',
            on: '2024-02-03',
            minutes: 15,
            kind: 'advice',
            summary: sealed('advice'),
          },
        },
      ),
    );
    const record = await trajectoryRecord(db, 'trajectory-1');
    expect(record?.facts.placements).toMatchObject([{ id: 'placement-1', employerId: 'employer-1' }]);
    expect(record?.sessions).toStrictEqual([
      {
        id: 'session-1',
        coachId: 'coach-1',
        on: '2024-02-02',
        minutes: 45,
        groupSize: 1,
        activity: 'training',
        form: 'workplace',
        placementId: 'placement-1',
        withdrawn: false,
      },
      {
        id: 'session-2',
        coachId: 'coach-1',
        on: '2024-03-01',
        minutes: 60,
        groupSize: 1,
        activity: 'training',
        form: 'workplace',
        withdrawn: true,
      },
    ]);
    expect(record?.employerContacts).toStrictEqual([
      { id: 'contact-1', employerId: 'employer-1', on: '2024-02-03', minutes: 15, kind: 'advice' },
    ]);
  });

  it('is not there for an id that is none', async () => {
    const db = await answersOf(new Story().trajectory('trajectory-1', opened()));
    expect(await trajectoryRecord(db, 'trajectory-2')).toBeUndefined();
    expect(await recordsOfChain(db, 'trajectory-2')).toEqual([]);
  });

  it('knows the revision of its stream, which a session raises and a correction of facts too', async () => {
    const story = new Story().trajectory('trajectory-1', opened(), placement('placement-1'));
    const db = await answersOf(story.trajectory('trajectory-1', session('session-1')));
    expect(await trajectoryNow(db, 'trajectory-1')).toMatchObject({
      revision: 2,
      facts: { openedOn: '2024-01-01' },
    });
  });
});

describe('trajectories that continue each other', () => {
  const story = () =>
    new Story()
      .trajectory('trajectory-1', opened({ openedOn: '2022-01-01' }), session('session-1'))
      .trajectory('trajectory-2', opened({ trajectoryId: 'trajectory-2', continues: 'trajectory-1' }))
      .trajectory(
        'trajectory-3',
        opened({ trajectoryId: 'trajectory-3', continues: 'trajectory-2', openedOn: '2025-01-01' }),
        session('session-3'),
      )
      .trajectory('other', opened({ trajectoryId: 'other', candidateId: 'candidate-2' }));

  it('come nearest first, each with its own sessions', async () => {
    const records = await recordsOfChain(await answersOf(story()), 'trajectory-3');
    expect(records.map(({ facts, sessions }) => [facts.id, sessions.map(({ id }) => id)])).toEqual([
      ['trajectory-3', ['session-3']],
      ['trajectory-2', []],
      ['trajectory-1', ['session-1']],
    ]);
  });

  it('are found by their candidate, the first opened first', async () => {
    const records = await recordsOfCandidates(await answersOf(story()), ['candidate-1']);
    expect(records.map(({ facts }) => facts.id)).toEqual(['trajectory-1', 'trajectory-2', 'trajectory-3']);
  });
});

describe('the lists of a trajectory', () => {
  it('give placements newest first, page by page, with changes and corrections in place and texts sealed', async () => {
    const db = await answersOf(
      new Story().trajectory(
        'trajectory-1',
        opened(),
        placement('placement-1', { tasks: sealed('tasks') }),
        placement('placement-2', { startsOn: '2024-05-01' }),
        placement('placement-3', { startsOn: '2024-09-01' }),
        {
          type: 'PlacementChanged',
          data: { placementId: 'placement-1', changeId: 'change-1', from: '2024-02-01', hoursPerWeek: 32 },
        },
        {
          type: 'PlacementEnded',
          data: { placementId: 'placement-1', endedOn: '2024-04-01', reportedOn: '2024-04-02', reason },
        },
        { type: 'PlacementCorrected', data: { placementId: 'placement-1', reason, endedOn: null } },
      ),
    );
    const first = await itemsPage(db, 'trajectory-1', 'placement', { limit: 2 });
    expect(first.map(({ id }) => id)).toEqual(['placement-3', 'placement-2']);
    const after = { on: '2024-05-01', id: 'placement-2' } as const;
    const rest = await itemsPage(db, 'trajectory-1', 'placement', { after, limit: 2 });
    expect(rest).toStrictEqual([
      {
        id: 'placement-1',
        kind: 'placement',
        on: '2024-01-01',
        recordedAt: '2026-01-02T10:00:00.000Z',
        revision: 6,
        data: {
          placementId: 'placement-1',
          employerId: 'employer-1',
          kind: 'employment',
          startsOn: '2024-01-01',
          hoursPerWeek: 24,
          tasks: sealed('tasks'),
          changes: [{ changeId: 'change-1', from: '2024-02-01', hoursPerWeek: 32 }],
        },
      },
    ]);
  });

  it('give every kind of item, a received application over its draft', async () => {
    const db = await answersOf(
      new Story().trajectory(
        'trajectory-1',
        opened(),
        {
          type: 'ApplicationDrafted',
          data: {
            applicationId: 'application-1',
            kind: 'first',
            placementId: 'placement-1',
            dueOn: '2024-01-29',
            draftedOn: '2024-01-02',
          },
        },
        {
          type: 'ApplicationReceived',
          data: { applicationId: 'application-1', kind: 'first', receivedOn: '2024-01-20' },
        },
        {
          type: 'AbsenceReported',
          data: { absenceId: 'absence-1', from: '2024-03-01', kind: sealed('illness') },
        },
        { type: 'AbsenceEnded', data: { absenceId: 'absence-1', endedOn: '2024-03-05' } },
        {
          type: 'CoachAssigned',
          data: {
            assignmentId: 'assignment-1',
            coachId: 'coach-1',
            from: '2024-01-01',
            chosenBy: 'candidate',
          },
        },
        {
          type: 'CoachAssignmentCorrected',
          data: { assignmentId: 'assignment-1', reason, coachId: 'coach-2' },
        },
        {
          type: 'TrajectoryClosed',
          data: { on: '2024-12-31', reason, result: sealed('result'), structuralSupport: false },
        },
      ),
    );
    expect((await trajectoryItem(db, 'trajectory-1', 'application-1'))?.data).toMatchObject({
      status: 'received',
      dueOn: '2024-01-29',
      receivedOn: '2024-01-20',
    });
    expect((await trajectoryItem(db, 'trajectory-1', 'absence-1'))?.data).toMatchObject({
      until: '2024-03-05',
      kind: sealed('illness'),
    });
    expect((await trajectoryItem(db, 'trajectory-1', 'assignment-1'))?.data).toEqual({
      assignmentId: 'assignment-1',
      coachId: 'coach-2',
      from: '2024-01-01',
      chosenBy: 'candidate',
    });
    const closures = await itemsPage(db, 'trajectory-1', 'closure', { limit: 10 });
    // A closure from before they had ids of their own is known by its trajectory's.
    expect(closures).toMatchObject([
      { id: 'trajectory-1', on: '2024-12-31', data: { result: sealed('result') } },
    ]);
    expect(await trajectoryItem(db, 'trajectory-2', 'absence-1')).toBeUndefined();
  });

  it('give sessions and contacts newest first with their sealed texts', async () => {
    const contact = (contactId: string, on: '2024-02-01' | '2024-03-01') =>
      ({
        type: 'EmployerContactRecorded',
        data: { contactId, employerId: 'employer-1', on, minutes: 5, kind: 'check-in', summary: sealed(on) },
      }) as const;
    const db = await answersOf(
      new Story().trajectory(
        'trajectory-1',
        opened(),
        session('session-1', { goals: sealed('goals') as never, confidentialNote: sealed('note') }),
        session('session-2', { on: '2024-02-02' }),
        {
          type: 'SessionCorrected',
          data: { sessionId: 'session-1', reason, summary: sealed('better'), confidentialNote: null },
        },
        contact('contact-1', '2024-02-01'),
        contact('contact-2', '2024-03-01'),
      ),
    );
    const page = await sessionsPage(db, 'trajectory-1', { limit: 1 });
    expect(page.map(({ session: { id } }) => id)).toEqual(['session-2']);
    const after = { on: '2024-02-02', id: 'session-2' } as const;
    expect(await sessionsPage(db, 'trajectory-1', { after, limit: 5 })).toMatchObject([
      {
        session: { id: 'session-1' },
        summary: sealed('better'),
        goals: sealed('goals'),
        confidentialNote: null,
      },
    ]);
    expect(await sessionsPage(db, 'trajectory-1', { until: '2024-02-01', limit: 5 })).toMatchObject([
      { session: { id: 'session-1' } },
    ]);
    const ids = ['session-1', 'session-9'];
    expect(await sessionsById(db, 'trajectory-1', ids)).toMatchObject([
      { session: { id: 'session-1' }, revision: 3 },
    ]);
    expect(await sessionsById(db, 'trajectory-2', ids)).toEqual([]);
    expect(await contactsById(db, 'trajectory-1', ['contact-1'])).toMatchObject([
      { contact: { on: '2024-02-01' } },
    ]);
    expect(await contactsById(db, 'trajectory-2', ['contact-1'])).toEqual([]);
    const contacts = await contactsPage(db, 'trajectory-1', { limit: 5 });
    expect(contacts.map(({ contact: { id }, summary }) => [id, summary])).toEqual([
      ['contact-2', sealed('2024-03-01')],
      ['contact-1', sealed('2024-02-01')],
    ]);
    const next = { on: '2024-03-01', id: 'contact-2' } as const;
    expect(await contactsPage(db, 'trajectory-1', { after: next, limit: 5 })).toHaveLength(1);
  });
});
