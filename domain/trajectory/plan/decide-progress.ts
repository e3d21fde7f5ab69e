import { withoutUndefined } from '../../shared/fields.js';
import type { Id } from '../../shared/ids.js';
import { effectiveChanges, isEmpty } from '../corrections.js';
import type { TrajectoryFacts } from '../facts.js';
import { decidedBefore, openedFacts, refuseAfterClosure, refuseFuture } from '../guards.js';
import { refuse } from '../refusals.js';
import type { TrajectoryState } from '../state.js';
import type {
  CorrectFulfilment,
  CorrectGoalOutcome,
  DropGoal,
  FulfilAgreement,
  ReachGoal,
} from './commands.js';
import { planEvents } from './event-definitions.js';
import type {
  AgreementFulfilled,
  AgreementFulfilmentCorrected,
  GoalDropped,
  GoalOutcomeCorrected,
  GoalReached,
} from './events.js';
import type { Plan, PlanOfApproach } from './facts.js';

const OPTIONAL = ['on', 'remark'];

/** A goal of the latest version was reached. */
export function reachGoal(command: ReachGoal, state: TrajectoryState): readonly GoalReached[] {
  const { outcomeId, goalId, on, remark } = command;
  const data = withoutUndefined({ outcomeId, goalId, on, remark });
  return endGoal({ type: 'GoalReached', data }, command, state);
}

/** A goal of the latest version is no longer pursued. */
export function dropGoal(command: DropGoal, state: TrajectoryState): readonly GoalDropped[] {
  const { outcomeId, goalId, on, reason } = command;
  return endGoal({ type: 'GoalDropped', data: { outcomeId, goalId, on, reason } }, command, state);
}

function endGoal<Event extends GoalReached | GoalDropped>(
  event: Event,
  { today }: Pick<ReachGoal, 'today'>,
  state: TrajectoryState,
): readonly Event[] {
  const { outcomeId, goalId, on } = event.data;
  const facts = openedFacts(state);
  if (decidedBefore(state, outcomeId, event)) return [];
  refuseForeignGoal(facts.planOfApproach, goalId);
  const outcome = event.type === 'GoalReached' ? 'reached' : 'dropped';
  const ended = endOf(facts.planOfApproach, goalId);
  if (ended?.outcome === outcome && ended.on === on) return [];
  refuseFuture(on, today, 'on');
  refuseAfterClosure(facts, on, 'on');
  if (ended !== undefined) refuse('goal.already-ended');
  return [event];
}

/** Corrects how a goal ended: null at `on` opens it again, and a day ends it again unless it ended otherwise since. */
export function correctGoalOutcome(
  command: CorrectGoalOutcome,
  state: TrajectoryState,
): readonly GoalOutcomeCorrected[] {
  const { outcomeId, goalId, outcome, reason, today } = command;
  const facts = openedFacts(state);
  const held = facts.planOfApproach.outcomes.find(
    (it) => it.id === outcomeId && it.goalId === goalId && it.outcome === outcome,
  );
  if (held === undefined) return refuse('goal-outcome.not-found');
  const { protect } = planEvents.GoalOutcomeCorrected;
  const changes = effectiveChanges(command.changes, held, OPTIONAL, protect);
  if (isEmpty(changes)) return [];
  refuseBadDay(facts, changes.on, today);
  const other = endOf(facts.planOfApproach, goalId);
  if (changes.on && other !== undefined && other.id !== outcomeId) refuse('goal.already-ended');
  return [{ type: 'GoalOutcomeCorrected', data: { outcomeId, goalId, ...changes, reason } }];
}

/** What was agreed in the latest version was done. */
export function fulfilAgreement(
  command: FulfilAgreement,
  state: TrajectoryState,
): readonly AgreementFulfilled[] {
  const { fulfilmentId, agreementId, on, remark, today } = command;
  const facts = openedFacts(state);
  const data = withoutUndefined({ fulfilmentId, agreementId, on, remark });
  const event: AgreementFulfilled = { type: 'AgreementFulfilled', data };
  if (decidedBefore(state, fulfilmentId, event)) return [];
  refuseForeignAgreement(facts.planOfApproach, agreementId);
  const fulfilled = fulfilmentOf(facts.planOfApproach, agreementId);
  if (fulfilled?.on === on) return [];
  refuseFuture(on, today, 'on');
  refuseAfterClosure(facts, on, 'on');
  if (fulfilled !== undefined) refuse('agreement.already-fulfilled');
  return [event];
}

/** Corrects a fulfilment; null at `on` opens the agreement again. */
export function correctFulfilment(
  command: CorrectFulfilment,
  state: TrajectoryState,
): readonly AgreementFulfilmentCorrected[] {
  const { fulfilmentId, agreementId, reason, today } = command;
  const facts = openedFacts(state);
  const { fulfilments } = facts.planOfApproach;
  const held = fulfilments.find((it) => it.id === fulfilmentId && it.agreementId === agreementId);
  if (held === undefined) return refuse('fulfilment.not-found');
  const { protect } = planEvents.AgreementFulfilmentCorrected;
  const changes = effectiveChanges(command.changes, held, OPTIONAL, protect);
  if (isEmpty(changes)) return [];
  refuseBadDay(facts, changes.on, today);
  const other = fulfilmentOf(facts.planOfApproach, agreementId);
  if (changes.on && other !== undefined && other.id !== fulfilmentId) refuse('agreement.already-fulfilled');
  return [{ type: 'AgreementFulfilmentCorrected', data: { fulfilmentId, agreementId, ...changes, reason } }];
}

function refuseBadDay(
  facts: TrajectoryFacts,
  on: CorrectFulfilment['changes']['on'],
  today: CorrectFulfilment['today'],
): void {
  refuseFuture(on, today, 'on');
  if (on) refuseAfterClosure(facts, on, 'on');
}

function endOf({ outcomes }: PlanOfApproach, goalId: Id) {
  return outcomes.find((outcome) => outcome.goalId === goalId && outcome.on !== undefined);
}

function fulfilmentOf({ fulfilments }: PlanOfApproach, agreementId: Id) {
  return fulfilments.find((it) => it.agreementId === agreementId && it.on !== undefined);
}

function refuseForeignGoal({ versions }: PlanOfApproach, goalId: Id): void {
  const holds = (plan: Plan) => plan.goals.some(({ id }) => id === goalId);
  if (!versions.some(holds)) refuse('goal.not-found');
  if (!versions.slice(-1).some(holds)) refuse('goal.not-in-plan');
}

function refuseForeignAgreement({ versions }: PlanOfApproach, agreementId: Id): void {
  const holds = (plan: Plan) => plan.agreements.some(({ id }) => id === agreementId);
  if (!versions.some(holds)) refuse('agreement.not-found');
  if (!versions.slice(-1).some(holds)) refuse('agreement.not-in-plan');
}
