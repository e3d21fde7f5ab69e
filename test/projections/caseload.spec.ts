import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PRESETS } from '../../domain/rule-sets/index.js';
import { caseloadProjection } from '../../projections/caseload/caseload.projection.js';
import {
  type CaseloadQuestion,
  caseloadPage,
  caseloadSelection,
} from '../../projections/caseload/caseload.query.js';
import { projected } from './projected.js';
import { queryPlan } from './query-plan.js';
import { ReadStoreFixture } from './read-store-fixture.js';
import { opened, placement, Story, sealed } from './story.js';

let fixture: ReadStoreFixture;
beforeEach(() => {
  fixture = new ReadStoreFixture();
});
afterEach(() => fixture.close());

const rulesAdopted = () =>
  new Story().tell('funder', 'funder-1', {
    type: 'RuleSetAdopted',
    data: { version: 1, ruleSet: PRESETS['municipal-2y'] },
  });
const answersOf = async (story: Story) =>
  (await projected(fixture, [caseloadProjection], story.events)).reader;
const ask = (otherwise: Partial<CaseloadQuestion> = {}): CaseloadQuestion => ({
  on: '2024-06-01',
  limit: 10,
  ...otherwise,
});

describe('one trajectory in the caseload', () => {
  it('has the last day of its binding clock and of the two that are always shown', async () => {
    const db = await answersOf(rulesAdopted().trajectory('trajectory-1', opened(), placement('placement-1')));
    expect(await caseloadPage(db, ask())).toEqual([
      {
        trajectoryId: 'trajectory-1',
        status: 'open',
        candidateId: 'candidate-1',
        organisationId: 'organisation-1',
        funderId: 'funder-1',
        coachId: null,
        limitOn: '2025-12-31',
        municipalLastDay: '2025-12-31',
        uwvLastDay: '2026-12-31',
        openedOn: '2024-01-01',
        closedOn: null,
      },
    ]);
  });

  it('has no limit before its first job, and is not there before it opened', async () => {
    const db = await answersOf(
      rulesAdopted().trajectory(
        'trajectory-1',
        opened(),
        placement('placement-1', { startsOn: '2024-03-01' }),
      ),
    );
    expect(await caseloadPage(db, ask({ on: '2024-02-29' }))).toMatchObject([{ limitOn: null }]);
    expect(await caseloadPage(db, ask({ on: '2024-03-01' }))).toMatchObject([{ limitOn: '2026-02-28' }]);
    expect(await caseloadPage(db, ask({ on: '2023-12-31' }))).toEqual([]);
  });

  it('shows the coach who is assigned on the day asked about', async () => {
    const db = await answersOf(
      rulesAdopted().trajectory(
        'trajectory-1',
        opened(),
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
          type: 'CoachHandedOver',
          data: {
            handoverId: 'handover-1',
            fromCoachId: 'coach-1',
            toCoachId: 'coach-2',
            on: '2024-06-01',
            reason: sealed('reason'),
            candidateAgreed: true,
          },
        },
      ),
    );
    expect(await caseloadPage(db, ask({ on: '2024-05-31', coachId: 'coach-1' }))).toHaveLength(1);
    expect(await caseloadPage(db, ask({ on: '2024-06-01', coachId: 'coach-1' }))).toEqual([]);
    expect(await caseloadPage(db, ask({ on: '2024-06-01', coachId: 'coach-2' }))).toHaveLength(1);
  });

  it('is closed from the day after its last day', async () => {
    const db = await answersOf(
      rulesAdopted().trajectory('trajectory-1', opened(), {
        type: 'TrajectoryClosed',
        data: {
          closureId: 'closure-1',
          on: '2024-05-31',
          reason: sealed('reason'),
          result: sealed('result'),
          structuralSupport: false,
        },
      }),
    );
    expect(await caseloadPage(db, ask({ on: '2024-05-31', status: 'open' }))).toHaveLength(1);
    expect(await caseloadPage(db, ask({ on: '2024-06-01', status: 'open' }))).toEqual([]);
    expect(await caseloadPage(db, ask({ on: '2024-06-01', status: 'closed' }))).toHaveLength(1);
  });

  it('is open again from its reopening on, and shows the last day of the stretch asked about', async () => {
    const closed = (closureId: string, on: '2024-05-31' | '2024-12-31') =>
      ({
        type: 'TrajectoryClosed',
        data: {
          closureId,
          on,
          reason: sealed('reason'),
          result: sealed('result'),
          structuralSupport: false,
        },
      }) as const;
    const reason = sealed('reason');
    const db = await answersOf(
      rulesAdopted().trajectory(
        'trajectory-1',
        opened(),
        placement('placement-1'),
        closed('closure-1', '2024-05-31'),
        { type: 'TrajectoryReopened', data: { reopeningId: 'reopening-1', on: '2024-09-01', reason } },
        closed('closure-2', '2024-12-31'),
        { type: 'ReopeningCorrected', data: { reopeningId: 'reopening-1', on: '2024-08-01', reason } },
      ),
    );
    for (const [on, status, closedOn] of [
      ['2024-05-31', 'open', '2024-05-31'],
      ['2024-06-01', 'closed', '2024-05-31'],
      ['2024-07-31', 'closed', '2024-05-31'],
      ['2024-08-01', 'open', '2024-12-31'],
      ['2025-01-01', 'closed', '2024-12-31'],
    ] as const) {
      expect(await caseloadPage(db, ask({ on }))).toMatchObject([{ status, closedOn }]);
    }
  });

  it('is of the organisation that coaches on the day asked about', async () => {
    const db = await answersOf(
      rulesAdopted().trajectory('trajectory-1', opened(), placement('placement-1'), {
        type: 'OrganisationChanged',
        data: {
          changeId: 'change-1',
          organisationId: 'organisation-2',
          on: '2024-06-01',
          reason: sealed('reason'),
          candidateChose: true,
        },
      }),
    );
    const of = (organisationId: string, on: '2024-05-31' | '2024-06-01') =>
      caseloadPage(db, ask({ on, organisationId }));
    expect(await of('organisation-1', '2024-05-31')).toMatchObject([{ organisationId: 'organisation-1' }]);
    expect(await of('organisation-2', '2024-05-31')).toEqual([]);
    expect(await of('organisation-1', '2024-06-01')).toEqual([]);
    expect(await of('organisation-2', '2024-06-01')).toMatchObject([{ limitOn: '2025-12-31' }]);
  });

  it('has the last day of the rules that it is under on the day asked about', async () => {
    const story = rulesAdopted()
      .tell('funder', 'funder-1', {
        type: 'RuleSetAdopted',
        data: { version: 2, effectiveOn: '2024-03-01', ruleSet: PRESETS['municipal-3y'] },
      })
      .trajectory('trajectory-1', opened(), placement('placement-1'), {
        type: 'RuleSetMoved',
        data: {
          moveId: 'move-1',
          ruleSet: { name: 'municipal-3y', version: 2 },
          on: '2024-06-01',
          reason: sealed('reason'),
        },
      });
    const db = await answersOf(story);
    const on = async (day: '2024-05-31' | '2024-06-01') => caseloadPage(db, ask({ on: day }));
    expect(await on('2024-05-31')).toMatchObject([{ limitOn: '2025-12-31', municipalLastDay: '2025-12-31' }]);
    expect(await on('2024-06-01')).toMatchObject([{ limitOn: '2026-12-31', municipalLastDay: '2025-12-31' }]);
  });

  it('moves when a trajectory that it continues is corrected', async () => {
    const db = await answersOf(
      rulesAdopted()
        .trajectory(
          'trajectory-1',
          opened({ openedOn: '2023-01-01' }),
          placement('placement-1', { startsOn: '2023-06-01' }),
        )
        .trajectory('trajectory-2', opened({ trajectoryId: 'trajectory-2', continues: 'trajectory-1' }))
        .trajectory('trajectory-1', {
          type: 'PlacementCorrected',
          data: { placementId: 'placement-1', reason: sealed('reason'), startsOn: '2023-03-01' },
        }),
    );
    expect(await caseloadPage(db, ask({ limitBefore: '2025-03-01' }))).toMatchObject([
      { trajectoryId: 'trajectory-1', limitOn: '2025-02-28' },
      { trajectoryId: 'trajectory-2', limitOn: '2025-02-28' },
    ]);
  });
});

describe('the caseload', () => {
  const many = () => {
    const story = rulesAdopted();
    for (const [number, month] of [5, 1, 3, 3].entries()) {
      const id = `trajectory-${number + 1}`;
      const organisationId = `organisation-${number % 2}`;
      story.trajectory(
        id,
        opened({ trajectoryId: id, organisationId }),
        placement(`placement-${number}`, { startsOn: `2024-0${month}-01` as '2024-01-01' }),
      );
    }
    return story;
  };

  it('comes the most urgent first, page by page, on a tie by id', async () => {
    const db = await answersOf(many());
    const first = await caseloadPage(db, ask({ limit: 2 }));
    expect(first.map(({ trajectoryId }) => trajectoryId)).toEqual(['trajectory-2', 'trajectory-3']);
    const rest = await caseloadPage(db, ask({ limit: 3, after: first.at(-1) }));
    expect(rest.map(({ trajectoryId }) => trajectoryId)).toEqual(['trajectory-4', 'trajectory-1']);
  });

  it('is narrowed by organisation and by limit', async () => {
    const db = await answersOf(many());
    const of = await caseloadPage(db, ask({ organisationId: 'organisation-0' }));
    expect(of.map(({ trajectoryId }) => trajectoryId)).toEqual(['trajectory-3', 'trajectory-1']);
    const before = await caseloadPage(db, ask({ limitBefore: '2026-02-28' }));
    expect(before.map(({ trajectoryId }) => trajectoryId)).toEqual(['trajectory-2']);
  });

  it.each<[string, Partial<CaseloadQuestion>]>([
    ['without a filter', {}],
    ['by status', { status: 'open' }],
    ['by organisation', { organisationId: 'organisation-0' }],
    ['in sight of an organisation', { inSight: { today: '2024-06-01', organisationId: 'organisation-0' } }],
    ['by funder', { funderId: 'funder-1' }],
    ['by coach', { coachId: 'coach-1' }],
    ['after a cursor', { after: { limitOn: '2025-12-31', trajectoryId: 'trajectory-2' } }],
  ])('is read along an index, in order and without sorting: %s', async (_, filter) => {
    const db = await answersOf(many());
    const plan = await queryPlan(db, caseloadSelection(db, ask(filter)).compile());
    expect(plan).toMatch(/USING INDEX/);
    expect(plan).not.toMatch(/TEMP B-TREE/);
  });
});
