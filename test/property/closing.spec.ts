import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '../../domain/shared/decider.js';
import type { Id } from '../../domain/shared/ids.js';
import { Refusal } from '../../domain/shared/refusal.js';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.js';
import { trajectoryDecider } from '../../domain/trajectory/index.js';
import type { TrajectoryState } from '../../domain/trajectory/state.js';
import { aftercareIt, closeIt, measureIt } from './closing-commands.js';
import { correctedClosings, ended } from './corrected-closings.js';
import { afterAll, outcome } from './decisions.js';
import { openIt } from './trajectory-commands.js';

const { today } = openIt;
const reason = 'typefout';

function byId<Item extends { readonly id: Id }>(items: readonly Item[] = []): readonly Item[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The facts with what has no order of its own in the order of its ids. */
function factsOf({ facts }: TrajectoryState) {
  return { ...facts, outcomes: byId(facts?.outcomes), aftercareContacts: byId(facts?.aftercareContacts) };
}

describe('a correction of what belongs to the end', () => {
  it('leaves the facts as if they had been recorded right at once, or is refused as they would have been', () => {
    let compared = 0;
    fc.assert(
      fc.property(correctedClosings, ({ before, wrong, correction, right }) => {
        const start = afterAll(before);
        const recorded = outcome(wrong, start);
        if (recorded instanceof Refusal || recorded.length === 0) return;
        const afterWrong = fold(trajectoryDecider, recorded, start);
        const changed = outcome(correction, afterWrong);
        const direct = outcome(right, start);
        if (changed instanceof Refusal || direct instanceof Refusal) {
          expect(changed).toMatchObject({ code: (direct as Refusal).code });
          return;
        }
        compared += 1;
        expect(factsOf(fold(trajectoryDecider, changed, afterWrong))).toEqual(
          factsOf(fold(trajectoryDecider, direct, start)),
        );
      }),
      { numRuns: 600 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it('moves the outcomes that were counted from another last day to where they would have been', () => {
    let compared = 0;
    fc.assert(
      fc.property(closeIt, fc.array(measureIt, { maxLength: 3 }), closeIt, (close, measured, { on }) => {
        const { closureId } = close;
        const correction = { type: 'CorrectClosure', today, closureId, changes: { on }, reason } as const;
        const wrong = afterAll([openIt, close, ...measured]);
        if (outcome(correction, wrong) instanceof Refusal) return;
        const accepted = new Set(wrong.facts?.outcomes?.map(({ id }) => id));
        const direct = afterAll([
          openIt,
          { ...close, on },
          ...measured.filter(({ outcomeId }) => accepted.has(outcomeId)),
        ]);
        if (direct.facts?.outcomes?.length !== wrong.facts?.outcomes?.length) return;
        compared += accepted.size > 0 ? 1 : 0;
        expect(factsOf(afterAll([correction], wrong))).toEqual(factsOf(direct));
      }),
      { numRuns: 600 },
    );
    expect(compared).toBeGreaterThan(20);
  });
});

describe('outcomes and aftercare', () => {
  it('are the same in whichever order they were recorded', () => {
    const facts = fc.uniqueArray(fc.oneof(measureIt, aftercareIt), {
      maxLength: 8,
      selector: (command) => (command.type === 'MeasureOutcome' ? command.outcomeId : command.contactId),
    });
    const reordered = facts.chain((inOrder) =>
      fc.tuple(
        fc.constant(inOrder),
        fc.shuffledSubarray(inOrder, { minLength: inOrder.length, maxLength: inOrder.length }),
      ),
    );
    fc.assert(
      fc.property(ended, reordered, (before, [inOrder, shuffled]) => {
        const start = afterAll(before);
        const taken = (commands: readonly TrajectoryCommand[]) =>
          commands.filter((command) => !(outcome(command, start) instanceof Refusal));
        // Two outcomes of the same months exclude each other, so that whoever comes first stands.
        const months = inOrder.flatMap((one) => (one.type === 'MeasureOutcome' ? [one.afterMonths] : []));
        if (new Set(months).size < months.length) return;
        expect(factsOf(afterAll(taken(shuffled), start))).toEqual(factsOf(afterAll(taken(inOrder), start)));
      }),
      { numRuns: 300 },
    );
  });
});
