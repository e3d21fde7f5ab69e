import { withoutUndefined } from '../../shared/fields.js';
import type { Id } from '../../shared/ids.js';
import type { Protected } from '../../shared/protected.js';
import { effectiveChanges, isEmpty, touches } from '../corrections.js';
import { evolveFacts } from '../evolve-facts.js';
import type { TrajectoryFacts } from '../facts.js';
import { decidedBefore, openedFacts, refuseFutureEvidence, refuseUnknownPlacement } from '../guards.js';
import { refuse } from '../refusals.js';
import type { TrajectoryState } from '../state.js';
import { grantAt, isPending, refuseBaselessObjections, refuseUnlessPending } from './award-guards.js';
import type { CorrectGrant, CorrectGrantRevision, GrantCoaching, ReviseGrant } from './commands.js';
import { awardEvents } from './event-definitions.js';
import type { AwardEvent } from './events.js';
import type { Grant, GrantDecision, GrantRevision } from './facts.js';
import { decisionOfRevision } from './grant-decisions.js';

type Decision = readonly AwardEvent[];

/**
 * Records what a decision gives. Past the last day of the binding clock's term only with a motivation (reading 36);
 * after closure only on an application that was still pending (domain.md section 5). A first day that reaches back
 * further than the rule set allows is not refused: it is shown (reading 31).
 */
export function grantCoaching(command: GrantCoaching, state: TrajectoryState): Decision {
  const { grantId, decidedOn, from, to, regime, minutes, applicationId, placementId, evidence } = command;
  const facts = openedFacts(state);
  const motivation = isMotivated(command.beyondLimitMotivation) ? command.beyondLimitMotivation : undefined;
  const terms = { decidedOn, from, to, regime, minutes, applicationId, placementId };
  const data = withoutUndefined({ grantId, ...terms, beyondLimitMotivation: motivation, evidence });
  const event: AwardEvent = { type: 'CoachingGranted', data };
  if (decidedBefore(state, grantId, event)) return [];
  refuseFutureEvidence(evidence, command.today);
  refuseBadPeriod(command);
  refuseUnknownApplication(facts, applicationId);
  refuseUnknownPlacement(facts, placementId, 'placementId');
  refuseUnlessPending(facts, isForPending(facts, grantId, applicationId), decidedOn, 'decidedOn');
  refuseSecondDecision(facts, { id: grantId, applicationId, decidedOn });
  if (command.circumstances.beyondLimit && motivation === undefined) refuseUnmotivated();
  return [event];
}

const OPTIONAL = ['minutes', 'applicationId', 'placementId', 'beyondLimitMotivation'];

/** Corrects a grant; one that would then go past the limit needs a motivation, as when it was given. */
export function correctGrant(command: CorrectGrant, state: TrajectoryState): Decision {
  const { grantId, reason, evidence } = command;
  const facts = openedFacts(state);
  const grant = grantAt(facts, grantId);
  const held = { ...grant.decisions[0], ...grant };
  const { protect } = awardEvents.GrantCorrected;
  const { beyondLimitMotivation, ...asked } = command.changes;
  const changes = effectiveChanges(
    { ...asked, ...motivationChange(beyondLimitMotivation, held.beyondLimit === true) },
    held,
    OPTIONAL,
    protect,
  );
  if (isEmpty(changes)) return [];
  const data = withoutUndefined({ grantId, reason, ...changes, evidence });
  const event: AwardEvent = { type: 'GrantCorrected', data };
  refuseFutureEvidence(evidence, command.today);
  const after = evolveFacts(facts, event) ?? facts;
  const now = grantAt(after, grantId);
  refuseBadDecisions(now);
  refuseUnknownApplication(facts, changes.applicationId);
  refuseUnknownPlacement(facts, changes.placementId, 'placementId');
  const decision = now.decisions[0] as GrantDecision;
  if (touches(changes, 'applicationId', 'decidedOn')) {
    refuseSecondDecision(facts, { ...now, decidedOn: decision.decidedOn });
    refuseBaselessObjections(after, 'decidedOn');
  }
  if (changes.decidedOn) {
    refuseUnlessPending(
      facts,
      isForPending(facts, grantId, now.applicationId),
      changes.decidedOn,
      'decidedOn',
    );
  }
  const limitMatters = touches(changes, 'from', 'to', 'placementId', 'beyondLimitMotivation');
  if (limitMatters && command.circumstances.beyondLimit && !decision.beyondLimit) refuseUnmotivated();
  return [event];
}

/**
 * Decides anew on a grant from `decidedOn` on: what the revision does not name stays as it was (reading 18). After
 * closure only when the grant is or was under objection.
 */
export function reviseGrant(command: ReviseGrant, state: TrajectoryState): Decision {
  const { revisionId, grantId, decidedOn, reason, evidence, circumstances, today } = command;
  const facts = openedFacts(state);
  const grant = grantAt(facts, grantId);
  const beyondLimitMotivation = emptyIsNone(command.changes.beyondLimitMotivation);
  const changes = withoutUndefined({ ...command.changes, beyondLimitMotivation });
  const data = withoutUndefined({ revisionId, grantId, decidedOn, reason, ...changes, evidence });
  const event: AwardEvent = { type: 'GrantRevised', data };
  if (decidedBefore(state, revisionId, event)) return [];
  if (isEmpty(changes)) refuse('grant-revision.nothing-changed');
  refuseFutureEvidence(evidence, today);
  refuseUnlessPending(facts, isUnderObjection(facts, grant), decidedOn, 'decidedOn');
  refuseBadRevision(facts, event, circumstances.beyondLimit);
  return [event];
}

/** Corrects a revision; it is judged again as when it was decided. */
export function correctGrantRevision(command: CorrectGrantRevision, state: TrajectoryState): Decision {
  const { revisionId, reason, evidence, circumstances, today } = command;
  const facts = openedFacts(state);
  const grant =
    facts.grants.find((it) => decisionOfRevision(it, revisionId) !== undefined) ??
    refuse('grant-revision.not-found');
  const held = grant.revisions?.find(({ id }) => id === revisionId) ?? refuse('grant-revision.not-found');
  const changes = revisionChanges(command.changes, held);
  if (isEmpty(changes)) return [];
  const data = withoutUndefined({ revisionId, grantId: grant.id, reason, ...changes, evidence });
  const event: AwardEvent = { type: 'GrantRevisionCorrected', data };
  refuseFutureEvidence(evidence, today);
  if (changes.decidedOn) {
    refuseUnlessPending(facts, isUnderObjection(facts, grant), changes.decidedOn, 'decidedOn');
  }
  refuseBadRevision(facts, event, circumstances.beyondLimit);
  return [event];
}

/** Hours that a revision does not name are not hours that it takes away. */
function revisionChanges(
  { minutes, beyondLimitMotivation, ...asked }: CorrectGrantRevision['changes'],
  held: GrantRevision,
) {
  const motivation = emptyIsNone(beyondLimitMotivation);
  return withoutUndefined({
    ...effectiveChanges(asked, held, ['from', 'to', 'regime'], {}),
    minutes: minutes === held.minutes ? undefined : minutes,
    beyondLimitMotivation: motivation === null && held.beyondLimit === false ? undefined : motivation,
  });
}

type RevisionEvent = Extract<AwardEvent, { type: 'GrantRevised' | 'GrantRevisionCorrected' }>;

function refuseBadRevision(facts: TrajectoryFacts, event: RevisionEvent, beyondLimit: boolean): void {
  const grant = grantAt(evolveFacts(facts, event) ?? facts, event.data.grantId);
  refuseBadDecisions(grant);
  if (beyondLimit && !decisionOfRevision(grant, event.data.revisionId)?.beyondLimit) refuseUnmotivated();
}

/** Every decision of the grant has days and hours that can be, and none revises what was not decided yet. */
function refuseBadDecisions({ decisions }: Grant): void {
  for (const decision of decisions) {
    refuseBadPeriod(decision);
    if (decision.decidedOn < (decisions[0] as GrantDecision).decidedOn) {
      refuse('grant-revision.before-grant', 'decidedOn');
    }
  }
}

function refuseBadPeriod(decision: Pick<GrantDecision, 'from' | 'to' | 'minutes'>): void {
  if (decision.to < decision.from) refuse('grant.period-invalid', 'to');
  const { minutes } = decision;
  if (minutes !== undefined && !(Number.isInteger(minutes) && minutes >= 0)) {
    refuse('grant.hours-invalid', 'hours');
  }
}

/**
 * One decision on an application may give several grants, such as a trial and the job after it (UWV 2014 A.3.2); a grant
 * of another day is a second decision, and so is one on what was refused, unless an objection to that was upheld.
 */
function refuseSecondDecision(
  facts: TrajectoryFacts,
  grant: { readonly id: Id; readonly applicationId?: Id | undefined; readonly decidedOn: string },
): void {
  const application = facts.applications.find(({ id }) => id === grant.applicationId);
  if (application === undefined || isPending(facts, application, grant.id)) return;
  const sameDecision = facts.grants.some(
    ({ id, applicationId, decisions }) =>
      id !== grant.id && applicationId === application.id && decisions[0]?.decidedOn === grant.decidedOn,
  );
  if (!sameDecision) refuse('application.already-decided', 'applicationId');
}

function isForPending(facts: TrajectoryFacts, grantId: Id, applicationId: Id | undefined): boolean {
  const application = facts.applications.find(({ id }) => id === applicationId);
  return application !== undefined && isPending(facts, application, grantId);
}

function isUnderObjection({ objections }: TrajectoryFacts, { id, applicationId }: Grant): boolean {
  return objections.some(
    ({ against, result }) =>
      (against === id || against === applicationId) && (result === undefined || result === 'upheld'),
  );
}

function refuseUnknownApplication(facts: TrajectoryFacts, id: Id | null | undefined): void {
  if (id && !facts.applications.some((it) => it.id === id)) refuse('application.unknown', 'applicationId');
}

function refuseUnmotivated(): never {
  return refuse('grant.beyond-limit-without-motivation', 'beyondLimitMotivation');
}

function isMotivated(motivation: Protected<string> | null | undefined): boolean {
  return typeof motivation === 'string' ? motivation.trim() !== '' : motivation != null;
}

function emptyIsNone(motivation: Protected<string> | null | undefined): Protected<string> | null | undefined {
  return motivation === undefined || isMotivated(motivation) ? motivation : null;
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
