import { withoutUndefined } from '../../shared/fields.js';
import type { Id } from '../../shared/ids.js';
import { effectiveChanges, isEmpty, touches } from '../corrections.js';
import { evolveFacts } from '../evolve-facts.js';
import type { TrajectoryFacts } from '../facts.js';
import {
  decidedBefore,
  openedFacts,
  refuseAfterClosure,
  refuseFuture,
  refuseFutureEvidence,
} from '../guards.js';
import { refuse } from '../refusals.js';
import type { TrajectoryState } from '../state.js';
import { decisionDay, refuseGrantsOnRefusals } from './award-guards.js';
import type {
  CorrectObjection,
  CorrectObjectionDecision,
  DecideObjection,
  LodgeObjection,
} from './commands.js';
import { awardEvents } from './event-definitions.js';
import type { AwardEvent } from './events.js';
import type { Objection } from './facts.js';

type Decision = readonly AwardEvent[];

/** Objects to a grant or to an application that was decided (Awb 6:4, 7:1). */
export function lodgeObjection(command: LodgeObjection, state: TrajectoryState): Decision {
  const { objectionId, against, lodgedOn, grounds, by, employerId, today } = command;
  const facts = openedFacts(state);
  const data = withoutUndefined({ objectionId, against, lodgedOn, grounds, by, employerId });
  const event: AwardEvent = { type: 'ObjectionLodged', data };
  if (decidedBefore(state, objectionId, event)) return [];
  refuseBadObjection(facts, { id: objectionId, against, lodgedOn }, today);
  return [event];
}

/** Corrects what the objector stated. */
export function correctObjection(command: CorrectObjection, state: TrajectoryState): Decision {
  const { objectionId, reason, today } = command;
  const facts = openedFacts(state);
  const held = objectionAt(facts, objectionId);
  const { protect } = awardEvents.ObjectionCorrected;
  const changes = effectiveChanges(command.changes, held, [], protect);
  if (isEmpty(changes)) return [];
  const { against = held.against, lodgedOn = held.lodgedOn } = changes;
  if (touches(changes, 'against', 'lodgedOn')) {
    refuseBadObjection(facts, { ...held, against, lodgedOn }, today);
  }
  const event: AwardEvent = { type: 'ObjectionCorrected', data: { objectionId, reason, ...changes } };
  if (touches(changes, 'against')) refuseGrantsOnRefusals(evolveFacts(facts, event) ?? facts, 'against');
  return [event];
}

/** The funder decides on the objection, also after the trajectory was closed (domain.md section 5). */
export function decideObjection(command: DecideObjection, state: TrajectoryState): Decision {
  const { objectionId, decidedOn, result, reason, evidence, today } = command;
  const objection = objectionAt(openedFacts(state), objectionId);
  if (objection.decidedOn === decidedOn && objection.result === result) return [];
  if (objection.decidedOn !== undefined) refuse('objection.already-decided', 'decidedOn');
  refuseFuture(decidedOn, today, 'decidedOn');
  refuseFutureEvidence(evidence, today);
  if (decidedOn < objection.lodgedOn) refuse('objection.decided-before-lodged', 'decidedOn');
  const data = withoutUndefined({ objectionId, decidedOn, result, reason, evidence });
  return [{ type: 'ObjectionDecided', data }];
}

/** Corrects the decision on an objection; `decidedOn: null` leaves it undecided. */
export function correctObjectionDecision(
  command: CorrectObjectionDecision,
  state: TrajectoryState,
): Decision {
  const { objectionId, reason, evidence, today } = command;
  const facts = openedFacts(state);
  const held = objectionAt(facts, objectionId);
  const { protect } = awardEvents.ObjectionDecisionCorrected;
  // What is told of a decision goes with its day.
  const asked = command.changes.decidedOn === null ? { decidedOn: null } : command.changes;
  const changes = effectiveChanges(asked, held, ['decidedOn'], protect);
  if (isEmpty(changes)) return [];
  if (held.decidedOn === undefined) refuse('objection.not-decided');
  refuseFuture(changes.decidedOn, today, 'decidedOn');
  refuseFutureEvidence(evidence, today);
  if (changes.decidedOn && changes.decidedOn < held.lodgedOn) {
    refuse('objection.decided-before-lodged', 'decidedOn');
  }
  if (changes.decidedOn === null) refuseSecondPending(facts, held);
  const data = withoutUndefined({ objectionId, reason, ...changes, evidence });
  const event: AwardEvent = { type: 'ObjectionDecisionCorrected', data };
  refuseGrantsOnRefusals(evolveFacts(facts, event) ?? facts, 'result');
  return [event];
}

function objectionAt({ objections }: TrajectoryFacts, id: Id): Objection {
  return objections.find((objection) => objection.id === id) ?? refuse('objection.not-found');
}

type Lodged = Pick<Objection, 'id' | 'against' | 'lodgedOn' | 'decidedOn'>;

function refuseBadObjection(facts: TrajectoryFacts, objection: Lodged, today: Objection['lodgedOn']): void {
  const { against, lodgedOn, decidedOn } = objection;
  refuseFuture(lodgedOn, today, 'lodgedOn');
  refuseAfterClosure(facts, lodgedOn, 'lodgedOn');
  const day = decisionDay(facts, against);
  if (day === undefined) refuse('objection.nothing-decided', 'against');
  if (lodgedOn < day) refuse('objection.nothing-decided', 'lodgedOn');
  if (decidedOn !== undefined && decidedOn < lodgedOn) refuse('objection.decided-before-lodged', 'lodgedOn');
  if (decidedOn === undefined) refuseSecondPending(facts, objection);
}

/** A decision is under one objection at a time; a grant and the application that it decided are one decision. */
function refuseSecondPending(facts: TrajectoryFacts, { id, against }: Lodged): void {
  const same = sameDecision(facts, against);
  const pending = facts.objections.some(
    (other) => other.id !== id && other.decidedOn === undefined && same.includes(other.against),
  );
  if (pending) refuse('objection.already-pending', 'against');
}

function sameDecision({ grants }: TrajectoryFacts, against: Id): readonly Id[] {
  const application = grants.find(({ id }) => id === against)?.applicationId ?? against;
  const given = grants.filter(({ applicationId }) => applicationId === application);
  return [against, application, ...given.map(({ id }) => id)];
}
