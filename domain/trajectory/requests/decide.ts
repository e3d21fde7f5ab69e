import { unknownMember } from '../../shared/decider.js';
import { decidedBefore, isUsed, openedFacts } from '../guards.js';
import { refuse } from '../refusals.js';
import type { TrajectoryState } from '../state.js';
import type { AnswerCorrectionRequest, AskForCorrection, RequestCommand } from './commands.js';
import type { RequestEvent } from './events.js';

/** The events that a request to correct or its answer leads to; throws a `Refusal` of the table. */
export function decideRequest(command: RequestCommand, state: TrajectoryState): readonly RequestEvent[] {
  switch (command.type) {
    case 'AskForCorrection':
      return askForCorrection(command, state);
    case 'AnswerCorrectionRequest':
      return answerCorrectionRequest(command, state);
    default:
      return unknownMember(command);
  }
}

/** Asks that a fact is put right (GDPR article 16): any fact of the trajectory, however long ago it ended. */
function askForCorrection(command: AskForCorrection, state: TrajectoryState): readonly RequestEvent[] {
  const { requestId, about, text, today: requestedOn } = command;
  openedFacts(state);
  const event: RequestEvent = { type: 'CorrectionRequested', data: { requestId, about, text, requestedOn } };
  if (decidedBefore(state, requestId, event)) return [];
  if (!isUsed(state, about)) refuse('correction-request.about-unknown', 'about');
  return [event];
}

/** Answers a request once; what is granted is then corrected by a command of its own. */
function answerCorrectionRequest(
  command: AnswerCorrectionRequest,
  state: TrajectoryState,
): readonly RequestEvent[] {
  const { requestId, decision, reason, today: answeredOn } = command;
  openedFacts(state);
  const request = state.correctionRequests.get(requestId) ?? refuse('correction-request.not-found');
  if (request === decision) return [];
  if (request !== 'open') refuse('correction-request.already-answered', 'decision');
  return [{ type: 'CorrectionRequestAnswered', data: { requestId, decision, reason, answeredOn } }];
}
