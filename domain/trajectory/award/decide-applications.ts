import { withoutUndefined } from '../../shared/fields.js';
import { effectiveChanges, isEmpty, touches } from '../corrections.js';
import { evolveFacts } from '../evolve-facts.js';
import type { TrajectoryFacts } from '../facts.js';
import {
  decidedBefore,
  openedFacts,
  refuseAfterClosure,
  refuseFuture,
  refuseFutureEvidence,
  refuseUnknownPlacement,
} from '../guards.js';
import { refuse } from '../refusals.js';
import type { TrajectoryState } from '../state.js';
import { applicationAt, isPending, refuseBaselessObjections, refuseUnlessPending } from './award-guards.js';
import type {
  AskForCompletion,
  CompleteApplication,
  CorrectApplication,
  CorrectApplicationDecision,
  DraftApplication,
  ReceiveApplication,
  RefuseCoaching,
} from './commands.js';
import { awardEvents } from './event-definitions.js';
import type { ApplicationReceived, AwardEvent } from './events.js';
import type { Application } from './facts.js';

type Decision = readonly AwardEvent[];

/** Records that an application came in, which may have been before the opening; a draft keeps its own id. */
export function receiveApplication(command: ReceiveApplication, state: TrajectoryState): Decision {
  const { applicationId, kind, receivedOn, regime, motivation, goals, placementId, today } = command;
  const facts = openedFacts(state);
  const data = withoutUndefined({ applicationId, kind, receivedOn, regime, motivation, goals, placementId });
  const event: ApplicationReceived = { type: 'ApplicationReceived', data };
  if (!state.drafts.has(applicationId) && decidedBefore(state, applicationId, event)) return [];
  refuseFuture(receivedOn, today, 'receivedOn');
  refuseAfterClosure(facts, receivedOn, 'receivedOn');
  refuseUnknownPlacement(facts, placementId, 'placementId');
  return [event];
}

/** Prepares an application that a candidate, coordinator or case director may send; it starts no clock. */
export function draftApplication(command: DraftApplication, state: TrajectoryState): Decision {
  const { applicationId, kind, regime, motivation, goals, placementId, today: draftedOn } = command;
  const facts = openedFacts(state);
  const data = withoutUndefined({ applicationId, kind, regime, motivation, goals, placementId, draftedOn });
  const event: AwardEvent = { type: 'ApplicationDrafted', data };
  if (decidedBefore(state, applicationId, event)) return [];
  refuseAfterClosure(facts, draftedOn);
  refuseUnknownPlacement(facts, placementId, 'placementId');
  return [event];
}

const OPTIONAL = ['regime', 'motivation', 'goals', 'placementId', 'completedOn'];

/** Corrects what the applicant stated; `completedOn: null` takes the completion away. */
export function correctApplication(command: CorrectApplication, state: TrajectoryState): Decision {
  const { applicationId, reason, today } = command;
  const facts = openedFacts(state);
  const held = applicationAt(facts, state, applicationId);
  const { protect } = awardEvents.ApplicationCorrected;
  const changes = effectiveChanges(command.changes, held, OPTIONAL, protect);
  if (isEmpty(changes)) return [];
  const event: AwardEvent = { type: 'ApplicationCorrected', data: { applicationId, reason, ...changes } };
  refuseFuture(changes.receivedOn, today, 'receivedOn');
  refuseFuture(changes.completedOn, today, 'completedOn');
  if (changes.receivedOn) refuseAfterClosure(facts, changes.receivedOn, 'receivedOn');
  refuseUnknownPlacement(facts, changes.placementId, 'placementId');
  if (touches(changes, 'receivedOn', 'completedOn')) {
    refuseDisorder(applicationAfter(facts, event, applicationId));
  }
  return [event];
}

/** The funder asks for what is missing: until that came, the decision clock stands still (Awb 4:15; reading 43). */
export function askForCompletion(command: AskForCompletion, state: TrajectoryState): Decision {
  const { applicationId, on, missing, evidence, today } = command;
  const facts = openedFacts(state);
  const application = applicationAt(facts, state, applicationId);
  if (application.completionAskedOn === on) return [];
  if (application.completionAskedOn !== undefined) refuse('application.completion-already-asked', 'on');
  const data = withoutUndefined({ applicationId, on, missing, evidence });
  const event: AwardEvent = { type: 'CompletionAsked', data };
  refuseFuture(on, today, 'on');
  refuseFutureEvidence(evidence, today);
  refuseUnlessPending(facts, isPending(facts, application), on, 'on');
  refuseDisorder({ ...application, completionAskedOn: on });
  return [event];
}

/** What was asked for came in, so the clock goes on. */
export function completeApplication(command: CompleteApplication, state: TrajectoryState): Decision {
  const { applicationId, on, today } = command;
  const facts = openedFacts(state);
  const application = applicationAt(facts, state, applicationId);
  if (application.completedOn === on) return [];
  if (application.completionAskedOn === undefined) refuse('application.completion-not-asked');
  if (application.completedOn !== undefined) refuse('application.already-completed', 'on');
  refuseFuture(on, today, 'on');
  refuseUnlessPending(facts, isPending(facts, application), on, 'on');
  refuseDisorder({ ...application, completedOn: on });
  return [{ type: 'ApplicationCompleted', data: { applicationId, on } }];
}

/** The funder refuses the application, which decides it as a grant does. */
export function refuseCoaching(command: RefuseCoaching, state: TrajectoryState): Decision {
  const { applicationId, decidedOn, reason, evidence, today } = command;
  const facts = openedFacts(state);
  const application = applicationAt(facts, state, applicationId);
  if (application.refusedOn === decidedOn) return [];
  if (application.decidedOn !== undefined) refuse('application.already-decided', 'decidedOn');
  refuseFuture(decidedOn, today, 'decidedOn');
  refuseFutureEvidence(evidence, today);
  refuseDisorder({ ...application, refusedOn: decidedOn });
  const data = withoutUndefined({ applicationId, decidedOn, reason, evidence });
  return [{ type: 'CoachingRefused', data }];
}

/** Corrects what the funder asked or how it refused; null takes the request or the refusal away. */
export function correctApplicationDecision(
  command: CorrectApplicationDecision,
  state: TrajectoryState,
): Decision {
  const { applicationId, reason, evidence, today } = command;
  const facts = openedFacts(state);
  const held = applicationAt(facts, state, applicationId);
  const { protect } = awardEvents.ApplicationDecisionCorrected;
  const asked = withoutUndefined({
    ...command.changes,
    // What is told with a day goes with it.
    ...(command.changes.completionAskedOn === null && { missing: undefined }),
    ...(command.changes.refusedOn === null && { refusalReason: undefined }),
  });
  const changes = effectiveChanges(asked, held, ['completionAskedOn', 'refusedOn'], protect);
  if (isEmpty(changes)) return [];
  if (touches(changes, 'completionAskedOn', 'missing') && held.completionAskedOn === undefined) {
    refuse('application.completion-not-asked');
  }
  if (touches(changes, 'refusedOn', 'refusalReason') && held.refusedOn === undefined) {
    refuse('application.not-refused');
  }
  const data = withoutUndefined({ applicationId, reason, ...changes, evidence });
  const event: AwardEvent = { type: 'ApplicationDecisionCorrected', data };
  refuseFutureEvidence(evidence, today);
  refuseFuture(changes.completionAskedOn, today, 'completionAskedOn');
  refuseFuture(changes.refusedOn, today, 'refusedOn');
  const now = evolveFacts(facts, event) ?? facts;
  refuseDisorder(applicationAfter(facts, event, applicationId));
  if (touches(changes, 'refusedOn')) refuseBaselessObjections(now, 'refusedOn');
  return [event];
}

function applicationAfter(facts: TrajectoryFacts, event: AwardEvent, id: string): Application {
  const after = evolveFacts(facts, event)?.applications.find((application) => application.id === id);
  return after ?? refuse('application.not-found');
}

/** Received, then asked to be completed, then completed, then decided; days may coincide. */
function refuseDisorder(application: Application): void {
  const { receivedOn, completionAskedOn, completedOn, refusedOn, decidedOn } = application;
  if (completedOn !== undefined && completionAskedOn === undefined)
    refuse('application.completion-not-asked');
  const lastStep = completedOn ?? completionAskedOn;
  if (decidedOn !== undefined && refusedOn === undefined && lastStep !== undefined && lastStep > decidedOn) {
    refuse('application.already-decided');
  }
  const days = [receivedOn, completionAskedOn, completedOn, refusedOn].filter((day) => day !== undefined);
  if (days.some((day, index) => index > 0 && day < (days[index - 1] as string))) {
    refuse('application.dates-out-of-order');
  }
}
