import { describe, expect, it } from '@jest/globals';
import { MUNICIPAL_2Y } from '../../../../domain/rule-sets/municipal-2y.js';
import type { CalendarDate } from '../../../../domain/shared/calendar.js';
import { fold } from '../../../../domain/shared/decider.js';
import type { TrajectoryCommand } from '../../../../domain/trajectory/commands.js';
import type { TrajectoryFacts } from '../../../../domain/trajectory/facts.js';
import { trajectoryDecider } from '../../../../domain/trajectory/index.js';
import { evaluationMoments } from '../../../../domain/trajectory/review/evaluation-moments.js';
import { after, closeIt, id, running } from '../examples.js';
import { CHAIR, draftIt, fulfilIt, reviseIt, TAXI } from '../plan/examples.js';
import { holdIt, planEvaluationIt } from './examples.js';

/** The moments on `on` of a trajectory that opened on 2024-01-10, each as `source dueOn status heldOn`. */
function momentsOn(on: CalendarDate, ...commands: readonly TrajectoryCommand[]) {
  const facts = fold(trajectoryDecider, after(...running, ...commands)).facts as TrajectoryFacts;
  return evaluationMoments(facts, MUNICIPAL_2Y, on);
}

function told(on: CalendarDate, ...commands: readonly TrajectoryCommand[]): readonly string[] {
  return momentsOn(on, ...commands).map(({ source, dueOn, status, heldOn }) =>
    [source, dueOn, status, ...(heldOn ? [heldOn] : [])].join(' '),
  );
}

const hold = (number: number, on: CalendarDate, kind: 'interim' | 'final' = 'interim') =>
  ({ ...holdIt, evaluationId: id(number), on, kind }) as const;

describe('the evaluations of a trajectory', () => {
  it('come from the plan, from who planned one, and from the rules (reading 46), by due day', () => {
    expect(told('2024-04-01')).toEqual(['rules 2024-07-10 open']);
    expect(told('2024-04-01', draftIt, planEvaluationIt)).toEqual([
      'plan 2024-05-01 open',
      'rules 2024-07-10 open',
      'plan 2024-08-01 open',
      'planned 2024-12-01 open',
    ]);
  });

  it('are none before the opening, and of the plan none before it was drafted', () => {
    expect(told('2024-01-09', draftIt)).toEqual([]);
    expect(told('2024-02-04', draftIt)).toEqual(['rules 2024-07-10 open']);
  });

  it('are open on their day and overdue after it; one that was held settles one of each source', () => {
    const both = [draftIt, hold(301, '2024-05-02')];
    expect(told('2024-05-01', ...both)).toEqual([
      'plan 2024-05-01 open',
      'rules 2024-07-10 open',
      'plan 2024-08-01 open',
    ]);
    expect(told('2024-05-02', draftIt)[0]).toBe('plan 2024-05-01 overdue');
    expect(told('2024-05-02', ...both)).toEqual([
      'plan 2024-05-01 late 2024-05-02',
      'rules 2024-07-10 met 2024-05-02',
      'plan 2024-08-01 open',
      'rules 2024-11-02 open',
    ]);
  });

  it('are not settled by an evaluation from before the day of the one before, or from before the plan', () => {
    const twice = [draftIt, hold(301, '2024-04-01'), hold(302, '2024-04-20')];
    expect(told('2024-06-01', ...twice).filter((moment) => moment.startsWith('plan '))).toEqual([
      'plan 2024-05-01 met 2024-04-01',
      'plan 2024-08-01 open',
    ]);
    const early = [draftIt, hold(301, '2024-02-04')];
    expect(told('2024-04-01', ...early)[0]).toBe('plan 2024-05-01 open');
  });

  it('that were planned as one kind are settled by that kind', () => {
    const planned = (...held: readonly TrajectoryCommand[]) =>
      told('2024-09-30', planEvaluationIt, ...held).find((moment) => moment.startsWith('planned'));
    expect(planned(hold(301, '2024-09-02'))).toBe('planned 2024-12-01 open');
    expect(planned(hold(301, '2024-09-02', 'final'))).toBe('planned 2024-12-01 met 2024-09-02');
  });

  it('of a revised plan are those of the version in force', () => {
    expect(told('2024-06-02', draftIt, reviseIt)).toContain('plan 2024-08-01 open');
    expect(told('2024-06-03', draftIt, reviseIt)).toEqual(['rules 2024-07-10 open']);
  });

  it('fall due no more once the trajectory is closed', () => {
    expect(told('2024-09-30', { ...planEvaluationIt, dueOn: '2024-09-30' }, closeIt)).toEqual([
      'rules 2024-07-10 overdue',
    ]);
  });
});

describe('agreements that were not kept', () => {
  const agreementsOn = (on: CalendarDate, ...commands: readonly TrajectoryCommand[]) =>
    momentsOn(on, draftIt, ...commands)
      .filter(({ agreementIds }) => agreementIds.length > 0)
      .map(({ dueOn, agreementIds }) => [dueOn, agreementIds]);

  it('come up in the first evaluation from their day on', () => {
    expect(agreementsOn('2024-03-01')).toEqual([['2024-05-01', [CHAIR, TAXI]]]);
  });

  it('are carried into the next evaluation when one is held before they are kept', () => {
    expect(agreementsOn('2024-05-02', hold(301, '2024-04-25'))).toEqual([['2024-08-01', [CHAIR, TAXI]]]);
    expect(agreementsOn('2024-05-02', hold(301, '2024-04-25'), fulfilIt)).toEqual([['2024-08-01', [TAXI]]]);
  });
});
