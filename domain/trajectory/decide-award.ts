import { withoutUndefined } from '../shared/fields.js';
import type { Id } from '../shared/ids.js';
import type { Protected } from '../shared/protected.js';
import type { CorrectGrant, GrantCoaching, ReceiveApplication } from './commands.js';
import { effectiveChanges, isEmpty, touches } from './corrections.js';
import { trajectoryEvents } from './event-definitions.js';
import type { ApplicationReceived, TrajectoryEvent } from './events.js';
import { evolveFacts } from './evolve-facts.js';
import type { GrantDecision, TrajectoryFacts } from './facts.js';
import {
  decidedBefore,
  openedFacts,
  refuseAfterClosure,
  refuseFuture,
  refuseFutureEvidence,
  refuseUnknownPlacement,
} from './guards.js';
import { refuse } from './refusals.js';
import type { TrajectoryState } from './state.js';

/** Records that an application came in, which may have been before the opening; a draft keeps its own id. */
export function receiveApplication(
  command: ReceiveApplication,
  state: TrajectoryState,
): readonly TrajectoryEvent[] {
  const { applicationId, kind, receivedOn, regime, motivation, placementId, today } = command;
  const facts = openedFacts(state);
  const data = withoutUndefined({ applicationId, kind, receivedOn, regime, motivation, placementId });
  const event: ApplicationReceived = { type: 'ApplicationReceived', data };
  if (!state.drafts.has(applicationId) && decidedBefore(state, applicationId, event)) return [];
  refuseFuture(receivedOn, today, 'receivedOn');
  refuseAfterClosure(facts, receivedOn, 'receivedOn');
  refuseUnknownPlacement(facts, placementId, 'placementId');
  return [event];
}

function isMotivated(motivation: Protected<string> | null | undefined): boolean {
  return typeof motivation === 'string' ? motivation.trim() !== '' : motivation != null;
}

function refuseUnknownApplication(facts: TrajectoryFacts, id: Id | null | undefined): void {
  if (id && !facts.applications.some((it) => it.id === id)) refuse('application.unknown', 'applicationId');
}

function refuseBadPeriod(decision: Pick<GrantDecision, 'from' | 'to' | 'minutes'>): void {
  if (decision.to < decision.from) refuse('grant.period-invalid', 'to');
  const { minutes } = decision;
  if (minutes !== undefined && !(Number.isInteger(minutes) && minutes >= 0)) {
    refuse('grant.hours-invalid', 'hours');
  }
}

/**
 * Records what a decision gives. Past the last day of the binding clock's term only with a motivation (reading 36);
 * after closure only on an application that was still pending (domain.md section 5).
 */
export function grantCoaching(command: GrantCoaching, state: TrajectoryState): readonly TrajectoryEvent[] {
  const { grantId, decidedOn, from, to, regime, minutes, applicationId, placementId, evidence } = command;
  const facts = openedFacts(state);
  const motivation = isMotivated(command.beyondLimitMotivation) ? command.beyondLimitMotivation : undefined;
  const terms = { decidedOn, from, to, regime, minutes, applicationId, placementId };
  const data = withoutUndefined({ grantId, ...terms, beyondLimitMotivation: motivation, evidence });
  const event: TrajectoryEvent = { type: 'CoachingGranted', data };
  if (decidedBefore(state, grantId, event)) return [];
  refuseFutureEvidence(evidence, command.today);
  refuseBadPeriod(command);
  refuseUnknownApplication(facts, applicationId);
  refuseUnknownPlacement(facts, placementId, 'placementId');
  const application = facts.applications.find((it) => it.id === applicationId);
  const isPending = application !== undefined && application.decidedOn === undefined;
  if (!isPending) refuseAfterClosure(facts, decidedOn, 'decidedOn');
  if (command.circumstances.beyondLimit && motivation === undefined) {
    refuse('grant.beyond-limit-without-motivation', 'beyondLimitMotivation');
  }
  return [event];
}

const OPTIONAL = ['minutes', 'applicationId', 'placementId', 'beyondLimitMotivation'];

/** Corrects a grant; one that would then go past the limit needs a motivation, as when it was given. */
export function correctGrant(command: CorrectGrant, state: TrajectoryState): readonly TrajectoryEvent[] {
  const { grantId, reason, evidence } = command;
  const facts = openedFacts(state);
  const grant = facts.grants.find((it) => it.id === grantId) ?? refuse('grant.not-found');
  const held = { ...grant.decisions[0], ...grant };
  const { protect } = trajectoryEvents.GrantCorrected;
  const { beyondLimitMotivation, ...asked } = command.changes;
  const changes = effectiveChanges(
    { ...asked, ...motivationChange(beyondLimitMotivation, held.beyondLimit === true) },
    held,
    OPTIONAL,
    protect,
  );
  if (isEmpty(changes)) return [];
  const data = withoutUndefined({ grantId, reason, ...changes, evidence });
  const event: TrajectoryEvent = { type: 'GrantCorrected', data };
  refuseFutureEvidence(evidence, command.today);
  const now = evolveFacts(facts, event)?.grants.find((it) => it.id === grantId);
  const decision = now?.decisions[0];
  if (decision) refuseBadPeriod(decision);
  refuseUnknownApplication(facts, changes.applicationId);
  refuseUnknownPlacement(facts, changes.placementId, 'placementId');
  if (changes.decidedOn && now?.applicationId === undefined) {
    refuseAfterClosure(facts, changes.decidedOn, 'decidedOn');
  }
  const limitMatters = touches(changes, 'from', 'to', 'placementId', 'beyondLimitMotivation');
  if (limitMatters && command.circumstances.beyondLimit && !decision?.beyondLimit) {
    refuse('grant.beyond-limit-without-motivation', 'beyondLimitMotivation');
  }
  return [event];
}

/** An empty motivation is none; taking away one that is not there changes nothing. */
function motivationChange(
  motivation: Protected<string> | null | undefined,
  held: boolean,
): { readonly beyondLimitMotivation?: Protected<string> | null } {
  if (motivation === undefined) return {};
  if (isMotivated(motivation)) return { beyondLimitMotivation: motivation };
  return held ? { beyondLimitMotivation: null } : {};
}
