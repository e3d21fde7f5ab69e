import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../../domain/shared/decider.js';
import type { AfterMonths } from '../../../../domain/shared/lists.js';
import type { TrajectoryCommand } from '../../../../domain/trajectory/commands.js';
import { trajectoryDecider } from '../../../../domain/trajectory/index.js';
import { after, CLOSURE, id, onRunning, running, TODAY } from '../examples.js';
import {
  AFTERCARE,
  aftercareIt,
  closeAgain,
  closeEarly,
  correctAftercare,
  correctOutcome,
  measureIt,
  NEXT_CLOSURE,
  OUTCOME,
  onClosed,
  reopenIt,
} from './examples.js';

function factsAfter(...commands: readonly TrajectoryCommand[]) {
  return fold(trajectoryDecider, after(...running, ...commands)).facts;
}

describe('an outcome', () => {
  const { outcomeId, afterMonths, state, permanentContract } = measureIt;

  it('is of the day that many months after the last day', () => {
    const data = { outcomeId, closureId: CLOSURE, afterMonths, measuredOn: '2024-09-30', state };
    onClosed()
      .when(measureIt)
      .thenRecords([{ type: 'OutcomeMeasured', data: { ...data, permanentContract } }] as never);
  });

  it.each([
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 24, '2026-02-28'],
    ['2024-05-31', 36, '2027-05-31'],
  ] as const)('of a last day on %s after %i months is of %s', (on, months, measuredOn) => {
    const opened = after(...running).map((event) =>
      event.type === 'TrajectoryOpened'
        ? ({ ...event, data: { ...event.data, openedOn: '2023-01-01' } } as const)
        : event,
    );
    const today = '2030-01-01' as const;
    const closed = fold(trajectoryDecider, [
      ...opened,
      ...trajectoryDecider.decide({ ...closeEarly, on, today }, fold(trajectoryDecider, opened)),
    ]);
    const measure = { ...measureIt, afterMonths: months as AfterMonths };
    expect(trajectoryDecider.decide({ ...measure, today: measuredOn }, closed)).toMatchObject([
      { data: { measuredOn } },
    ]);
    expect(() => trajectoryDecider.decide({ ...measure, today: '2024-02-28' }, closed)).toThrow(
      expect.objectContaining({ code: 'outcome.too-early' }),
    );
  });

  it('is measured once for the same months; the same again changes nothing', () => {
    onClosed(measureIt).when(measureIt).thenNothing();
    onClosed(measureIt)
      .when({ ...measureIt, outcomeId: id(201) })
      .thenRefuses('outcome.already-measured', 'afterMonths');
  });

  it('is refused without a closure, and of a day on which the trajectory was open again', () => {
    onRunning().when(measureIt).thenRefuses('outcome.not-closed', 'afterMonths');
    onClosed(reopenIt).when(measureIt).thenRefuses('outcome.not-closed', 'afterMonths');
    onClosed({ ...reopenIt, on: TODAY })
      .when(measureIt)
      .thenRefuses('outcome.not-closed');
  });

  it('may be told afterwards of a closure that was reopened later', () => {
    const reopened = { ...reopenIt, on: '2024-10-01' } as const;
    const next = { ...closeAgain, on: '2024-10-31' } as const;
    onClosed(reopened, next).when(measureIt).thenRefuses('outcome.too-early');
    const named = { ...measureIt, closureId: CLOSURE };
    const facts = factsAfter(closeEarly, reopened, next, named);
    expect(facts?.outcomes).toMatchObject([{ closureId: CLOSURE, measuredOn: '2024-09-30' }]);
    const later = { ...measureIt, outcomeId: id(201), today: '2025-04-30' } as const;
    const both = factsAfter(closeEarly, reopened, next, named, later);
    expect(both?.outcomes).toMatchObject([
      { closureId: CLOSURE },
      { closureId: NEXT_CLOSURE, measuredOn: '2025-04-30' },
    ]);
  });

  it('retried after the trajectory was reopened and closed again is still the same', () => {
    const reopened = { ...reopenIt, on: '2024-10-01' } as const;
    onClosed(measureIt, reopened, { ...closeAgain, on: '2024-10-31' })
      .when(measureIt)
      .thenNothing();
  });

  it('is corrected as if it had been measured right at once', () => {
    const wrong = { ...measureIt, state: 'no-work', permanentContract: false } as const;
    expect(
      factsAfter(closeEarly, wrong, correctOutcome({ state: 'paid-without-coach', permanentContract: true })),
    ).toEqual(factsAfter(closeEarly, measureIt));
    const later = { today: '2025-04-01' } as const;
    onClosed(measureIt)
      .when({ ...correctOutcome({ afterMonths: 12 }), ...later })
      .thenRecords([
        {
          type: 'OutcomeCorrected',
          data: { outcomeId: OUTCOME, reason: 'typefout', afterMonths: 12, measuredOn: '2025-03-30' },
        },
      ]);
  });

  it('as corrected keeps every rule', () => {
    onClosed(measureIt)
      .when(correctOutcome({ afterMonths: 12 }))
      .thenRefuses('outcome.too-early');
    onClosed(measureIt)
      .when(correctOutcome({ state: 'trial' }))
      .thenRefuses('outcome.contract-without-work');
    const another = { ...measureIt, outcomeId: id(201), afterMonths: 12, today: '2025-04-01' } as const;
    onClosed(measureIt, another)
      .when({ ...correctOutcome({ afterMonths: 12 }), today: '2025-04-01' })
      .thenRefuses('outcome.already-measured');
    onClosed(measureIt)
      .when(correctOutcome({ state: 'paid-without-coach' }))
      .thenNothing();
    onClosed()
      .when(correctOutcome({ state: 'no-work' }))
      .thenRefuses('outcome.not-found');
  });
});

describe('aftercare', () => {
  const { contactId, on, with: party, summary, minutes } = aftercareIt;

  it('is contact on a day after the last day, with or without minutes', () => {
    onClosed()
      .when(aftercareIt)
      .thenRecords([
        { type: 'AftercareContactRecorded', data: { contactId, on, with: party, summary, minutes } },
      ]);
    const { minutes: _none, ...short } = aftercareIt;
    expect(factsAfter(closeEarly, short)?.aftercareContacts).toEqual([{ id: AFTERCARE, on, with: party }]);
  });

  it('is refused on a day on which the trajectory is open, and on one to come', () => {
    onRunning().when(aftercareIt).thenRefuses('aftercare-contact.trajectory-open', 'on');
    onClosed()
      .when({ ...aftercareIt, on: '2024-10-01' })
      .thenRefuses('date.in-future', 'on');
    onClosed(reopenIt)
      .when({ ...aftercareIt, on: '2024-06-01' })
      .thenRefuses('aftercare-contact.trajectory-open');
    expect(factsAfter(closeEarly, reopenIt, aftercareIt)).toEqual(
      factsAfter(closeEarly, aftercareIt, reopenIt),
    );
  });

  it.each([0, 1.5, 1441])('is refused with %d minutes', (wrong) => {
    onClosed()
      .when({ ...aftercareIt, minutes: wrong })
      .thenRefuses('minutes.invalid', 'minutes');
    onClosed(aftercareIt)
      .when(correctAftercare({ minutes: wrong }))
      .thenRefuses('minutes.invalid', 'minutes');
  });

  it('is corrected as if it had been recorded right at once', () => {
    const right = { ...aftercareIt, on: '2024-05-15', with: 'employer', minutes: 20 } as const;
    const changes = { on: '2024-05-15', with: 'employer', minutes: 20 } as const;
    expect(factsAfter(closeEarly, aftercareIt, correctAftercare(changes))).toEqual(
      factsAfter(closeEarly, right),
    );
    const { minutes: _none, ...short } = aftercareIt;
    expect(factsAfter(closeEarly, aftercareIt, correctAftercare({ minutes: null }))).toEqual(
      factsAfter(closeEarly, short),
    );
  });

  it('as corrected keeps every rule', () => {
    onClosed(aftercareIt)
      .when(correctAftercare({ on: '2024-03-30' }))
      .thenRefuses('aftercare-contact.trajectory-open', 'on');
    onClosed(aftercareIt)
      .when(correctAftercare({ minutes: 15 }))
      .thenNothing();
    onClosed()
      .when(correctAftercare({ minutes: 20 }))
      .thenRefuses('aftercare-contact.not-found');
  });

  it('recorded again changes nothing', () => {
    onClosed(aftercareIt).when(aftercareIt).thenNothing();
  });
});
