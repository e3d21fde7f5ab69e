import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../../domain/shared/decider.js';
import type { TrajectoryCommand } from '../../../../domain/trajectory/commands.js';
import { trajectoryDecider } from '../../../../domain/trajectory/index.js';
import type { PlanDrafted, PlanRevised } from '../../../../domain/trajectory/plan/events.js';
import { after, closeIt, id, onRunning, running, TODAY } from '../examples.js';
import { CHAIR, draftIt, GOALS, reviseIt, TAXI } from './examples.js';

function planned(...commands: readonly TrajectoryCommand[]) {
  return fold(trajectoryDecider, after(...running, ...commands)).facts?.planOfApproach.versions ?? [];
}

describe('a plan that is asked for', () => {
  const askForIt = {
    type: 'AskForPlan',
    today: TODAY,
    requestId: id(900),
    reason: 'Andere doelen.',
  } as const;
  const data = { requestId: id(900), requestedOn: TODAY, reason: 'Andere doelen.' };

  it('is noted with its day, once', () => {
    onRunning()
      .when(askForIt)
      .thenRecords([{ type: 'PlanRequested', data }]);
    onRunning(askForIt)
      .when({ ...askForIt, today: '2026-01-01' })
      .thenNothing();
    onRunning(closeIt).when(askForIt).thenRefuses('trajectory.closed');
  });
});

describe('a trajectory without a plan', () => {
  it('drafts one: ids, days and parties beside one sealed field with every text', () => {
    const expected: PlanDrafted = {
      type: 'PlanDrafted',
      data: {
        planId: draftIt.planId,
        version: 1,
        draftedOn: '2024-02-05',
        goals: [
          { goalId: GOALS[0], main: true, kind: 'work' },
          { goalId: GOALS[1], main: true, kind: 'personal' },
          { goalId: GOALS[2], main: true },
          { goalId: GOALS[3], main: false, kind: 'work' },
        ],
        agreements: [
          {
            agreementId: CHAIR,
            dueOn: '2024-04-01',
            organisedBy: 'employer',
            paidBy: 'funder',
            responsible: 'coach',
          },
          {
            agreementId: TAXI,
            dueOn: '2024-05-01',
            organisedBy: 'other',
            paidBy: 'candidate',
            responsible: 'candidate',
          },
        ],
        evaluationsOn: ['2024-05-01', '2024-08-01'],
        texts: {
          goals: draftIt.goals.map(({ goalId, what }) => ({ goalId, what })),
          needs: ['Een vaste begeleider'],
          agreements: [
            { agreementId: CHAIR, what: 'Een stoel' },
            { agreementId: TAXI, what: 'Vervoer', organisedBy: 'De vader van Jikke' },
          ],
        },
      },
    };
    onRunning().when(draftIt).thenRecords([expected]);
  });

  it('drafts it today when no day is named, and not on a day to come', () => {
    const { draftedOn: _, ...undated } = draftIt;
    expect(planned(undated).map(({ draftedOn }) => draftedOn)).toEqual([TODAY]);
    onRunning()
      .when({ ...draftIt, draftedOn: '2024-10-01' })
      .thenRefuses('date.in-future', 'draftedOn');
  });

  it('knows the same draft again on another day, however it was dated', () => {
    const { draftedOn: _, ...undated } = draftIt;
    onRunning(undated)
      .when({ ...undated, today: '2024-10-01' })
      .thenNothing();
  });

  it('takes no goal twice, and none that should go on from a version that is not there', () => {
    const goals = [
      { goalId: GOALS[0], what: 'Op tijd komen' },
      { goalId: GOALS[0], what: 'Op tijd weggaan' },
    ];
    onRunning()
      .when({ ...draftIt, goals })
      .thenRefuses('id.already-used');
    onRunning()
      .when({ ...draftIt, goals: [{ goalId: GOALS[0], what: 'Op tijd komen', goesOn: true }] })
      .thenRefuses('goal.not-in-plan', 'goals');
  });
});

describe('a trajectory with a plan', () => {
  it('revises it into a next version, with a reason, in which goals go on under their own ids', () => {
    const expected: PlanRevised = {
      type: 'PlanRevised',
      data: {
        planId: reviseIt.planId,
        version: 2,
        draftedOn: '2024-06-03',
        goals: [
          { goalId: GOALS[0], main: true, kind: 'work' },
          { goalId: id(214), main: true },
        ],
        agreements: [],
        evaluationsOn: [],
        texts: {
          goals: [
            { goalId: GOALS[0], what: 'Op tijd komen' },
            { goalId: id(214), what: 'Een lunch kiezen' },
          ],
          needs: ['Een vaste begeleider'],
          agreements: [],
        },
        reason: 'Ander rooster.',
      },
    };
    onRunning(draftIt).when(reviseIt).thenRecords([expected]);
  });

  it('takes a revision again as done, also after a later one', () => {
    const third = { ...reviseIt, planId: id(202), version: 2, goals: [], draftedOn: '2024-07-01' } as const;
    onRunning(draftIt, reviseIt, third).when(reviseIt).thenNothing();
    onRunning(draftIt, reviseIt, third).when(draftIt).thenNothing();
  });

  it('lets only what the latest version holds go on', () => {
    const dropped = { goalId: GOALS[1], what: 'Zelf de bus nemen', goesOn: true };
    const third = { ...reviseIt, planId: id(202), version: 2, draftedOn: '2024-07-01' } as const;
    onRunning(draftIt, reviseIt)
      .when({ ...third, goals: [dropped] })
      .thenRefuses('goal.not-in-plan', 'goals');
    onRunning(draftIt, reviseIt)
      .when({ ...third, goals: [{ ...dropped, goesOn: false }] })
      .thenRefuses('id.already-used');
    const [chair] = draftIt.agreements;
    const agreements = chair ? [{ ...chair, goesOn: true }] : [];
    onRunning(draftIt, reviseIt)
      .when({ ...third, goals: [], agreements })
      .thenRefuses('agreement.not-in-plan', 'agreements');
    expect(planned(draftIt, { ...reviseIt, agreements }).at(-1)?.agreements).toEqual([
      expect.objectContaining({ id: CHAIR }),
    ]);
  });
});

describe('a closed trajectory', () => {
  it('takes a plan and a revision up to its last day', () => {
    onRunning(closeIt)
      .when({ ...draftIt, draftedOn: '2024-09-16' })
      .thenRefuses('trajectory.closed', 'draftedOn');
    onRunning(draftIt, closeIt)
      .when({ ...reviseIt, draftedOn: '2024-09-16' })
      .thenRefuses('trajectory.closed', 'draftedOn');
    expect(planned(closeIt, { ...draftIt, draftedOn: '2024-09-15' })).toHaveLength(1);
  });
});
