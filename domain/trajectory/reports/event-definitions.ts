import type { EventDefinitions } from '../../shared/event-definition.js';
import type { ReportsEvent } from './events.js';

/* STORAGE. See ../event-definitions.ts. */

export const reportsEvents: EventDefinitions<ReportsEvent> = {
  AccountabilityReported: { version: 1, upcasters: {}, occurredOn: () => undefined, protect: {} },
};
