import { withoutUndefined } from '../../shared/fields.js';
import { effectiveChanges, isEmpty, touches } from '../corrections.js';
import {
  decidedBefore,
  openedFacts,
  refuseAfterClosure,
  refuseBeforeOpening,
  refuseFuture,
} from '../guards.js';
import { PLAN_PARTIES, type PlanParty } from '../plan/lists.js';
import { refuse } from '../refusals.js';
import type { TrajectoryState } from '../state.js';
import type { CorrectEvaluation, CorrectEvaluationPlan, HoldEvaluation, PlanEvaluation } from './commands.js';
import { reviewEvents } from './event-definitions.js';
import type {
  EvaluationCorrected,
  EvaluationHeld,
  EvaluationPlanCorrected,
  EvaluationPlanned,
} from './events.js';
import { correctedEvaluation, heldEvaluation } from './evolve.js';
import type { Evaluation } from './facts.js';
import { RESULT_CODES } from './lists.js';

/** Plans an evaluation beside those that the plan of approach and the rules ask for; its day may lie ahead. */
export function planEvaluation(
  command: PlanEvaluation,
  state: TrajectoryState,
): readonly EvaluationPlanned[] {
  const { evaluationPlanId, kind, dueOn } = command;
  const facts = openedFacts(state);
  const event: EvaluationPlanned = { type: 'EvaluationPlanned', data: { evaluationPlanId, kind, dueOn } };
  if (decidedBefore(state, evaluationPlanId, event)) return [];
  refuseBeforeOpening(facts, dueOn, 'dueOn');
  refuseAfterClosure(facts, dueOn, 'dueOn');
  return [event];
}

/** Corrects what was planned; what would have been refused then is refused now. */
export function correctEvaluationPlan(
  command: CorrectEvaluationPlan,
  state: TrajectoryState,
): readonly EvaluationPlanCorrected[] {
  const { evaluationPlanId, reason } = command;
  const facts = openedFacts(state);
  const held = facts.evaluationPlans.find(({ id }) => id === evaluationPlanId);
  if (held === undefined) return refuse('evaluation-plan.not-found');
  const { protect } = reviewEvents.EvaluationPlanCorrected;
  const changes = effectiveChanges(command.changes, held, [], protect);
  if (isEmpty(changes)) return [];
  if (changes.dueOn) {
    refuseBeforeOpening(facts, changes.dueOn, 'dueOn');
    refuseAfterClosure(facts, changes.dueOn, 'dueOn');
  }
  return [{ type: 'EvaluationPlanCorrected', data: { evaluationPlanId, ...changes, reason } }];
}

/** Records an evaluation that was held, by whoever was there. */
export function holdEvaluation(command: HoldEvaluation, state: TrajectoryState): readonly EvaluationHeld[] {
  const { evaluationId, kind, on, participants, adjustments, today } = command;
  const { extendsTrial, resultCode, candidateFuture, structuralWork, noContractReason } = command;
  const facts = openedFacts(state);
  const data = withoutUndefined({
    evaluationId,
    kind,
    on,
    participants,
    attendedBy: partiesAmong(participants),
    adjustments,
    extendsTrial,
    resultCode,
    candidateFuture,
    structuralWork,
    noContractReason,
  });
  const event: EvaluationHeld = { type: 'EvaluationHeld', data };
  if (decidedBefore(state, evaluationId, event)) return [];
  refuseFuture(on, today, 'on');
  refuseBeforeOpening(facts, on, 'on');
  refuseBadResults(heldEvaluation(data));
  refuseAfterClosure(facts, on, 'on');
  return [event];
}

const OPTIONAL = ['extendsTrial', 'resultCode', 'candidateFuture', 'structuralWork', 'noContractReason'];

/** Corrects an evaluation; what would have been refused then is refused now. */
export function correctEvaluation(
  command: CorrectEvaluation,
  state: TrajectoryState,
): readonly EvaluationCorrected[] {
  const { evaluationId, reason, today } = command;
  const facts = openedFacts(state);
  const held = facts.evaluations.find(({ id }) => id === evaluationId);
  if (held === undefined) return refuse('evaluation.not-found');
  const { protect } = reviewEvents.EvaluationCorrected;
  const asked = effectiveChanges(command.changes, held, OPTIONAL, protect);
  if (isEmpty(asked)) return [];
  const parties = asked.participants && { attendedBy: partiesAmong(asked.participants) };
  const changes = { ...asked, ...parties };
  const now = correctedEvaluation(held, changes);
  if (touches(changes, 'on')) {
    refuseFuture(now.on, today, 'on');
    refuseBeforeOpening(facts, now.on, 'on');
    refuseAfterClosure(facts, now.on, 'on');
  }
  refuseBadResults(now);
  return [{ type: 'EvaluationCorrected', data: { evaluationId, ...changes, reason } }];
}

/** The parties among the participants, in the order of the closed list. */
function partiesAmong(participants: readonly string[]): readonly PlanParty[] {
  return PLAN_PARTIES.filter((party) => participants.includes(party));
}

function refuseBadResults({ resultCode, structuralWork, statesNoContractReason }: Evaluation): void {
  if (resultCode !== undefined && !RESULT_CODES.includes(resultCode)) {
    refuse('result-code.unknown', 'resultCode');
  }
  if (statesNoContractReason && structuralWork !== true) refuse('structural-work.required', 'structuralWork');
}
