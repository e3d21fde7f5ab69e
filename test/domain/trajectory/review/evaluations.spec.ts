import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../../domain/shared/decider.js';
import type { TrajectoryCommand } from '../../../../domain/trajectory/commands.js';
import { trajectoryDecider } from '../../../../domain/trajectory/index.js';
import { after, closeIt, id, onRunning, RULES, running, TRIAL, trialIt } from '../examples.js';
import {
  correctEvaluation,
  correctEvaluationPlan,
  EVALUATION,
  EVALUATION_PLAN,
  holdIt,
  planEvaluationIt,
} from './examples.js';

function factsAfter(...commands: readonly TrajectoryCommand[]) {
  return fold(trajectoryDecider, after(...running, ...commands)).facts;
}

const { type: _type, today: _today, ...held } = holdIt;

describe('an evaluation', () => {
  it('is held with its participants, of whom the parties can be counted', () => {
    onRunning()
      .when(holdIt)
      .thenRecords([{ type: 'EvaluationHeld', data: { ...held, attendedBy: ['candidate', 'coach'] } }]);
    expect(factsAfter(holdIt)?.evaluations).toEqual([
      {
        id: EVALUATION,
        kind: 'interim',
        on: '2024-04-10',
        attendedBy: ['candidate', 'coach'],
        statesNoContractReason: false,
      },
    ]);
  });

  it('says what came of it: a result, the trial, and why there was no lasting contract', () => {
    const results = {
      extendsTrial: false,
      resultCode: 4,
      candidateFuture: 'Wil in de zorg werken.',
      structuralWork: true,
      noContractReason: 'Het contract past niet in de begroting.',
    } as const;
    onRunning()
      .when({ ...holdIt, ...results })
      .thenRecords([
        { type: 'EvaluationHeld', data: { ...held, attendedBy: ['candidate', 'coach'], ...results } },
      ]);
    expect(factsAfter({ ...holdIt, ...results })?.evaluations).toMatchObject([
      { extendsTrial: false, resultCode: 4, structuralWork: true, statesNoContractReason: true },
    ]);
  });

  it('has come, and was not before the opening nor after the closure', () => {
    onRunning()
      .when({ ...holdIt, on: '2024-10-01' })
      .thenRefuses('date.in-future', 'on');
    onRunning()
      .when({ ...holdIt, on: '2024-01-09' })
      .thenRefuses('date.before-opening', 'on');
    onRunning(closeIt)
      .when({ ...holdIt, on: '2024-09-16' })
      .thenRefuses('trajectory.closed', 'on');
    onRunning(holdIt)
      .when(correctEvaluation({ on: '2024-10-01' }))
      .thenRefuses('date.in-future', 'on');
    onRunning(holdIt)
      .when(correctEvaluation({ on: '2024-01-09' }))
      .thenRefuses('date.before-opening', 'on');
    onRunning(holdIt, closeIt)
      .when(correctEvaluation({ on: '2024-09-16' }))
      .thenRefuses('trajectory.closed', 'on');
  });

  it('gives the deadline of evaluations its days, in order', () => {
    const earlier = { ...holdIt, evaluationId: id(301), on: '2024-03-01' } as const;
    expect(factsAfter(holdIt, earlier)?.evaluationsHeldOn).toEqual(['2024-03-01', '2024-04-10']);
    expect(factsAfter(holdIt, correctEvaluation({ on: '2024-04-12' }))?.evaluationsHeldOn).toEqual([
      '2024-04-12',
    ]);
  });

  it('is corrected by what changes, and the parties go by the participants as corrected', () => {
    onRunning(holdIt)
      .when(correctEvaluation({ kind: 'interim', participants: ['funder', 'M. de Wit'], resultCode: 1 }))
      .thenRecords([
        {
          type: 'EvaluationCorrected',
          data: {
            evaluationId: EVALUATION,
            participants: ['funder', 'M. de Wit'],
            resultCode: 1,
            attendedBy: ['funder'],
            reason: 'typefout',
          },
        },
      ]);
    onRunning(holdIt)
      .when(correctEvaluation({ kind: 'interim', resultCode: null }))
      .thenNothing();
  });

  it('is corrected only into what could have been recorded', () => {
    onRunning(holdIt)
      .when(correctEvaluation({ noContractReason: 'Geen geld.' }))
      .thenRefuses('structural-work.required');
    const explained = { ...holdIt, structuralWork: true, noContractReason: 'Geen geld.' };
    onRunning(explained)
      .when(correctEvaluation({ structuralWork: null }))
      .thenRefuses('structural-work.required');
    expect(
      factsAfter(explained, correctEvaluation({ structuralWork: null, noContractReason: null }))?.evaluations,
    ).toEqual([expect.objectContaining({ statesNoContractReason: false })]);
  });
});

describe('a trial placement', () => {
  const extended = { ...holdIt, extendsTrial: true, participants: ['employer', 'funder'] };
  const untilAugust = {
    type: 'ChangePlacement',
    today: holdIt.today,
    placementId: TRIAL,
    changeId: id(142),
    from: '2024-04-15',
    plannedEnd: '2024-08-31',
    ...RULES,
  } as const;

  it('may last longer once an evaluation extended it in which the funder took part (reading 57)', () => {
    onRunning(trialIt).when(untilAugust).thenRefuses('trial-placement.too-long');
    expect(factsAfter(trialIt, extended, untilAugust)?.placements).toContainEqual(
      expect.objectContaining({ id: TRIAL, plannedEnd: '2024-08-31' }),
    );
    onRunning(trialIt, extended)
      .when({ ...untilAugust, plannedEnd: '2024-09-01' })
      .thenRefuses('trial-placement.too-long');
  });

  it.each([
    ['without the funder', { ...extended, participants: ['employer', 'coach'] }],
    ['that does not extend it', { ...extended, extendsTrial: false }],
    ['before it began', { ...extended, on: '2024-02-29' }],
  ] as const)('is not extended by an evaluation %s', (_, evaluation) => {
    onRunning(trialIt, evaluation).when(untilAugust).thenRefuses('trial-placement.too-long');
  });
});

describe('an evaluation that is planned', () => {
  it('may lie ahead, from the opening up to the closure', () => {
    const { type: _, today: __, ...data } = planEvaluationIt;
    onRunning()
      .when(planEvaluationIt)
      .thenRecords([{ type: 'EvaluationPlanned', data }]);
    onRunning()
      .when({ ...planEvaluationIt, dueOn: '2024-01-09' })
      .thenRefuses('date.before-opening', 'dueOn');
    onRunning(closeIt).when(planEvaluationIt).thenRefuses('trajectory.closed', 'dueOn');
  });

  it('is corrected by what changes', () => {
    onRunning(planEvaluationIt)
      .when(correctEvaluationPlan({ dueOn: '2024-11-01', kind: 'final' }))
      .thenRecords([
        {
          type: 'EvaluationPlanCorrected',
          data: { evaluationPlanId: EVALUATION_PLAN, dueOn: '2024-11-01', reason: 'typefout' },
        },
      ]);
    onRunning(planEvaluationIt)
      .when(correctEvaluationPlan({ kind: 'final' }))
      .thenNothing();
    onRunning(planEvaluationIt)
      .when(correctEvaluationPlan({ dueOn: '2024-01-09' }))
      .thenRefuses('date.before-opening', 'dueOn');
    onRunning({ ...planEvaluationIt, dueOn: '2024-09-01' }, closeIt)
      .when(correctEvaluationPlan({ dueOn: '2024-09-16' }))
      .thenRefuses('trajectory.closed', 'dueOn');
  });
});
