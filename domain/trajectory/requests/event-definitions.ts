import type { EventDefinitions } from '../../shared/event-definition.js';
import type { RequestEvent } from './events.js';

/* STORAGE. What is protected, and when an event occurred, is part of what the log holds; see ../events.ts. */

const first = { version: 1, upcasters: {} } as const;

/** Requests to correct and their answers as the log stores them. */
export const requestEvents: EventDefinitions<RequestEvent> = {
  CorrectionRequested: {
    ...first,
    occurredOn: (data) => data.requestedOn,
    protect: { text: 'narrative' },
  },
  CorrectionRequestAnswered: {
    ...first,
    occurredOn: (data) => data.answeredOn,
    protect: { reason: 'narrative' },
  },
};
