import type { RuleSet } from '../rule-sets/rule-set.js';
import type { CalendarDate } from '../shared/calendar.js';
import type { DomainEvent } from '../shared/decider.js';
import type { EventDefinitions } from '../shared/event-definition.js';
import type { FunderKind } from '../shared/lists.js';
import { withThresholds } from './upcasters.js';

/* STORAGE. See domain/trajectory/events.ts: names and shapes are for ever. */

export type FunderRegistered = DomainEvent<
  'FunderRegistered',
  { readonly name: string; readonly kind: FunderKind }
>;
/** A version of the funder's rules; the first has no `effectiveOn` and holds for every earlier date. */
export type RuleSetAdopted = DomainEvent<
  'RuleSetAdopted',
  { readonly version: number; readonly effectiveOn?: CalendarDate; readonly ruleSet: RuleSet }
>;

export type FunderEvent = FunderRegistered | RuleSetAdopted;

/** Every event of a funder as the log stores it. */
export const funderEvents: EventDefinitions<FunderEvent> = {
  FunderRegistered: { version: 1, upcasters: {}, occurredOn: () => undefined, protect: {} },
  RuleSetAdopted: {
    version: 2,
    upcasters: { 1: withThresholds },
    occurredOn: (data) => data.effectiveOn,
    protect: {},
  },
};
