import type { CalendarDate } from '../shared/calendar.js';
import type { DomainEvent } from '../shared/decider.js';
import type { EventDefinitions } from '../shared/event-definition.js';
import type { Id } from '../shared/ids.js';
import type { ContactChannel } from '../shared/lists.js';
import type { MarkedDuplicate, Merged, MergeWithdrawn, UnmarkedDuplicate } from '../shared/merge-events.js';
import type { Protected } from '../shared/protected.js';
import type { Changes, Text } from '../trajectory/stored-shapes.js';
import { type RightsEvent, rightsEvents } from './rights/events.js';

/* STORAGE. See domain/trajectory/events.ts: names and shapes are for ever. */

/** How somebody can be reached. */
export interface ContactDetails {
  readonly email?: string;
  readonly phone?: string;
  readonly address?: string;
}

export type CandidateRegistered = DomainEvent<
  'CandidateRegistered',
  {
    readonly name: Protected<string>;
    /** The organisation's own number for the candidate; never a BSN. */
    readonly reference: Protected<string>;
    readonly contact?: Protected<ContactDetails>;
    readonly legalRepresentative?: Protected<string>;
    /** The organisation or funder that registered the candidate; the reference is unique within it only. */
    readonly organisationId?: Id;
    readonly funderId?: Id;
  }
>;
/** The candidate gave consent for a purpose, or took it back: the latest of a purpose holds. */
export type ConsentStated = DomainEvent<
  'ConsentStated',
  { readonly consentId: Id; readonly purpose: Text; readonly given: boolean; readonly on: CalendarDate }
>;
export type ConsentCorrected = DomainEvent<
  'ConsentCorrected',
  { readonly consentId: Id; readonly reason: Text } & Changes<{
    purpose: Text;
    given: boolean;
    on: CalendarDate;
  }>
>;
/** How the candidate wants to be reached; the latest holds. */
export type ContactPreferenceStated = DomainEvent<
  'ContactPreferenceStated',
  { readonly preferenceId: Id; readonly channel: ContactChannel }
>;
export type CandidateMerged = DomainEvent<'CandidateMerged', Merged>;
export type CandidateMergeWithdrawn = DomainEvent<'CandidateMergeWithdrawn', MergeWithdrawn>;
export type CandidateMarkedDuplicate = DomainEvent<'CandidateMarkedDuplicate', MarkedDuplicate>;
export type CandidateUnmarkedDuplicate = DomainEvent<'CandidateUnmarkedDuplicate', UnmarkedDuplicate>;

export type CandidateEvent =
  | CandidateRegistered
  | ConsentStated
  | ConsentCorrected
  | ContactPreferenceStated
  | CandidateMerged
  | CandidateMergeWithdrawn
  | CandidateMarkedDuplicate
  | CandidateUnmarkedDuplicate
  | RightsEvent;

const first = { version: 1, upcasters: {}, occurredOn: () => undefined, protect: {} } as const;
const reason = { reason: 'narrative' } as const;

/** Every event of a candidate as the log stores it. */
export const candidateEvents: EventDefinitions<CandidateEvent> = {
  CandidateRegistered: {
    ...first,
    protect: {
      name: 'identity',
      reference: 'identity',
      contact: 'identity',
      legalRepresentative: 'identity',
    },
  },
  ConsentStated: { ...first, occurredOn: (data) => data.on, protect: { purpose: 'narrative' } },
  ConsentCorrected: { ...first, protect: { purpose: 'narrative', ...reason } },
  ContactPreferenceStated: first,
  CandidateMerged: { ...first, protect: reason },
  CandidateMergeWithdrawn: { ...first, protect: reason },
  CandidateMarkedDuplicate: first,
  CandidateUnmarkedDuplicate: first,
  ...rightsEvents,
};
