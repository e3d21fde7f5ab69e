import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CalendarDate } from '../../domain/shared/calendar.js';
import { fold } from '../../domain/shared/decider.js';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.js';
import { trajectoryEvents } from '../../domain/trajectory/event-definitions.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import { trajectoryDecider } from '../../domain/trajectory/index.js';
import { FoldedFile } from '../../src/dossiers/files/folded-file.js';
import { computedOn, listedOn } from './answers.js';
import { OPENED, TODAY } from './arbitraries.js';
import { correctedClosings } from './corrected-closings.js';
import { correctedFacts } from './corrected-facts.js';
import { asked } from './decisions.js';
import { eventsOf, histories, recordedLate } from './histories.js';
import { rowsAfter } from './rows.js';

/** Days spread over the two years that facts lie in, and the day after. */
const DAYS: readonly CalendarDate[] = [OPENED, addDays(OPENED, 180), addDays(OPENED, 430), TODAY];

function fileOf(events: readonly TrajectoryEvent[]): FoldedFile {
  const file = new FoldedFile('trajectory');
  events.forEach((event, revision) => {
    file.add({ id: `event-${revision}`, revision, recordedAt: '2026-01-01T09:00:00.000Z', event });
  });
  return file;
}

/** What these commands record, refused ones passed over. */
function recorded(commands: readonly TrajectoryCommand[]) {
  const events: TrajectoryEvent[] = [];
  let state = trajectoryDecider.initialState;
  for (const command of commands) {
    const next = asked(command, state);
    events.push(...next);
    state = fold(trajectoryDecider, next, state);
  }
  return { events, state };
}

/** The same lists without a day, and the same lists and answers on every day of `DAYS`. */
async function expectSame(file: FoldedFile, as: FoldedFile): Promise<void> {
  const [record, other] = [file.record(), as.record()];
  if (record === undefined || other === undefined) throw new Error('every history has an opening');
  expect(await listedOn(undefined, file)).toEqual(await listedOn(undefined, as));
  for (const on of DAYS) {
    expect(computedOn(on, record)).toEqual(computedOn(on, other));
    expect(await listedOn(on, file)).toEqual(await listedOn(on, as));
  }
}

describe('facts of every part of a trajectory', () => {
  it('give the same lists and the same answers in whichever order that the rules allow they are recorded', async () => {
    const met = new Set<string>();
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.array(fc.nat(), { minLength: 5, maxLength: 30 }),
        async (steps, late) => {
          const events = eventsOf(steps);
          const others = eventsOf(recordedLate(steps, late));
          for (const { type } of events) met.add(type);
          moved += events.filter((event, index) => event !== others[index]).length;
          const [file, other] = [fileOf(events), fileOf(others)];
          expect(await listedOn(undefined, other)).toEqual(await listedOn(undefined, file));
          for (const on of DAYS) {
            const [record, same] = [file.record(), other.record()];
            if (record === undefined || same === undefined) throw new Error('every history has an opening');
            expect(computedOn(on, same)).toEqual(computedOn(on, record));
            expect(await listedOn(on, other)).toEqual(await listedOn(on, file));
          }
        },
      ),
      { numRuns: 120 },
    );
    expect(moved).toBeGreaterThan(2_000);
    expect(Object.keys(trajectoryEvents).filter((type) => !met.has(type))).toEqual([]);
  }, 60_000);
});

describe('the read models', () => {
  it('have the same rows in whichever order that the rules allow the facts were recorded', async () => {
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.array(fc.nat(), { minLength: 20, maxLength: 30 }),
        async (steps, late) => {
          const events = eventsOf(steps);
          const others = eventsOf(recordedLate(steps, late));
          moved += events.filter((event, index) => event !== others[index]).length;
          expect(await rowsAfter(others)).toEqual(await rowsAfter(events));
        },
      ),
      { numRuns: 15 },
    );
    expect(moved).toBeGreaterThan(200);
  }, 60_000);
});

describe('a correction of a fact of any part', () => {
  it('gives the lists and the answers of having recorded it right the first time', async () => {
    const met = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ arbitrary: correctedFacts, weight: 5 }, correctedClosings),
        async ({ before, wrong, correction, right }) => {
          const { events, state } = recorded(before);
          const mistake = asked(wrong, state);
          const change = asked(correction, fold(trajectoryDecider, mistake, state));
          const direct = asked(right, state);
          if (mistake.length === 0 || change.length === 0 || direct.length === 0) return;
          met.add(correction.type);
          await expectSame(fileOf([...events, ...mistake, ...change]), fileOf([...events, ...direct]));
        },
      ),
      { numRuns: 1_000 },
    );
    expect([...met].sort()).toHaveLength(29);
  }, 60_000);
});
