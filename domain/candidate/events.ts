import type { DomainEvent } from '../shared/decider.js';
import type { EventDefinitions } from '../shared/event-definition.js';
import type { Id } from '../shared/ids.js';
import type { Protected } from '../shared/protected.js';

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

export type CandidateEvent = CandidateRegistered;

/** Every event of a candidate as the log stores it. */
export const candidateEvents: EventDefinitions<CandidateEvent> = {
  CandidateRegistered: {
    version: 1,
    upcasters: {},
    occurredOn: () => undefined,
    protect: {
      name: 'identity',
      reference: 'identity',
      contact: 'identity',
      legalRepresentative: 'identity',
    },
  },
};
