import type { CalendarDate } from '../../shared/calendar.js';
import { unknownMember } from '../../shared/decider.js';
import { corrected, withoutUndefined } from '../../shared/fields.js';
import type { Id } from '../../shared/ids.js';
import { replaced } from '../../shared/replaced.js';
import type { TrajectoryFacts } from '../facts.js';
import { withPlanVersions } from './agreed-by-all.js';
import type { PlanAgreed, PlanDeclined, PlanDrafted, PlanEvent, PlanRevised } from './events.js';
import type { Fulfilment, GoalOutcome, Plan, PlanAnswer, PlanOfApproach } from './facts.js';

/** The facts after one more event of the plan. Reads no protected text. */
export function evolvePlan(facts: TrajectoryFacts, event: PlanEvent): TrajectoryFacts {
  return withPlanVersions({ ...facts, planOfApproach: evolved(facts.planOfApproach, event) });
}

function evolved(plan: PlanOfApproach, event: PlanEvent): PlanOfApproach {
  switch (event.type) {
    case 'PlanDrafted':
    case 'PlanRevised':
      return { ...plan, versions: [...plan.versions, versionOf(event)] };
    case 'PlanRequested': {
      const { requestId: id, requestedOn } = event.data;
      return { ...plan, requests: [...(plan.requests ?? []), { id, requestedOn }] };
    }
    case 'PlanAgreed':
    case 'PlanDeclined':
      return {
        ...plan,
        versions: plan.versions.map((version) =>
          version.version === event.data.version
            ? { ...version, answers: [...version.answers, answerOf(event)] }
            : version,
        ),
      };
    case 'GoalReached':
    case 'GoalDropped': {
      const { outcomeId: id, goalId, on } = event.data;
      const outcome = event.type === 'GoalReached' ? 'reached' : 'dropped';
      return { ...plan, outcomes: [...plan.outcomes, { id, goalId, outcome, on }] };
    }
    case 'GoalOutcomeCorrected':
      return { ...plan, outcomes: redated(plan.outcomes, event.data.outcomeId, event.data) };
    case 'AgreementFulfilled': {
      const { fulfilmentId: id, agreementId, on } = event.data;
      return { ...plan, fulfilments: [...plan.fulfilments, { id, agreementId, on }] };
    }
    case 'AgreementFulfilmentCorrected':
      return { ...plan, fulfilments: redated(plan.fulfilments, event.data.fulfilmentId, event.data) };
    default:
      return unknownMember(event);
  }
}

function versionOf({ data }: PlanDrafted | PlanRevised): Plan {
  const { planId: id, version, draftedOn, evaluationsOn } = data;
  const goals = data.goals.map(({ goalId, main, kind }) => withoutUndefined({ id: goalId, main, kind }));
  const agreements = data.agreements.map(({ agreementId, ...terms }) => ({ id: agreementId, ...terms }));
  return { id, version, draftedOn, goals, agreements, evaluationsOn, answers: [] };
}

function answerOf({ type, data }: PlanAgreed | PlanDeclined): PlanAnswer {
  const { answerId: id, party, employerId, on, evidence } = data;
  const answer = type === 'PlanAgreed' ? 'agreed' : 'declined';
  return withoutUndefined({ id, party, employerId, answer, on, onPaper: evidence !== undefined });
}

/** A day as a correction gives it: null takes it away. */
type Redating = { readonly on?: CalendarDate | null };

function redated<Item extends GoalOutcome | Fulfilment>(
  items: readonly Item[],
  id: Id,
  changes: Redating,
): readonly Item[] {
  return replaced(items, id, (item) => corrected<Item, 'on'>(item, changes, ['on']));
}

/** The id that the event gives to a new fact; undefined when it corrects one. */
export function planFactId(event: PlanEvent): Id | undefined {
  switch (event.type) {
    case 'PlanRequested':
      return event.data.requestId;
    case 'PlanDrafted':
    case 'PlanRevised':
      return event.data.planId;
    case 'PlanAgreed':
    case 'PlanDeclined':
      return event.data.answerId;
    case 'GoalReached':
    case 'GoalDropped':
      return event.data.outcomeId;
    case 'AgreementFulfilled':
      return event.data.fulfilmentId;
    case 'GoalOutcomeCorrected':
    case 'AgreementFulfilmentCorrected':
      return undefined;
    default:
      return unknownMember(event);
  }
}
