import type { CalendarDate } from '../shared/calendar.js';
import type { DomainEvent } from '../shared/decider.js';
import type { EventDefinitions } from '../shared/event-definition.js';
import type { Id } from '../shared/ids.js';
import type { Changes, Text } from '../trajectory/stored-shapes.js';

/*
 * STORAGE. See domain/trajectory/events.ts: names and shapes are for ever. An organisation is no person, but a complaint
 * can name several: its texts are sealed with a key of the organisation's own.
 */

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
export type OrganisationRecognitionCorrected = DomainEvent<
  'OrganisationRecognitionCorrected',
  { readonly recognitionId: Id; readonly reason: Text } & Changes<{
    kind: string;
    issuer: string;
    from: CalendarDate;
    until: CalendarDate;
    endedOn: CalendarDate;
  }>
>;
/** Somebody complained about the organisation, on a day. */
export type ComplaintReceived = DomainEvent<
  'ComplaintReceived',
  { readonly complaintId: Id; readonly on: CalendarDate; readonly summary: Text }
>;
export type ComplaintCorrected = DomainEvent<
  'ComplaintCorrected',
  { readonly complaintId: Id; readonly reason: Text } & Changes<{ on: CalendarDate; summary: Text }>
>;

export type OrganisationEvent =
  | OrganisationRegistered
  | OrganisationRecognised
  | OrganisationRecognitionEnded
  | OrganisationRecognitionCorrected
  | ComplaintReceived
  | ComplaintCorrected;

const first = { version: 1, upcasters: {}, protect: {} } as const;

/** Every event of an organisation as the log stores it. */
export const organisationEvents: EventDefinitions<OrganisationEvent> = {
  OrganisationRegistered: { ...first, occurredOn: () => undefined },
  OrganisationRecognised: { ...first, occurredOn: (data) => data.from },
  OrganisationRecognitionEnded: { ...first, occurredOn: (data) => data.endedOn },
  OrganisationRecognitionCorrected: {
    ...first,
    occurredOn: () => undefined,
    protect: { reason: 'narrative' },
  },
  ComplaintReceived: { ...first, occurredOn: (data) => data.on, protect: { summary: 'narrative' } },
  ComplaintCorrected: {
    ...first,
    occurredOn: () => undefined,
    protect: { summary: 'narrative', reason: 'narrative' },
  },
};
