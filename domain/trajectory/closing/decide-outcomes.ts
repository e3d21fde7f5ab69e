import { addMonths, type CalendarDate } from '../../shared/calendar.js';
import { corrected, withoutUndefined } from '../../shared/fields.js';
import type { Id } from '../../shared/ids.js';
import { effectiveChanges, isEmpty } from '../corrections.js';
import { trajectoryEvents } from '../event-definitions.js';
import type { TrajectoryFacts } from '../facts.js';
import { decidedBefore, openedFacts } from '../guards.js';
import { refuse } from '../refusals.js';
import type { TrajectoryState } from '../state.js';
import type { CorrectOutcome, MeasureOutcome } from './commands.js';
import type { ClosingEvent, OutcomeCorrected } from './events.js';
import type { Closure, Outcome } from './facts.js';

/**
 * Records what became of the candidate 6, 12, 24 or 36 months after the last day: of the closure named, else of the
 * last one. Refused before that day has come (reading 33), on a day on which the trajectory was open again, and a
 * second time for the same months.
 */
export function measureOutcome(command: MeasureOutcome, state: TrajectoryState): readonly ClosingEvent[] {
  const { outcomeId, afterMonths, state: found, permanentContract, today } = command;
  const facts = openedFacts(state);
  const closure = closureFor(facts, command.closureId);
  const measuredOn = addMonths(closure.on, afterMonths);
  const terms = { afterMonths, measuredOn, state: found, permanentContract };
  const data = withoutUndefined({ outcomeId, closureId: closure.id, ...terms });
  const event: ClosingEvent = { type: 'OutcomeMeasured', data };
  if (decidedBefore(state, outcomeId, event)) return [];
  refuseBadOutcome(
    facts,
    closure,
    { id: outcomeId, closureId: closure.id, ...withoutUndefined(terms) },
    today,
  );
  return [event];
}

function closureFor({ closures = [] }: TrajectoryFacts, closureId: Id | undefined): Closure {
  if (closureId === undefined) return closures.at(-1) ?? refuse('outcome.not-closed', 'afterMonths');
  return closures.find(({ id }) => id === closureId) ?? refuse('closure.unknown', 'closureId');
}

function refuseBadOutcome(
  { outcomes = [] }: TrajectoryFacts,
  { reopening }: Closure,
  { id, closureId, afterMonths, measuredOn, state, permanentContract }: Outcome,
  today: CalendarDate,
): void {
  const hasPaidWork = state === 'paid-with-coach' || state === 'paid-without-coach';
  if (permanentContract === true && !hasPaidWork) {
    refuse('outcome.contract-without-work', 'permanentContract');
  }
  if (measuredOn > today) refuse('outcome.too-early', 'afterMonths');
  if (reopening && reopening.on <= measuredOn) refuse('outcome.not-closed', 'afterMonths');
  const measured = outcomes.some(
    (other) => other.id !== id && other.closureId === closureId && other.afterMonths === afterMonths,
  );
  if (measured) refuse('outcome.already-measured', 'afterMonths');
}

/** Corrects an outcome; each rule is judged again on the outcome as corrected. */
export function correctOutcome(command: CorrectOutcome, state: TrajectoryState): readonly ClosingEvent[] {
  const { outcomeId, reason, today } = command;
  const facts = openedFacts(state);
  const held = facts.outcomes?.find(({ id }) => id === outcomeId) ?? refuse('outcome.not-found');
  const { protect } = trajectoryEvents.OutcomeCorrected;
  const changes = effectiveChanges(command.changes, held, ['permanentContract'], protect);
  if (isEmpty(changes)) return [];
  const closure = closureFor(facts, held.closureId);
  const moved = changes.afterMonths && { measuredOn: addMonths(closure.on, changes.afterMonths) };
  const fields = ['afterMonths', 'measuredOn', 'state', 'permanentContract'] as const;
  const all = { ...changes, ...moved };
  refuseBadOutcome(facts, closure, corrected<Outcome, (typeof fields)[number]>(held, all, fields), today);
  const event: OutcomeCorrected = { type: 'OutcomeCorrected', data: { outcomeId, reason, ...all } };
  return [event];
}
