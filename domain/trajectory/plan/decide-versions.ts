import { withoutUndefined } from '../../shared/fields.js';
import type { Id } from '../../shared/ids.js';
import { decidedBefore, openedFacts, refuseAfterClosure, refuseFuture } from '../guards.js';
import { refuse } from '../refusals.js';
import type { TrajectoryState } from '../state.js';
import type { AskedAgreement, AskedPlan, AskForPlan, DraftPlan, RevisePlan } from './commands.js';
import type { AgreementTexts, PlanDrafted, PlanRequested, PlanRevised } from './events.js';
import type { Plan, PlanOfApproach } from './facts.js';
import { AGREEMENT_PARTIES, type AgreementParty } from './lists.js';

/** The main goals come first, three at the most (UWV 2014 B.4.1). */
const MAIN_GOALS = 3;

/** The version that the address names; `plan.not-found` when there is none. */
export function versionAt({ versions }: PlanOfApproach, version: number): Plan {
  return versions.find((plan) => plan.version === version) ?? refuse('plan.not-found');
}

/** Refuses a version that was revised since. */
export function refuseNotLatest({ versions }: PlanOfApproach, plan: Plan): void {
  if (plan !== versions.at(-1)) refuse('plan.not-latest');
}

/** Asks for a plan, or for a revision of the one there is; the coach is told by a task. */
export function askForPlan(command: AskForPlan, state: TrajectoryState): readonly PlanRequested[] {
  const { requestId, reason, today: requestedOn } = command;
  const facts = openedFacts(state);
  const event: PlanRequested = { type: 'PlanRequested', data: { requestId, requestedOn, reason } };
  if (decidedBefore(state, requestId, event)) return [];
  refuseAfterClosure(facts, requestedOn);
  return [event];
}

/** Drafts the first version; every next one is a revision. */
export function draftPlan(command: DraftPlan, state: TrajectoryState): readonly PlanDrafted[] {
  const facts = openedFacts(state);
  const event: PlanDrafted = { type: 'PlanDrafted', data: { ...contentOf(command), version: 1 } };
  if (decidedBefore(state, command.planId, event)) return [];
  if (facts.planOfApproach.versions.length > 0) refuse('plan.already-drafted');
  refuseBadIds(command, facts.planOfApproach);
  refuseFuture(event.data.draftedOn, command.today, 'draftedOn');
  refuseAfterClosure(facts, event.data.draftedOn, 'draftedOn');
  return [event];
}

/** Revises the latest version: a whole new one, which every party is asked about again. */
export function revisePlan(command: RevisePlan, state: TrajectoryState): readonly PlanRevised[] {
  const { planId, version, reason, today } = command;
  const facts = openedFacts(state);
  const data = { ...contentOf(command), version: version + 1, reason };
  const event: PlanRevised = { type: 'PlanRevised', data };
  if (decidedBefore(state, planId, event)) return [];
  const revised = versionAt(facts.planOfApproach, version);
  refuseNotLatest(facts.planOfApproach, revised);
  refuseBadIds(command, facts.planOfApproach);
  refuseFuture(data.draftedOn, today, 'draftedOn');
  if (data.draftedOn < revised.draftedOn) refuse('plan.older-than-before', 'draftedOn');
  refuseAfterClosure(facts, data.draftedOn, 'draftedOn');
  return [event];
}

function contentOf({
  planId,
  today,
  draftedOn = today,
  ...asked
}: AskedPlan & Pick<DraftPlan, 'today'>): Omit<PlanDrafted['data'], 'version'> {
  return {
    planId,
    draftedOn,
    goals: asked.goals.map(({ goalId, kind }, index) =>
      withoutUndefined({ goalId, main: index < MAIN_GOALS, kind }),
    ),
    agreements: asked.agreements.map(({ agreementId, dueOn, organisedBy, paidBy, responsible }) => ({
      agreementId,
      dueOn,
      organisedBy: partyIn(organisedBy),
      paidBy: partyIn(paidBy),
      responsible: partyIn(responsible),
    })),
    evaluationsOn: [...new Set(asked.evaluationsOn)].sort(),
    texts: {
      goals: asked.goals.map(({ goalId, what }) => ({ goalId, what })),
      needs: asked.needs,
      agreements: asked.agreements.map(textsOf),
    },
  };
}

function isParty(who: string): who is AgreementParty {
  return (AGREEMENT_PARTIES as readonly string[]).includes(who);
}

function partyIn(who: string): AgreementParty {
  return isParty(who) ? who : 'other';
}

function textsOf({ agreementId, what, organisedBy, paidBy, responsible }: AskedAgreement): AgreementTexts {
  const named = Object.entries({ organisedBy, paidBy, responsible }).filter(([, who]) => !isParty(who));
  return { agreementId, what, ...Object.fromEntries(named) };
}

/**
 * Refuses a goal or agreement that is said to go on and is not in the latest version, and a new one under an id that was
 * used before.
 */
function refuseBadIds({ goals, agreements }: AskedPlan, { versions }: PlanOfApproach): void {
  const latest = versions.at(-1);
  refuseIds(
    goals.map(({ goalId: id, goesOn = false }) => ({ id, goesOn })),
    latest?.goals ?? [],
    versions.flatMap((version) => version.goals),
    () => refuse('goal.not-in-plan', 'goals'),
  );
  refuseIds(
    agreements.map(({ agreementId: id, goesOn = false }) => ({ id, goesOn })),
    latest?.agreements ?? [],
    versions.flatMap((version) => version.agreements),
    () => refuse('agreement.not-in-plan', 'agreements'),
  );
}

type Identified = { readonly id: Id };

function refuseIds(
  asked: readonly (Identified & { readonly goesOn: boolean })[],
  latest: readonly Identified[],
  ever: readonly Identified[],
  refuseForeign: () => never,
): void {
  for (const [index, { id, goesOn }] of asked.entries()) {
    const known = (goesOn ? latest : ever).some((held) => held.id === id);
    if (goesOn && !known) refuseForeign();
    const twice = asked.findIndex((other) => other.id === id) !== index;
    if (twice || (!goesOn && known)) refuse('id.already-used');
  }
}
