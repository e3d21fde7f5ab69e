import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import { coachAssessmentsProjection } from '../../projections/coach-assessments/coach-assessments.projection.js';
import { assessmentsOfCoach } from '../../projections/coach-assessments/coach-assessments.query.js';
import { trajectoryProjection } from '../../projections/trajectory/trajectory.projection.js';
import {
  itemsPage,
  trajectoryItem,
  trajectoryItems,
  trajectoryNow,
} from '../../projections/trajectory/trajectory.query.js';
import { projected } from './projected.js';
import { ReadStoreFixture } from './read-store-fixture.js';
import { opened, Story, sealed } from './story.js';

let fixture: ReadStoreFixture;
beforeEach(() => {
  fixture = new ReadStoreFixture();
});
afterEach(() => fixture.close());

const answersOf = async (story: Story) =>
  (await projected(fixture, [trajectoryProjection, coachAssessmentsProjection], story.events)).reader;
const reason = sealed('reason');
const texts = sealed('texts') as never;

const drafted: TrajectoryEvent = {
  type: 'PlanDrafted',
  data: {
    planId: 'plan-1',
    version: 1,
    draftedOn: '2024-02-05',
    goals: [{ goalId: 'goal-1', main: true }],
    agreements: [],
    evaluationsOn: [],
    texts,
  },
};
const agreed = {
  type: 'PlanAgreed',
  data: {
    answerId: 'answer-1',
    planId: 'plan-1',
    version: 1,
    party: 'coach',
    on: '2024-02-12',
    by: sealed('name'),
  },
} as const;

describe('the versions of a plan', () => {
  it('are items, newest first, each with what the parties said of it', async () => {
    const { data } = drafted as Extract<TrajectoryEvent, { type: 'PlanDrafted' }>;
    const db = await answersOf(
      new Story().trajectory(
        'trajectory-1',
        opened(),
        drafted,
        agreed,
        {
          type: 'PlanRevised',
          data: { ...data, planId: 'plan-2', version: 2, draftedOn: '2024-06-03', reason },
        },
        {
          type: 'PlanDeclined',
          data: {
            answerId: 'answer-2',
            planId: 'plan-2',
            version: 2,
            party: 'funder',
            on: '2024-06-05',
            reason,
          },
        },
      ),
    );
    const items = await itemsPage(db, 'trajectory-1', 'plan', { limit: 5 });
    expect(items.map(({ id, on, data: { answers } }) => [id, on, answers])).toEqual([
      ['plan-2', '2024-06-03', [expect.objectContaining({ answerId: 'answer-2', reason })]],
      ['plan-1', '2024-02-05', [agreed.data]],
    ]);
    const found = await trajectoryItems(db, 'trajectory-1', ['plan-1', 'nobody']);
    expect(found.map(({ id }) => id)).toEqual(['plan-1']);
    expect(await trajectoryItems(db, 'trajectory-2', ['plan-1'])).toEqual([]);
    expect(await trajectoryItems(db, 'trajectory-1', [])).toEqual([]);
    expect((await trajectoryNow(db, 'trajectory-1'))?.facts.planOfApproach.versions).toHaveLength(2);
  });
});

describe('what became of a goal', () => {
  it('keeps its day when it is taken back, and says so', async () => {
    const reached = {
      type: 'GoalReached',
      data: { outcomeId: 'outcome-1', goalId: 'goal-1', on: '2024-07-01', remark: sealed('remark') },
    } as const;
    const corrected = (on: '2024-07-02' | null): TrajectoryEvent => ({
      type: 'GoalOutcomeCorrected',
      data: { outcomeId: 'outcome-1', goalId: 'goal-1', on, remark: null, reason },
    });
    const itemAfter = async (...events: readonly TrajectoryEvent[]) => {
      const db = await answersOf(new Story().trajectory('trajectory-1', opened(), drafted, ...events));
      return trajectoryItem(db, 'trajectory-1', 'outcome-1');
    };
    const kept = { outcomeId: 'outcome-1', goalId: 'goal-1', outcome: 'reached' };
    expect((await itemAfter(reached, corrected(null)))?.data).toEqual({
      ...kept,
      on: '2024-07-01',
      takenBack: true,
    });
  });

  it('is as recorded right at once when its day is corrected', async () => {
    const fulfilled = {
      type: 'AgreementFulfilled',
      data: { fulfilmentId: 'fulfilment-1', agreementId: 'agreement-1', on: '2024-03-01' },
    } as const;
    const redated = (on: '2024-03-02' | null): TrajectoryEvent => ({
      type: 'AgreementFulfilmentCorrected',
      data: { fulfilmentId: 'fulfilment-1', agreementId: 'agreement-1', on, reason },
    });
    const db = await answersOf(
      new Story().trajectory(
        'trajectory-1',
        opened(),
        drafted,
        fulfilled,
        redated(null),
        redated('2024-03-02'),
      ),
    );
    expect(await trajectoryItem(db, 'trajectory-1', 'fulfilment-1')).toMatchObject({
      on: '2024-03-02',
      data: { ...fulfilled.data, on: '2024-03-02' },
    });
  });
});

describe('reviews', () => {
  it('are items with corrections in place, an evaluation that is planned by its due day', async () => {
    const db = await answersOf(
      new Story().trajectory(
        'trajectory-1',
        opened(),
        {
          type: 'EvaluationPlanned',
          data: { evaluationPlanId: 'evaluation-plan-1', kind: 'final', dueOn: '2024-12-02' },
        },
        {
          type: 'EvaluationPlanCorrected',
          data: { evaluationPlanId: 'evaluation-plan-1', dueOn: '2024-12-09', reason },
        },
        {
          type: 'EvaluationHeld',
          data: {
            evaluationId: 'evaluation-1',
            kind: 'interim',
            on: '2024-06-03',
            participants: sealed('participants') as never,
            attendedBy: ['coach'],
            adjustments: sealed('adjustments'),
            resultCode: 3,
          },
        },
        { type: 'EvaluationCorrected', data: { evaluationId: 'evaluation-1', resultCode: null, reason } },
      ),
    );
    expect(await trajectoryItem(db, 'trajectory-1', 'evaluation-plan-1')).toMatchObject({
      on: '2024-12-09',
      data: { dueOn: '2024-12-09' },
    });
    const evaluation = await trajectoryItem(db, 'trajectory-1', 'evaluation-1');
    expect(evaluation).toMatchObject({ kind: 'evaluation', on: '2024-06-03' });
    expect(evaluation?.data).not.toHaveProperty('resultCode');
  });
});

describe('the scores of a coach', () => {
  const assigned = (
    assignmentId: string,
    coachId: string,
    from: '2024-01-01' | '2024-06-01',
  ): TrajectoryEvent => ({
    type: 'CoachAssigned',
    data: { assignmentId, coachId, from, chosenBy: 'candidate' },
  });
  const scored = (number: number, on: '2024-05-31' | '2024-06-01', score: number): TrajectoryEvent => ({
    type: 'AssessmentGiven',
    data: { assessmentId: `assessment-${number}`, by: 'candidate', on, score },
  });

  it('are those given on days on which the coach was assigned, over all candidates', async () => {
    const db = await answersOf(
      new Story()
        .trajectory(
          'trajectory-1',
          opened(),
          scored(1, '2024-05-31', 6),
          scored(2, '2024-06-01', 9),
          assigned('assignment-1', 'coach-1', '2024-01-01'),
          assigned('assignment-2', 'coach-2', '2024-06-01'),
        )
        .trajectory(
          'trajectory-2',
          opened({ trajectoryId: 'trajectory-2', candidateId: 'candidate-2' }),
          assigned('assignment-3', 'coach-1', '2024-01-01'),
          {
            type: 'AssessmentGiven',
            data: {
              assessmentId: 'assessment-3',
              by: 'employer',
              on: '2024-06-01',
              score: 4,
              employerId: 'employer-1',
              evidence: sealed('evidence') as never,
            },
          },
          {
            type: 'AssessmentCorrected',
            data: { assessmentId: 'assessment-3', by: 'employer', score: 5, reason },
          },
        ),
    );
    expect(
      [...(await assessmentsOfCoach(db, 'coach-1', '2024-06-01'))].sort((a, b) => (a.by < b.by ? -1 : 1)),
    ).toEqual([
      { by: 'candidate', count: 1, sum: 6, onPaper: 0 },
      { by: 'employer', count: 1, sum: 5, onPaper: 1 },
    ]);
    expect(await assessmentsOfCoach(db, 'coach-1', '2024-05-30')).toEqual([]);
    expect(await assessmentsOfCoach(db, 'coach-2', '2024-12-31')).toEqual([
      { by: 'candidate', count: 1, sum: 9, onPaper: 0 },
    ]);
  });
});
