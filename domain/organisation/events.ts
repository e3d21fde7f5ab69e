import type { CalendarDate } from '../shared/calendar.js';
import type { DomainEvent } from '../shared/decider.js';
import type { EventDefinitions } from '../shared/event-definition.js';
import type { Id } from '../shared/ids.js';

/* STORAGE. See domain/trajectory/events.ts: names and shapes are for ever. An organisation is no person. */

export type OrganisationRegistered = DomainEvent<
  'OrganisationRegistered',
  { readonly name: string; readonly kvkNumber?: string }
>;
export type OrganisationRecognised = DomainEvent<
  'OrganisationRecognised',
  {
    readonly recognitionId: Id;
    readonly kind: string;
    readonly issuer: string;
    readonly from: CalendarDate;
    readonly until?: CalendarDate;
  }
>;
export type OrganisationRecognitionEnded = DomainEvent<
  'OrganisationRecognitionEnded',
  { readonly recognitionId: Id; readonly endedOn: CalendarDate; readonly reason: string }
>;

export type OrganisationEvent =
  | OrganisationRegistered
  | OrganisationRecognised
  | OrganisationRecognitionEnded;

const first = { version: 1, upcasters: {}, protect: {} } as const;

/** Every event of an organisation as the log stores it. */
export const organisationEvents: EventDefinitions<OrganisationEvent> = {
  OrganisationRegistered: { ...first, occurredOn: () => undefined },
  OrganisationRecognised: { ...first, occurredOn: (data) => data.from },
  OrganisationRecognitionEnded: { ...first, occurredOn: (data) => data.endedOn },
};
