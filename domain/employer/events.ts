import type { DomainEvent } from '../shared/decider.js';
import type { EventDefinitions } from '../shared/event-definition.js';

/* STORAGE. See domain/trajectory/events.ts: names and shapes are for ever. */

export type EmployerRegistered = DomainEvent<
  'EmployerRegistered',
  { readonly name: string; readonly kvkNumber?: string }
>;

export type EmployerEvent = EmployerRegistered;

/** Every event of an employer as the log stores it. */
export const employerEvents: EventDefinitions<EmployerEvent> = {
  EmployerRegistered: { version: 1, upcasters: {}, occurredOn: () => undefined, protect: {} },
};
