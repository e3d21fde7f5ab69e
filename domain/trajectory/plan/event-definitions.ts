import type { EventDefinitions } from '../../shared/event-definition.js';
import type { PlanEvent } from './events.js';

/* STORAGE. What is protected, and when an event occurred, is part of what the log holds; see events.ts. */

const first = { version: 1, upcasters: {} } as const;
const texts = { texts: 'narrative' } as const;
const reason = { reason: 'narrative' } as const;
const remark = { remark: 'narrative' } as const;
const evidence = { evidence: 'narrative' } as const;

/** The events of the plan of approach as the log stores them. */
export const planEvents: EventDefinitions<PlanEvent> = {
  PlanRequested: { ...first, occurredOn: (data) => data.requestedOn, protect: reason },
  PlanDrafted: { ...first, occurredOn: (data) => data.draftedOn, protect: texts },
  PlanRevised: { ...first, occurredOn: (data) => data.draftedOn, protect: { ...texts, ...reason } },
  PlanAgreed: { ...first, occurredOn: (data) => data.on, protect: { by: 'identity', ...evidence } },
  PlanDeclined: { ...first, occurredOn: (data) => data.on, protect: { ...reason, ...evidence } },
  GoalReached: { ...first, occurredOn: (data) => data.on, protect: remark },
  GoalDropped: { ...first, occurredOn: (data) => data.on, protect: reason },
  GoalOutcomeCorrected: { ...first, occurredOn: () => undefined, protect: { ...remark, ...reason } },
  AgreementFulfilled: { ...first, occurredOn: (data) => data.on, protect: remark },
  AgreementFulfilmentCorrected: { ...first, occurredOn: () => undefined, protect: { ...remark, ...reason } },
};
