import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../../domain/shared/decider.js';
import type { TrajectoryCommand } from '../../../../domain/trajectory/commands.js';
import type { TrajectoryEvent } from '../../../../domain/trajectory/events.js';
import { trajectoryDecider } from '../../../../domain/trajectory/index.js';
import { closedStretches, isClosedOn, lastDayAround } from '../../../../domain/trajectory/state.js';
import { after, CLOSURE, closeIt, id, onRunning, recordIt, running, TODAY, TRAJECTORY } from '../examples.js';
import {
  closeAgain,
  closeEarly,
  correctClosure,
  correctReopening,
  measureIt,
  NEXT_CLOSURE,
  OUTCOME,
  onClosed,
  proposeIt,
  REOPENING,
  reopenIt,
} from './examples.js';

function factsAfter(...commands: readonly TrajectoryCommand[]) {
  const { facts } = fold(trajectoryDecider, after(...running, ...commands));
  if (facts === undefined) throw new Error('the trajectory was not opened');
  return facts;
}

describe('closing a trajectory', () => {
  const { closureId, on, reason, result } = closeIt;

  it('records its last day with reason and result; no support goes on unless it is said', () => {
    onRunning()
      .when(closeIt)
      .thenRecords([
        { type: 'TrajectoryClosed', data: { closureId, on, reason, result, structuralSupport: false } },
      ]);
    const more = { resultCode: 2, structuralSupport: true } as const;
    onRunning()
      .when({ ...closeIt, ...more })
      .thenRecords([{ type: 'TrajectoryClosed', data: { closureId, on, reason, result, ...more } }]);
  });

  it('may lie ahead, and is from the opening on', () => {
    expect(factsAfter({ ...closeIt, on: '2024-12-31' }).closedOn).toBe('2024-12-31');
    expect(factsAfter({ ...closeIt, on: '2024-01-10' }).closedOn).toBe('2024-01-10');
    onRunning()
      .when({ ...closeIt, on: '2024-01-09' })
      .thenRefuses('date.before-opening', 'on');
  });

  it('is asked once: the same again changes nothing, another is refused until it is reopened', () => {
    onClosed().when(closeEarly).thenNothing();
    onClosed()
      .when({ ...closeEarly, on: '2024-04-01' })
      .thenRefuses('id.already-used');
    onClosed()
      .when({ ...closeEarly, closureId: NEXT_CLOSURE })
      .thenRefuses('closure.already-closed', 'on');
    onClosed(reopenIt)
      .when({ ...closeAgain, on: '2024-05-31' })
      .thenRefuses('closure.before-reopening', 'on');
    expect(factsAfter(closeEarly, reopenIt, { ...closeAgain, on: '2024-06-01' }).closedOn).toBe('2024-06-01');
  });

  it('that was stored before closures had ids is known by the id of its trajectory', () => {
    const stored: TrajectoryEvent = {
      type: 'TrajectoryClosed',
      data: { on: '2024-03-30', reason: 'Klaar.', result: 'Werkt.', structuralSupport: false },
    };
    const events = [...after(...running), stored];
    const state = fold(trajectoryDecider, events);
    expect(state.facts?.closures).toEqual([{ id: TRAJECTORY, on: '2024-03-30', structuralSupport: false }]);
    const [corrected] = trajectoryDecider.decide(correctClosure({ on: '2024-04-15' }, TRAJECTORY), state);
    expect(fold(trajectoryDecider, [...events, corrected as TrajectoryEvent]).facts?.closedOn).toBe(
      '2024-04-15',
    );
    expect(trajectoryDecider.decide(reopenIt, state)).toHaveLength(1);
  });
});

describe('correcting a closure', () => {
  it('gives the facts that the right last day would have given', () => {
    const corrected = factsAfter(closeIt, correctClosure({ on: '2024-08-31', structuralSupport: true }));
    expect(corrected).toEqual(factsAfter({ ...closeIt, on: '2024-08-31', structuralSupport: true }));
  });

  it('takes the result code away with null, and the last day never', () => {
    expect(factsAfter({ ...closeIt, resultCode: 3 }, correctClosure({ resultCode: null }))).toEqual(
      factsAfter(closeIt),
    );
    onRunning(closeIt)
      .when({ ...correctClosure({}), changes: { on: null } } as never)
      .thenRefuses('field.required', 'on');
  });

  it('keeps the last day between the opening and its reopening', () => {
    onClosed(reopenIt)
      .when(correctClosure({ on: '2024-01-09' }))
      .thenRefuses('date.before-opening', 'on');
    onClosed(reopenIt)
      .when(correctClosure({ on: '2024-06-01' }))
      .thenRefuses('reopening.before-last-day', 'on');
    expect(factsAfter(closeEarly, reopenIt, correctClosure({ on: '2024-05-31' })).closures).toMatchObject([
      { on: '2024-05-31', reopening: { on: '2024-06-01' } },
    ]);
    onClosed(reopenIt, closeAgain)
      .when(correctClosure({ on: '2024-05-31' }, NEXT_CLOSURE))
      .thenRefuses('closure.before-reopening', 'on');
  });

  it('moves its outcomes along, and is refused where one would not have been reached', () => {
    const correction = correctClosure({ on: '2024-02-28' });
    const { reason } = correction;
    onClosed(measureIt)
      .when(correction)
      .thenRecords([
        { type: 'ClosureCorrected', data: { closureId: CLOSURE, reason, on: '2024-02-28' } },
        { type: 'OutcomeCorrected', data: { outcomeId: OUTCOME, reason, measuredOn: '2024-08-28' } },
      ]);
    expect(factsAfter(closeEarly, measureIt, correction)).toEqual(
      factsAfter({ ...closeEarly, on: '2024-02-28' }, measureIt),
    );
    onClosed(measureIt)
      .when(correctClosure({ on: '2024-04-01' }))
      .thenRefuses('outcome.too-early', 'on');
  });

  it('that changes nothing records nothing, and of a closure that is not there is refused', () => {
    onClosed()
      .when(correctClosure({ on: closeEarly.on, structuralSupport: false }))
      .thenNothing();
    onClosed()
      .when(correctClosure({ on: '2024-04-01' }, id(999)))
      .thenRefuses('closure.not-found');
  });
});

describe('reopening a trajectory', () => {
  const { reopeningId, on, reason } = reopenIt;

  it('is from its day on, at the earliest the day after the last day, and may lie ahead', () => {
    onClosed()
      .when(reopenIt)
      .thenRecords([{ type: 'TrajectoryReopened', data: { reopeningId, on, reason } }]);
    expect(factsAfter(closeEarly, { ...reopenIt, on: '2024-03-31' }).closedOn).toBeUndefined();
    expect(factsAfter(closeEarly, { ...reopenIt, on: '2025-01-01' }).closedOn).toBeUndefined();
    onClosed()
      .when({ ...reopenIt, on: '2024-03-30' })
      .thenRefuses('reopening.before-last-day', 'on');
  });

  it('of what is open is refused; the same again changes nothing', () => {
    onRunning().when(reopenIt).thenRefuses('reopening.not-closed', 'on');
    onClosed(reopenIt)
      .when({ ...reopenIt, reopeningId: id(181) })
      .thenRefuses('reopening.not-closed', 'on');
    onClosed(reopenIt).when(reopenIt).thenNothing();
  });

  it('leaves it closed on the days before, on which nothing is recorded', () => {
    const facts = factsAfter(closeEarly, reopenIt, closeAgain);
    expect(facts).toMatchObject({
      closedOn: '2024-08-31',
      closures: [
        { id: CLOSURE, on: '2024-03-30', reopening: { id: REOPENING, on: '2024-06-01' } },
        { id: NEXT_CLOSURE, on: '2024-08-31' },
      ],
    });
    expect(closedStretches(facts)).toEqual([
      { closedOn: '2024-03-30', reopenedOn: '2024-06-01' },
      { closedOn: '2024-08-31' },
    ]);
    const days = [
      '2024-03-30',
      '2024-03-31',
      '2024-05-31',
      '2024-06-01',
      '2024-08-31',
      '2024-09-01',
    ] as const;
    expect(days.map((day) => isClosedOn(facts, day))).toEqual([false, true, true, false, false, true]);
    expect(days.map((day) => lastDayAround(facts, day))).toEqual([
      '2024-03-30',
      '2024-03-30',
      '2024-03-30',
      '2024-08-31',
      '2024-08-31',
      '2024-08-31',
    ]);
    const reopened = onClosed(reopenIt);
    reopened.when({ ...recordIt, on: '2024-03-31' }).thenRefuses('trajectory.closed', 'on');
    reopened.when({ ...recordIt, on: '2024-05-31' }).thenRefuses('trajectory.closed', 'on');
    const allowed = { ...recordIt, on: '2024-06-01' } as const;
    expect(after(...running, closeEarly, reopenIt, allowed)).toHaveLength(running.length + 3);
  });

  it('on the day after the last day leaves no day closed', () => {
    const facts = factsAfter(closeEarly, { ...reopenIt, on: '2024-03-31' });
    expect(isClosedOn(facts, '2024-03-31')).toBe(false);
  });

  it('is corrected to a day after the last day before it, and not after the next one', () => {
    expect(factsAfter(closeEarly, reopenIt, closeAgain, correctReopening('2024-07-01'))).toEqual(
      factsAfter(closeEarly, { ...reopenIt, on: '2024-07-01' }, closeAgain),
    );
    const closedAgain = onClosed(reopenIt, closeAgain);
    closedAgain.when(correctReopening('2024-03-30')).thenRefuses('reopening.before-last-day', 'on');
    closedAgain.when(correctReopening('2024-09-01')).thenRefuses('closure.before-reopening', 'on');
    closedAgain.when(correctReopening('2024-06-01')).thenNothing();
    onClosed().when(correctReopening('2024-07-01')).thenRefuses('reopening.not-found');
    expect(factsAfter(closeEarly, reopenIt, correctReopening('2024-09-30')).closedOn).toBeUndefined();
  });
});

describe('a proposal', () => {
  const { proposalId, proposes, on, reason } = proposeIt;

  it('is recorded and changes no fact', () => {
    const events = [{ type: 'ClosureProposed', data: { proposalId, proposes, on, reason } }] as const;
    onRunning().when(proposeIt).thenRecords(events);
    onRunning(proposeIt).when(proposeIt).thenNothing();
    expect(factsAfter(proposeIt)).toEqual(factsAfter());
  });

  it('is of a step that could be taken', () => {
    onClosed().when(proposeIt).thenRefuses('closure.already-closed', 'proposes');
    onRunning()
      .when({ ...proposeIt, on: '2024-01-09' })
      .thenRefuses('date.before-opening', 'on');
    const reopening = { ...proposeIt, proposes: 'reopening' } as const;
    onRunning().when(reopening).thenRefuses('reopening.not-closed');
    onClosed()
      .when({ ...reopening, on: '2024-03-30' })
      .thenRefuses('reopening.before-last-day');
    const outcome = { ...proposeIt, proposes: 'outcome', on: TODAY } as const;
    onRunning().when(outcome).thenRefuses('outcome.not-closed', 'proposes');
    onClosed()
      .when({ ...outcome, on: '2024-10-01' })
      .thenRefuses('date.in-future', 'on');
    for (const proposal of [reopening, outcome]) {
      expect(after(...running, closeEarly, proposal)).toHaveLength(running.length + 2);
    }
  });
});
