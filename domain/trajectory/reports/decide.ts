import type { TrajectoryEvent } from '../events.js';
import {
  decidedBefore,
  openedFacts,
  refuseAfterClosure,
  refuseBackwards,
  refuseBeforeOpening,
  refuseFuture,
} from '../guards.js';
import type { TrajectoryState } from '../state.js';
import type { ReportAccountability } from './commands.js';

/**
 * Accounts for a period that is over (UWV 2014 B.4.2: each half year; B.4.4: also at the end of a job). The same days may be
 * accounted for again, after a correction: both reports stay.
 */
export function reportAccountability(
  command: ReportAccountability,
  state: TrajectoryState,
): readonly TrajectoryEvent[] {
  const { reportId, from, to, today, circumstances } = command;
  const form = command.form ?? circumstances.ruleSet.kind;
  const facts = openedFacts(state);
  const event: TrajectoryEvent = { type: 'AccountabilityReported', data: { reportId, from, to, form } };
  if (decidedBefore(state, reportId, event)) return [];
  refuseBackwards(from, to, 'to');
  refuseFuture(to, today, 'to');
  refuseBeforeOpening(facts, from, 'from');
  refuseAfterClosure(facts, to, 'to');
  return [event];
}
