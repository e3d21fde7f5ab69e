import type { EventDefinitions } from '../../shared/event-definition.js';
import type { AccountsEvent } from './events.js';

/* STORAGE. What is protected, and when an event occurred, is part of what the log holds; see ../events.ts. */

const first = { version: 1, upcasters: {} } as const;
const reason = { reason: 'narrative' } as const;

export const accountsEvents: EventDefinitions<AccountsEvent> = {
  HoursApproved: { ...first, occurredOn: (data) => data.approvedOn, protect: {} },
  HoursApprovalCorrected: { ...first, occurredOn: () => undefined, protect: reason },
  DeclarationSubmitted: { ...first, occurredOn: (data) => data.submittedOn, protect: {} },
  DeclarationCorrected: { ...first, occurredOn: () => undefined, protect: reason },
  DeclarationSettled: { ...first, occurredOn: (data) => data.on, protect: reason },
};
