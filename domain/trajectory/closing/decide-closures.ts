import { addMonths } from '../../shared/calendar.js';
import { withoutUndefined } from '../../shared/fields.js';
import { effectiveChanges, isEmpty } from '../corrections.js';
import { trajectoryEvents } from '../event-definitions.js';
import type { TrajectoryFacts } from '../facts.js';
import { decidedBefore, openedFacts, refuseBeforeOpening, refuseFuture } from '../guards.js';
import { refuse } from '../refusals.js';
import type { TrajectoryState } from '../state.js';
import type {
  CloseTrajectory,
  CorrectClosure,
  CorrectReopening,
  ProposeClosure,
  ReopenTrajectory,
} from './commands.js';
import type { ClosingEvent, ClosureCorrected, OutcomeCorrected, ReopeningCorrected } from './events.js';
import type { Closure } from './facts.js';

/**
 * Closes the trajectory after its last day `on`, which may lie ahead. What is dated up to that day may still be
 * recorded.
 */
export function closeTrajectory(command: CloseTrajectory, state: TrajectoryState): readonly ClosingEvent[] {
  const { closureId, on, reason, result, resultCode, structuralSupport = false } = command;
  const facts = openedFacts(state);
  const data = withoutUndefined({ closureId, on, reason, result, resultCode, structuralSupport });
  const event: ClosingEvent = { type: 'TrajectoryClosed', data };
  if (decidedBefore(state, closureId, event)) return [];
  if (facts.closedOn !== undefined) refuse('closure.already-closed', 'on');
  refuseBadLastDay(facts, { on }, facts.closures?.at(-1));
  return [event];
}

/**
 * Corrects a closure. Outcomes are counted from its last day, so they move along with it; a last day that would bring
 * one of them after today is refused. Sessions and aftercare recorded around it stay: what no longer fits shows.
 */
export function correctClosure(command: CorrectClosure, state: TrajectoryState): readonly ClosingEvent[] {
  const { closureId, reason, today } = command;
  const facts = openedFacts(state);
  const closures = facts.closures ?? [];
  const place = closures.findIndex(({ id }) => id === closureId);
  const held = closures[place] ?? refuse('closure.not-found');
  const { protect } = trajectoryEvents.ClosureCorrected;
  const changes = effectiveChanges(command.changes, held, ['resultCode'], protect);
  if (isEmpty(changes)) return [];
  const event: ClosureCorrected = { type: 'ClosureCorrected', data: { closureId, reason, ...changes } };
  const { on } = changes;
  if (!on) return [event];
  refuseBadLastDay(facts, { ...held, on }, closures[place - 1]);
  const moved = (facts.outcomes ?? [])
    .filter((outcome) => outcome.closureId === closureId)
    .map(({ id: outcomeId, afterMonths }): OutcomeCorrected => {
      const measuredOn = addMonths(on, afterMonths);
      if (measuredOn > today) refuse('outcome.too-early', 'on');
      return { type: 'OutcomeCorrected', data: { outcomeId, reason, measuredOn } };
    });
  return [event, ...moved];
}

/** Refuses a last day before the opening or the reopening before it, or from its own reopening on. */
function refuseBadLastDay(
  facts: TrajectoryFacts,
  { on, reopening }: Pick<Closure, 'on' | 'reopening'>,
  previous: Closure | undefined,
): void {
  refuseBeforeOpening(facts, on, 'on');
  if (previous?.reopening && on < previous.reopening.on) refuse('closure.before-reopening', 'on');
  if (reopening && reopening.on <= on) refuse('reopening.before-last-day', 'on');
}

/** Opens a closed trajectory again from `on` on, at the earliest the day after its last day; it may lie ahead. */
export function reopenTrajectory(command: ReopenTrajectory, state: TrajectoryState): readonly ClosingEvent[] {
  const { reopeningId, on, reason } = command;
  const facts = openedFacts(state);
  const event: ClosingEvent = { type: 'TrajectoryReopened', data: { reopeningId, on, reason } };
  if (decidedBefore(state, reopeningId, event)) return [];
  refuseBadReopening(facts, on);
  return [event];
}

function refuseBadReopening({ closedOn }: TrajectoryFacts, on: ReopenTrajectory['on']): void {
  if (closedOn === undefined) refuse('reopening.not-closed', 'on');
  if (on <= closedOn) refuse('reopening.before-last-day', 'on');
}

/** Corrects the day of a reopening: after the last day before it, and not after the one that follows. */
export function correctReopening(command: CorrectReopening, state: TrajectoryState): readonly ClosingEvent[] {
  const { reopeningId, reason } = command;
  const { closures = [] } = openedFacts(state);
  const place = closures.findIndex(({ reopening }) => reopening?.id === reopeningId);
  const closure = closures[place] ?? refuse('reopening.not-found');
  const { protect } = trajectoryEvents.ReopeningCorrected;
  const changes = effectiveChanges(command.changes, closure.reopening ?? {}, [], protect);
  if (isEmpty(changes)) return [];
  const event: ReopeningCorrected = { type: 'ReopeningCorrected', data: { reopeningId, reason, ...changes } };
  const { on } = changes;
  const next = closures[place + 1];
  if (on && on <= closure.on) refuse('reopening.before-last-day', 'on');
  if (on && next && next.on < on) refuse('closure.before-reopening', 'on');
  return [event];
}

/** Proposes a step that only the coordinator or the case director can take; it must be one that could be taken now. */
export function proposeClosure(command: ProposeClosure, state: TrajectoryState): readonly ClosingEvent[] {
  const { proposalId, proposes, on, reason, today } = command;
  const facts = openedFacts(state);
  const event: ClosingEvent = { type: 'ClosureProposed', data: { proposalId, proposes, on, reason } };
  if (decidedBefore(state, proposalId, event)) return [];
  refuseBeforeOpening(facts, on, 'on');
  if (proposes === 'closure' && facts.closedOn !== undefined) refuse('closure.already-closed', 'proposes');
  if (proposes === 'reopening') refuseBadReopening(facts, on);
  if (proposes === 'outcome') {
    refuseFuture(on, today, 'on');
    if (facts.closures === undefined) refuse('outcome.not-closed', 'proposes');
  }
  return [event];
}
