import { effectiveChanges, isEmpty } from '../corrections.js';
import {
  decidedBefore,
  openedFacts,
  refuseAfterClosure,
  refuseBeforeOpening,
  refuseFuture,
} from '../guards.js';
import { refuse } from '../refusals.js';
import type { TrajectoryState } from '../state.js';
import type { CorrectSupportNeed, SignalSupportNeed } from './commands.js';
import { signalEvents } from './event-definitions.js';
import type { SignalEvent, SupportNeedSignalled } from './events.js';

/** Signals that support is needed in a part of life, with who can help; never why (domain.md section 10). */
export function signalSupportNeed(
  command: SignalSupportNeed,
  state: TrajectoryState,
): readonly SignalEvent[] {
  const { needId, on, lifeDomain, referredTo, today } = command;
  const facts = openedFacts(state);
  const event: SupportNeedSignalled = {
    type: 'SupportNeedSignalled',
    data: { needId, on, lifeDomain, referredTo },
  };
  if (decidedBefore(state, needId, event)) return [];
  refuseFuture(on, today, 'on');
  refuseBeforeOpening(facts, on, 'on');
  refuseAfterClosure(facts, on, 'on');
  return [event];
}

/** Corrects a support need. */
export function correctSupportNeed(
  command: CorrectSupportNeed,
  state: TrajectoryState,
): readonly SignalEvent[] {
  const { needId, reason, today } = command;
  const facts = openedFacts(state);
  const held = facts.supportNeeds.find(({ id }) => id === needId) ?? refuse('support-need.not-found');
  const changes = effectiveChanges(command.changes, held, [], signalEvents.SupportNeedCorrected.protect);
  if (isEmpty(changes)) return [];
  if (changes.on) {
    refuseFuture(changes.on, today, 'on');
    refuseBeforeOpening(facts, changes.on, 'on');
    refuseAfterClosure(facts, changes.on, 'on');
  }
  return [{ type: 'SupportNeedCorrected', data: { needId, reason, ...changes } }];
}
