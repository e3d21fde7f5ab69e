import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '../../domain/shared/decider.js';
import { allItems } from '../../domain/shared/items-by-id.js';
import { Refusal } from '../../domain/shared/refusal.js';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import { trajectoryDecider } from '../../domain/trajectory/index.js';
import type { TrajectoryState } from '../../domain/trajectory/state.js';
import { afterAll, asked, outcome } from './decisions.js';
import {
  aDay,
  assignFirst,
  assignIt,
  commands,
  grantIt,
  openIt,
  receiveIt,
  recordIt,
  reportIt,
  startIt,
} from './trajectory-commands.js';

const RUNS = { numRuns: 200 };
const { initialState } = trajectoryDecider;

function sorted<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Everything that limits and continuity are computed from, in an order of its own. */
function recordOf(state: TrajectoryState) {
  const { facts } = state;
  return {
    facts: facts && {
      ...facts,
      assignments: sorted(facts.assignments),
      substitutions: sorted(facts.substitutions),
      placements: sorted(facts.placements),
      absences: sorted(facts.absences),
      applications: sorted(facts.applications),
      grants: sorted(facts.grants),
    },
    sessions: sorted(allItems(state.sessions)),
    contacts: sorted(allItems(state.contacts)),
  };
}

describe('any command', () => {
  it('writes nothing when it is decided a second time', () => {
    const met = new Map<string, number>();
    fc.assert(
      fc.property(commands, (asking) => {
        let state = afterAll([openIt, assignFirst]);
        for (const command of asking) {
          const events = asked(command, state);
          state = fold(trajectoryDecider, events, state);
          if (events.length === 0) continue;
          met.set(command.type, (met.get(command.type) ?? 0) + 1);
          expect(trajectoryDecider.decide(command, state)).toEqual([]);
        }
        expect(trajectoryDecider.decide(openIt, state)).toEqual([]);
      }),
      RUNS,
    );
    expect([...met.keys()].sort()).toHaveLength(36);
  });

  it('leaves a state that is the same however often it is folded from its events', () => {
    fc.assert(
      fc.property(commands, (asking) => {
        const events: TrajectoryEvent[] = [];
        let state = initialState;
        for (const command of [openIt, assignFirst, ...asking]) {
          const decided = asked(command, state);
          events.push(...decided);
          state = fold(trajectoryDecider, decided, state);
        }
        const stored = JSON.parse(JSON.stringify(events)) as readonly TrajectoryEvent[];
        expect(fold(trajectoryDecider, stored)).toStrictEqual(state);
      }),
      RUNS,
    );
  });
});

describe('independent facts', () => {
  it('are the same in whichever order they were recorded', () => {
    const facts = fc.oneof(startIt, assignIt, reportIt, grantIt, receiveIt, recordIt);
    const several = fc.uniqueArray(facts, { maxLength: 15, selector: itemIdOf });
    fc.assert(
      fc.property(
        several.chain((facts) => fc.tuple(fc.constant(facts), shuffled(facts))),
        ([inOrder, reordered]) => {
          const opened = afterAll([openIt, assignFirst]);
          const events = inOrder.flatMap((command) => asked(command, opened));
          const others = reordered.flatMap((command) => asked(command, opened));
          expect(recordOf(fold(trajectoryDecider, others, opened))).toEqual(
            recordOf(fold(trajectoryDecider, events, opened)),
          );
        },
      ),
      RUNS,
    );
  });
});

/** A second way to record what was recorded first, and the correction that leads from the one to the other. */
type Corrected = readonly [wrong: TrajectoryCommand, correction: TrajectoryCommand, right: TrajectoryCommand];

const { today } = openIt;
const reason = 'typefout';
/** A pair of commands of one kind that differ in all but their id. */
function twoOf<Command>(command: fc.Arbitrary<Command>): fc.Arbitrary<readonly [Command, Command]> {
  return fc.tuple(command, command);
}

const corrected: fc.Arbitrary<Corrected> = fc.oneof(
  twoOf(startIt).map(([wrong, other]): Corrected => {
    const { type: _type, today: _today, circumstances, placementId: _id, ...terms } = other;
    const changes = { ...terms, wageValuePercent: terms.wageValuePercent ?? null };
    const { placementId } = wrong;
    const right = { ...other, placementId };
    return [wrong, { type: 'CorrectPlacement', today, circumstances, placementId, changes, reason }, right];
  }),
  twoOf(assignIt).map(([wrong, other]): Corrected => {
    const { type: _type, today: _today, circumstances, assignmentId: _id, ...terms } = other;
    const changes = { ...terms, until: terms.until ?? null };
    const { assignmentId } = wrong;
    const right = { ...other, assignmentId };
    return [
      wrong,
      { type: 'CorrectCoachAssignment', today, circumstances, assignmentId, changes, reason },
      right,
    ];
  }),
  twoOf(reportIt).map(([wrong, other]): Corrected => {
    const { type: _type, today: _today, absenceId: _id, ...terms } = other;
    const changes = { ...terms, until: terms.until ?? null };
    const { absenceId } = wrong;
    return [wrong, { type: 'CorrectAbsence', today, absenceId, changes, reason }, { ...other, absenceId }];
  }),
  twoOf(grantIt).map(([wrong, other]): Corrected => {
    const { type: _type, today: _today, circumstances, grantId: _id, ...terms } = other;
    const changes = { ...terms, minutes: terms.minutes ?? null, applicationId: terms.applicationId ?? null };
    const { grantId } = wrong;
    return [
      wrong,
      { type: 'CorrectGrant', today, circumstances, grantId, changes, reason },
      { ...other, grantId },
    ];
  }),
  twoOf(recordIt).map(([wrong, other]): Corrected => {
    const { type: _type, today: _today, circumstances, sessionId: _id, ...terms } = other;
    const changes = { ...terms, groupSize: terms.groupSize ?? 1 };
    const { sessionId } = wrong;
    const right = { ...other, sessionId };
    return [wrong, { type: 'CorrectSession', today, circumstances, sessionId, changes, reason }, right];
  }),
);

describe('a correction', () => {
  it('leaves the facts as if they had been recorded right at once, or is refused as they would have been', () => {
    let compared = 0;
    const before = fc.tuple(fc.array(assignIt, { maxLength: 3 }), fc.array(receiveIt, { maxLength: 2 }));
    fc.assert(
      fc.property(before, corrected, ([coaches, applications], [wrong, correction, right]) => {
        const start = afterAll([openIt, assignFirst, ...coaches, ...applications]);
        const recorded = asked(wrong, start);
        if (recorded.length === 0) return;
        const afterWrong = fold(trajectoryDecider, recorded, start);
        const changed = outcome(correction, afterWrong);
        const direct = outcome(right, start);
        if (changed instanceof Refusal || direct instanceof Refusal) {
          expect(changed instanceof Refusal).toBe(direct instanceof Refusal);
          return;
        }
        compared += 1;
        expect(recordOf(fold(trajectoryDecider, changed, afterWrong))).toEqual(
          recordOf(fold(trajectoryDecider, direct, start)),
        );
      }),
      { numRuns: 600 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it('that takes an end away leaves a placement as if it had never ended', () => {
    fc.assert(
      fc.property(startIt, aDay, (start, endedOn) => {
        const { placementId, circumstances } = start;
        const end = { type: 'EndPlacement', today, circumstances, placementId, endedOn, reason } as const;
        const changes = { endedOn: null };
        const reopen = {
          type: 'CorrectPlacement',
          today,
          circumstances,
          placementId,
          changes,
          reason,
        } as const;
        expect(recordOf(afterAll([openIt, start, end, reopen]))).toEqual(recordOf(afterAll([openIt, start])));
      }),
      RUNS,
    );
  });
});

function itemIdOf(command: TrajectoryCommand): string {
  switch (command.type) {
    case 'StartPlacement':
      return command.placementId;
    case 'AssignCoach':
      return command.assignmentId;
    case 'ReportAbsence':
      return command.absenceId;
    case 'GrantCoaching':
      return command.grantId;
    case 'ReceiveApplication':
      return command.applicationId;
    case 'RecordSession':
      return command.sessionId;
    default:
      throw new TypeError(`no fact of its own: ${command.type}`);
  }
}

function shuffled<Item>(items: readonly Item[]): fc.Arbitrary<readonly Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}
