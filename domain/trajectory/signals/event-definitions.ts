import type { EventDefinitions } from '../../shared/event-definition.js';
import type { SignalEvent } from './events.js';

/* STORAGE. What is protected, and when an event occurred, is part of what the log holds; see events.ts. */

const first = { version: 1, upcasters: {} } as const;
const reason = { reason: 'narrative' } as const;
const summary = { summary: 'narrative' } as const;
const need = { lifeDomain: 'narrative', referredTo: 'narrative' } as const;

/** The events of incidents, support needs, contact rhythms and the choice of a coach, as the log stores them. */
export const signalEvents: EventDefinitions<SignalEvent> = {
  IncidentReported: { ...first, occurredOn: (data) => data.on, protect: summary },
  IncidentResolved: { ...first, occurredOn: (data) => data.on, protect: summary },
  IncidentCorrected: {
    ...first,
    occurredOn: () => undefined,
    protect: { ...summary, resolution: 'narrative', ...reason },
  },
  SupportNeedSignalled: { ...first, occurredOn: (data) => data.on, protect: need },
  SupportNeedCorrected: { ...first, occurredOn: () => undefined, protect: { ...need, ...reason } },
  ContactRhythmAgreed: { ...first, occurredOn: (data) => data.from, protect: {} },
  ContactRhythmCorrected: { ...first, occurredOn: () => undefined, protect: reason },
  CoachChangeRequested: { ...first, occurredOn: (data) => data.requestedOn, protect: reason },
  CoachChangeAnswered: { ...first, occurredOn: (data) => data.on, protect: reason },
};
