import fc from 'fast-check';
import { fold } from '../../domain/shared/decider.js';
import { Refusal } from '../../domain/shared/refusal.js';
import type { TrajectoryCommand } from '../../domain/trajectory/commands.js';
import type { TrajectoryEvent } from '../../domain/trajectory/events.js';
import { trajectoryDecider } from '../../domain/trajectory/index.js';
import type { TrajectoryState } from '../../domain/trajectory/state.js';
import { grantedWork } from './account-commands.js';
import { aChain } from './chains.js';
import { corrected } from './corrected-facts.js';
import { asked, outcome } from './decisions.js';
import { draftFirst } from './plan-and-review-commands.js';
import { assignFirst, commands, openIt } from './trajectory-commands.js';

/** A command that was taken, with what it recorded. */
export interface Step {
  readonly command: TrajectoryCommand;
  readonly events: readonly TrajectoryEvent[];
}

/** What arbitrary commands seldom come to: facts and their corrections, and what takes several steps in order. */
const firstCommands: fc.Arbitrary<readonly TrajectoryCommand[]> = fc
  .tuple(
    fc.option(fc.constant(draftFirst)),
    fc.array(corrected, { minLength: 4, maxLength: 8, size: 'max' }),
    aChain,
  )
  .map(([plan, pairs, chain]) => [
    ...(plan ? [plan] : []),
    ...chain,
    ...pairs.flatMap((pair) => pair.slice(0, 2)),
  ]);

/** What is taken of a trajectory with a coach and work: commands of every part, those that were refused left out. */
export const histories: fc.Arbitrary<readonly Step[]> = fc
  .tuple(firstCommands, commands)
  .map(([first, then]) => stepsOf([openIt, assignFirst, ...grantedWork, ...first, ...then]));

function stepsOf(asking: readonly TrajectoryCommand[]): readonly Step[] {
  const steps: Step[] = [];
  let state = trajectoryDecider.initialState;
  for (const command of asking) {
    const events = asked(command, state);
    if (events.length === 0) continue;
    steps.push({ command, events });
    state = fold(trajectoryDecider, events, state);
  }
  return steps;
}

/** What steps recorded, in order. */
export function eventsOf(steps: readonly Step[]): readonly TrajectoryEvent[] {
  return steps.flatMap(({ events }) => events);
}

/**
 * The same facts, recorded in another order that the rules allow: for each of `late`, the step at that place is recorded
 * as late as can be. A step lets the next one go first only when both would then record just what they did. Corrections
 * of one fact keep their order, for the last of them holds.
 */
export function recordedLate(steps: readonly Step[], late: readonly number[]): readonly Step[] {
  const order = [...steps];
  for (const place of late) {
    const from = 1 + (place % Math.max(1, order.length - 1));
    const before = order.slice(0, from).reduce(after, trajectoryDecider.initialState);
    putOff(order, from, before);
  }
  return order;
}

/** Moves the step at `from` towards the end, until the rules hold it back. */
function putOff(order: Step[], from: number, before: TrajectoryState): void {
  let state = before;
  for (let at = from; at + 1 < order.length; at++) {
    const [late, next] = [order[at] as Step, order[at + 1] as Step];
    if (correctTheSame(late, next) || !recordsTheSame(next, state)) return;
    const between = after(state, next);
    if (!recordsTheSame(late, between)) return;
    order.splice(at, 2, next, late);
    state = between;
  }
}

function after(state: TrajectoryState, { events }: Step): TrajectoryState {
  return fold(trajectoryDecider, events, state);
}

function recordsTheSame({ command, events }: Step, state: TrajectoryState): boolean {
  const recorded = outcome(command, state);
  return !(recorded instanceof Refusal) && JSON.stringify(recorded) === JSON.stringify(events);
}

function correctTheSame({ command: a }: Step, { command: b }: Step): boolean {
  return a.type === b.type && a.type.startsWith('Correct') && idsIn(a) === idsIn(b);
}

function idsIn(command: TrajectoryCommand): string {
  return JSON.stringify(Object.entries(command).filter(([field]) => field.endsWith('Id')));
}
