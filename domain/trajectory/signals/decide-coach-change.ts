import { withoutUndefined } from '../../shared/fields.js';
import { assignedCoachOn } from '../coaches-on.js';
import { decidedBefore, openedFacts, refuseAfterClosure, refuseFuture } from '../guards.js';
import { refuse } from '../refusals.js';
import type { TrajectoryState } from '../state.js';
import type { AnswerCoachChange, AskForAnotherCoach } from './commands.js';
import type { CoachChangeRequested, SignalEvent } from './events.js';

/** The candidate asks for another coach, for a reason or for none (VCP: free choice of coach). */
export function askForAnotherCoach(
  command: AskForAnotherCoach,
  state: TrajectoryState,
): readonly SignalEvent[] {
  const { requestId, reason, preferredCoachId, today } = command;
  const facts = openedFacts(state);
  const data = withoutUndefined({ requestId, requestedOn: today, reason, preferredCoachId });
  const event: CoachChangeRequested = { type: 'CoachChangeRequested', data };
  if (decidedBefore(state, requestId, event)) return [];
  refuseAfterClosure(facts, today);
  if (preferredCoachId !== undefined && assignedCoachOn(facts, today) === preferredCoachId) {
    refuse('coach-change-request.same-coach', 'preferredCoachId');
  }
  return [event];
}

/** Answers a request, which closes it; a handover that follows is recorded as every handover is. */
export function answerCoachChange(
  command: AnswerCoachChange,
  state: TrajectoryState,
): readonly SignalEvent[] {
  const { requestId, decision, reason, on, today } = command;
  const facts = openedFacts(state);
  const request =
    facts.coachChangeRequests.find(({ id }) => id === requestId) ?? refuse('coach-change-request.not-found');
  const { answer } = request;
  if (answer?.decision === decision && answer.on === on) return [];
  if (answer !== undefined) refuse('coach-change-request.already-answered');
  refuseFuture(on, today, 'on');
  if (on < request.requestedOn) refuse('coach-change-request.answered-before-asked', 'on');
  refuseAfterClosure(facts, on, 'on');
  return [{ type: 'CoachChangeAnswered', data: { requestId, decision, reason, on } }];
}
