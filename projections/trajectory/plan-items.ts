import { unknownMember } from '../../domain/shared/decider.js';
import type { PlanAgreed, PlanDeclined, PlanEvent } from '../../domain/trajectory/plan/events.js';
import { begun, type ItemChange, type ItemData, type ItemKind, withTold } from './item.js';

/** What an event of the plan does to an item. What a party said stands with the version that it is about. */
export function planItemChange(event: PlanEvent): ItemChange {
  switch (event.type) {
    case 'PlanRequested':
      return begun('plan-request', event.data.requestId, event.data);
    case 'PlanDrafted':
    case 'PlanRevised':
      return begun('plan', event.data.planId, event.data);
    case 'PlanAgreed':
    case 'PlanDeclined':
      return answered(event);
    case 'GoalReached':
      return begun('goal-outcome', event.data.outcomeId, { ...event.data, outcome: 'reached' });
    case 'GoalDropped':
      return begun('goal-outcome', event.data.outcomeId, { ...event.data, outcome: 'dropped' });
    case 'GoalOutcomeCorrected':
      return redated('goal-outcome', event.data.outcomeId, event.data);
    case 'AgreementFulfilled':
      return begun('agreement-fulfilment', event.data.fulfilmentId, event.data);
    case 'AgreementFulfilmentCorrected':
      return redated('agreement-fulfilment', event.data.fulfilmentId, event.data);
    default:
      return unknownMember(event);
  }
}

/** What a party said, with its texts sealed, in the list `answers` of a plan. */
export type PlanAnswerData = PlanAgreed['data'] | PlanDeclined['data'];

function answered({ data }: PlanAgreed | PlanDeclined): ItemChange {
  const apply = (before: ItemData | undefined): ItemData | undefined => {
    if (before === undefined) return undefined;
    const answers = (before.answers ?? []) as readonly PlanAnswerData[];
    return { ...before, answers: withTold(answers, data, ({ on, answerId: id }) => ({ on, id })) };
  };
  return { kind: 'plan', id: data.planId, apply };
}

/** What was taken back keeps its day, so that it keeps its place in the list. */
function redated(
  kind: ItemKind,
  id: string,
  { on, remark }: { readonly on?: string | null; readonly remark?: unknown },
): ItemChange {
  const apply = (before: ItemData | undefined): ItemData | undefined => {
    if (before === undefined) return undefined;
    const { remark: said, takenBack, ...others } = before;
    const kept = remark === undefined ? said : remark;
    const isTakenBack = on === undefined ? takenBack === true : on === null;
    return {
      ...others,
      ...(on && { on }),
      ...(kept != null && { remark: kept }),
      ...(isTakenBack && { takenBack: true }),
    };
  };
  return { kind, id, apply };
}
