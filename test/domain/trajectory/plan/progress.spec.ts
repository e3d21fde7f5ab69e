import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../../domain/shared/decider.js';
import type { TrajectoryCommand } from '../../../../domain/trajectory/commands.js';
import type { TrajectoryFacts } from '../../../../domain/trajectory/facts.js';
import { trajectoryDecider } from '../../../../domain/trajectory/index.js';
import { isAgreementOf, latestPlanOn, planOnDay } from '../../../../domain/trajectory/plan/plan-on.js';
import { after, closeIt, id, onRunning, running } from '../examples.js';
import {
  CHAIR,
  correctFulfilment,
  correctOutcome,
  draftIt,
  dropIt,
  fulfilIt,
  GOALS,
  reachIt,
  reviseIt,
  TAXI,
} from './examples.js';

/** The plan in force after these commands, on the last day of a month of 2024. */
function planOn(on: '2024-03-31' | '2024-06-30' | '2024-07-31', ...commands: readonly TrajectoryCommand[]) {
  const facts = fold(trajectoryDecider, after(...running, draftIt, ...commands)).facts as TrajectoryFacts;
  const plan = latestPlanOn(facts.planOfApproach, on);
  return plan && planOnDay(facts, plan, on);
}

describe('a goal', () => {
  it('is reached or dropped on a day, and was open before it', () => {
    const { type: _, today: __, ...reached } = reachIt;
    const { type: ___, today: ____, ...dropped } = dropIt;
    onRunning(draftIt)
      .when(reachIt)
      .thenRecords([{ type: 'GoalReached', data: reached }]);
    onRunning(draftIt)
      .when(dropIt)
      .thenRecords([{ type: 'GoalDropped', data: dropped }]);
    expect(planOn('2024-06-30', reachIt, dropIt)?.goals.map(({ state }) => state)).toEqual(
      Array(4).fill('open'),
    );
    expect(planOn('2024-07-31', reachIt, dropIt)?.goals).toMatchObject([
      { id: GOALS[0], main: true, state: 'reached', endedOn: '2024-07-01' },
      { id: GOALS[1], main: true, state: 'dropped', endedOn: '2024-07-01' },
      { id: GOALS[2], main: true, state: 'open', endedOn: null },
      { id: GOALS[3], main: false, state: 'open', endedOn: null },
    ]);
  });

  it('ends once: the same again is nothing, another end is refused', () => {
    onRunning(draftIt, reachIt)
      .when({ ...reachIt, outcomeId: id(239) })
      .thenNothing();
    onRunning(draftIt, reachIt)
      .when({ ...reachIt, outcomeId: id(239), on: '2024-07-02' })
      .thenRefuses('goal.already-ended');
    onRunning(draftIt, reachIt)
      .when({ ...dropIt, goalId: GOALS[0] })
      .thenRefuses('goal.already-ended');
  });

  it('does not end on a day to come', () => {
    onRunning(draftIt)
      .when({ ...reachIt, on: '2024-10-01' })
      .thenRefuses('date.in-future', 'on');
    onRunning(draftIt, reachIt)
      .when(correctOutcome({ on: '2024-10-01' }))
      .thenRefuses('date.in-future', 'on');
  });

  it('that goes on in a next version stays reached', () => {
    expect(planOn('2024-07-31', reachIt, reviseIt)?.goals[0]).toMatchObject({ state: 'reached' });
    expect(planOn('2024-07-31', reviseIt, reachIt)?.goals[0]).toMatchObject({ state: 'reached' });
  });

  it('is open again when a correction takes that back, and can then end otherwise', () => {
    const takenBack = correctOutcome({ on: null });
    expect(planOn('2024-07-31', reachIt, takenBack)?.goals[0]).toMatchObject({ state: 'open' });
    onRunning(draftIt, reachIt, takenBack).when(takenBack).thenNothing();
    onRunning(draftIt, reachIt, takenBack).when(reachIt).thenNothing();
    const dropped = { ...dropIt, goalId: GOALS[0] };
    expect(planOn('2024-07-31', reachIt, takenBack, dropped)?.goals[0]).toMatchObject({ state: 'dropped' });
    onRunning(draftIt, reachIt, takenBack, dropped)
      .when(correctOutcome({ on: '2024-07-01' }))
      .thenRefuses('goal.already-ended');
    const redone = correctOutcome({ on: '2024-06-28' });
    expect(planOn('2024-06-30', reachIt, takenBack, redone)?.goals[0]).toMatchObject({ state: 'reached' });
  });

  it('ends no later than the trajectory', () => {
    onRunning(draftIt, closeIt)
      .when({ ...reachIt, on: '2024-09-16' })
      .thenRefuses('trajectory.closed');
    onRunning(draftIt, reachIt, closeIt)
      .when(correctOutcome({ on: '2024-09-16' }))
      .thenRefuses('trajectory.closed');
  });
});

describe('an agreement', () => {
  it('is open up to and including its day, then overdue, until it was kept', () => {
    const { type: _, today: __, ...fulfilled } = fulfilIt;
    onRunning(draftIt)
      .when(fulfilIt)
      .thenRecords([{ type: 'AgreementFulfilled', data: fulfilled }]);
    const facts = fold(trajectoryDecider, after(...running, draftIt)).facts as TrajectoryFacts;
    const [plan] = facts.planOfApproach.versions;
    const stateOn = (on: '2024-04-01' | '2024-04-02') =>
      plan && planOnDay(facts, plan, on).agreements[0]?.state;
    expect([stateOn('2024-04-01'), stateOn('2024-04-02')]).toEqual(['open', 'overdue']);
    expect(planOn('2024-03-31', fulfilIt)?.agreements).toMatchObject([
      { id: CHAIR, state: 'fulfilled', fulfilledOn: '2024-03-20' },
      { id: TAXI, state: 'open', fulfilledOn: null },
    ]);
  });

  it('is kept once, and open again when a correction takes that back', () => {
    onRunning(draftIt, fulfilIt)
      .when({ ...fulfilIt, fulfilmentId: id(249) })
      .thenNothing();
    onRunning(draftIt, fulfilIt, correctFulfilment({ on: null }))
      .when(correctFulfilment({ on: null }))
      .thenNothing();
    expect(planOn('2024-03-31', fulfilIt, correctFulfilment({ on: null }))?.agreements[0]?.state).toBe(
      'open',
    );
    const again = { ...fulfilIt, fulfilmentId: id(249) };
    onRunning(draftIt, fulfilIt, correctFulfilment({ on: null }), again)
      .when(correctFulfilment({ on: '2024-03-19' }))
      .thenRefuses('agreement.already-fulfilled');
  });

  it('is kept on a day that has come, up to the last of the trajectory', () => {
    onRunning(draftIt)
      .when({ ...fulfilIt, on: '2024-10-01' })
      .thenRefuses('date.in-future', 'on');
    onRunning(draftIt, closeIt)
      .when({ ...fulfilIt, on: '2024-09-16' })
      .thenRefuses('trajectory.closed', 'on');
  });

  it('is the own one of whoever organises it, pays for it or is responsible', () => {
    const terms = { id: CHAIR, dueOn: '2024-04-01' } as const;
    const agreement = { ...terms, organisedBy: 'employer', paidBy: 'funder', responsible: 'other' } as const;
    expect(
      (['candidate', 'employer', 'funder', 'coach'] as const).filter((p) => isAgreementOf(agreement, p)),
    ).toEqual(['employer', 'funder']);
  });
});
