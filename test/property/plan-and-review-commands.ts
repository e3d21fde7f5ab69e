import fc from 'fast-check';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.js';
import type { AskedPlan, DraftPlan } from '../../domain/trajectory/plan/commands.js';
import { GOAL_KINDS, GOAL_OUTCOMES, PLAN_PARTIES } from '../../domain/trajectory/plan/lists.js';
import { EVALUATION_KINDS, RESULT_CODES } from '../../domain/trajectory/review/lists.js';
import { aDay, anEvidence, maybe, OPENED, oneOf, TODAY } from './arbitraries.js';

const today = TODAY;
const reason = 'reden';
const GOALS = ['goal-1', 'goal-2', 'goal-3', 'goal-4'] as const;
const AGREEMENTS = ['agreement-1', 'agreement-2'] as const;

function agreement(agreementId: string, dueOn: AskedPlan['agreements'][number]['dueOn'], goesOn: boolean) {
  const terms = { organisedBy: 'employer', paidBy: 'funder', responsible: 'coach' };
  return { agreementId, what: 'een stoel', ...terms, dueOn, goesOn };
}

/** The plan that the other arbitrary commands are about. */
export const draftFirst: DraftPlan = {
  type: 'DraftPlan',
  today,
  planId: 'plan-1',
  draftedOn: OPENED,
  goals: GOALS.map((goalId) => ({ goalId, what: 'op tijd komen' })),
  needs: [],
  agreements: AGREEMENTS.map((id) => agreement(id, OPENED, false)),
  evaluationsOn: [],
};

/** Drafts a plan. */
const draftIt = fc
  .record({
    draftedOn: aDay,
    kind: fc.constantFrom(...GOAL_KINDS),
    evaluationsOn: fc.array(aDay, { maxLength: 3 }),
  })
  .map(
    ({ kind, ...terms }) =>
      ({
        ...draftFirst,
        ...terms,
        goals: draftFirst.goals.map((goal) => ({ ...goal, kind })),
      }) as const,
  );
/** Revises it, with some of its goals and agreements going on. */
const reviseIt = fc
  .record({
    planId: oneOf('revised-plan', 3),
    version: fc.integer({ min: 1, max: 3 }),
    draftedOn: aDay,
    goals: fc.subarray([...GOALS]),
    agreements: fc.subarray([...AGREEMENTS]),
    dueOn: aDay,
  })
  .map(
    ({ goals, agreements, dueOn, ...terms }) =>
      ({
        ...draftFirst,
        ...terms,
        type: 'RevisePlan',
        goals: goals.map((goalId) => ({ goalId, what: 'op tijd komen', goesOn: true })),
        agreements: agreements.map((id) => agreement(id, dueOn, true)),
        reason,
      }) as const,
  );

const answer = {
  answerId: oneOf('answer', 8),
  version: fc.integer({ min: 1, max: 2 }),
  party: fc.constantFrom(...PLAN_PARTIES),
  employerId: oneOf('employer'),
  on: aDay,
  evidence: anEvidence,
};
/** Reaches a goal of the plan. */
export const reachIt = fc
  .record({ number: fc.integer({ min: 1, max: GOALS.length }), on: aDay })
  .map(
    ({ number, on }) =>
      ({ type: 'ReachGoal', today, outcomeId: `outcome-${number}`, goalId: `goal-${number}`, on }) as const,
  );
/** Keeps an agreement of the plan. */
export const fulfilIt = fc
  .record({ number: fc.integer({ min: 1, max: AGREEMENTS.length }), on: aDay })
  .map(({ number, on }) => {
    const ids = { fulfilmentId: `fulfilment-${number}`, agreementId: `agreement-${number}` };
    return { type: 'FulfilAgreement', today, ...ids, on } as const;
  });
/** Plans an evaluation. */
export const planEvaluationIt = fc
  .record({
    evaluationPlanId: oneOf('evaluation-plan'),
    kind: fc.constantFrom(...EVALUATION_KINDS),
    dueOn: aDay,
  })
  .map((terms) => ({ type: 'PlanEvaluation', today, ...terms }) as const);
const results = {
  kind: fc.constantFrom(...EVALUATION_KINDS),
  on: aDay,
  extendsTrial: fc.boolean(),
  resultCode: fc.constantFrom(...RESULT_CODES),
  structuralWork: fc.boolean(),
};
/** Holds an evaluation. */
export const holdIt = maybe({ evaluationId: oneOf('evaluation'), ...results }, [
  'extendsTrial',
  'resultCode',
  'structuralWork',
]).map(
  (terms) =>
    ({ type: 'HoldEvaluation', today, ...terms, participants: ['coach'], adjustments: 'geen' }) as const,
);
/** Gives an assessment, the candidate's. */
export const assessIt = fc
  .record({ assessmentId: oneOf('assessment'), score: fc.integer({ min: 1, max: 10 }), on: aDay })
  .map((terms) => ({ type: 'GiveAssessment', today, by: 'candidate', ...terms }) as const);

/** Commands on the plan of approach, on evaluations and on assessments; their corrections change no text. */
const askForIt = oneOf('plan-request').map(
  (requestId) => ({ type: 'AskForPlan', today, requestId, reason }) as const,
);

export const planAndReviewCommands: readonly fc.Arbitrary<TrajectoryCommand>[] = [
  askForIt,
  draftIt,
  draftIt,
  reviseIt,
  maybe(answer, ['employerId', 'evidence']).map(
    (terms) => ({ type: 'AgreePlan', today, ...terms, by: 'J. Bos' }) as const,
  ),
  maybe(answer, ['employerId', 'evidence']).map(
    (terms) => ({ type: 'DeclinePlan', today, ...terms, reason }) as const,
  ),
  reachIt,
  fc
    .record({ outcomeId: oneOf('outcome'), goalId: fc.constantFrom(...GOALS), on: aDay })
    .map((terms) => ({ type: 'DropGoal', today, ...terms, reason }) as const),
  fc
    .record({
      outcomeId: oneOf('outcome'),
      goalId: fc.constantFrom(...GOALS),
      outcome: fc.constantFrom(...GOAL_OUTCOMES),
      changes: fc.record({ on: fc.option(aDay) }),
    })
    .map((terms) => ({ type: 'CorrectGoalOutcome', today, ...terms, reason }) as const),
  fulfilIt,
  fc
    .record({
      fulfilmentId: oneOf('fulfilment'),
      agreementId: fc.constantFrom(...AGREEMENTS),
      changes: fc.record({ on: fc.option(aDay) }),
    })
    .map((terms) => ({ type: 'CorrectFulfilment', today, ...terms, reason }) as const),
  planEvaluationIt,
  fc
    .record({
      evaluationPlanId: oneOf('evaluation-plan'),
      changes: maybe({ kind: fc.constantFrom(...EVALUATION_KINDS), dueOn: aDay }, ['kind', 'dueOn']),
    })
    .map((terms) => ({ type: 'CorrectEvaluationPlan', today, ...terms, reason }) as const),
  holdIt,
  fc
    .record({
      evaluationId: oneOf('evaluation'),
      changes: maybe({ ...results, resultCode: fc.option(results.resultCode) }, [
        'kind',
        'on',
        'extendsTrial',
        'resultCode',
        'structuralWork',
      ]),
    })
    .map((terms) => ({ type: 'CorrectEvaluation', today, ...terms, reason }) as const),
  assessIt,
  maybe(
    {
      assessmentId: oneOf('employer-assessment'),
      score: fc.integer({ min: 1, max: 10 }),
      on: aDay,
      evidence: anEvidence,
      employerId: oneOf('employer'),
    },
    ['evidence', 'employerId'],
  ).map((terms) => ({ type: 'GiveAssessment', today, by: 'employer', ...terms }) as const),
  fc
    .record({
      assessmentId: fc.oneof(oneOf('assessment'), oneOf('employer-assessment')),
      changes: maybe({ score: fc.integer({ min: 1, max: 10 }), on: aDay }, ['score', 'on']),
    })
    .map((terms) => ({ type: 'CorrectAssessment', today, ...terms, reason }) as const),
];
