import type { EventDefinitions } from '../../shared/event-definition.js';
import type { ClosingEvent } from './events.js';

/* STORAGE. What is protected, and when an event occurred, is part of what the log holds; see ../events.ts. */

const first = { version: 1, upcasters: {} } as const;
const reason = { reason: 'narrative' } as const;
const result = { result: 'narrative' } as const;
const summary = { summary: 'narrative' } as const;

/** The events of a trajectory's end as the log stores them. */
export const closingEvents: EventDefinitions<ClosingEvent> = {
  TrajectoryClosed: {
    version: 2,
    // Version 1 knew no support that goes on after the last day.
    upcasters: { 1: (data) => ({ ...data, structuralSupport: false }) },
    occurredOn: (data) => data.on,
    protect: { ...reason, ...result },
  },
  ClosureCorrected: { ...first, occurredOn: () => undefined, protect: { ...reason, ...result } },
  ClosureProposed: { ...first, occurredOn: () => undefined, protect: reason },
  TrajectoryReopened: { ...first, occurredOn: (data) => data.on, protect: reason },
  ReopeningCorrected: { ...first, occurredOn: () => undefined, protect: reason },
  OutcomeMeasured: { ...first, occurredOn: (data) => data.measuredOn, protect: {} },
  OutcomeCorrected: { ...first, occurredOn: () => undefined, protect: reason },
  AftercareContactRecorded: { ...first, occurredOn: (data) => data.on, protect: summary },
  AftercareContactCorrected: { ...first, occurredOn: () => undefined, protect: { ...summary, ...reason } },
};
