import type { CalendarDate } from '../../shared/calendar.js';
import type { DomainEvent } from '../../shared/decider.js';
import type { EventDefinitions } from '../../shared/event-definition.js';
import type { Id } from '../../shared/ids.js';
import type { Protection } from '../../shared/protected.js';
import type { Text } from '../../trajectory/stored-shapes.js';
import type {
  ErasureAssessment,
  ErasureConfirmation,
  ErasureException,
  ErasureGround,
  RestrictionDecision,
} from './lists.js';

/* STORAGE. See domain/trajectory/events.ts: names and shapes are for ever. Who decided is named by subject, never by name. */

/** The candidate asks to be forgotten. */
export type ErasureAsked = DomainEvent<
  'ErasureAsked',
  { readonly requestId: Id; readonly ground: ErasureGround; readonly on: CalendarDate }
>;
/** The term of the file is over and somebody approved that it goes: the first of two decisions. */
export type RetentionApproved = DomainEvent<
  'RetentionApproved',
  {
    readonly requestId: Id;
    readonly on: CalendarDate;
    /** The day from which the rules let the file go, as it stood then. */
    readonly erasableFrom: CalendarDate;
    readonly decidedBy: string;
  }
>;
/** The first decision. */
export type ErasureAssessed = DomainEvent<
  'ErasureAssessed',
  {
    readonly requestId: Id;
    readonly decision: ErasureAssessment;
    /** What goes: all of it, some, or nothing. */
    readonly parts: readonly Protection[];
    /** Why some of it, or all, stays. */
    readonly exception?: ErasureException;
    readonly reason: Text;
    readonly decidedBy: string;
  }
>;
/** The second decision, by somebody else. */
export type ErasureConfirmed = DomainEvent<
  'ErasureConfirmed',
  {
    readonly requestId: Id;
    readonly decision: ErasureConfirmation;
    readonly reason?: Text;
    readonly decidedBy: string;
    /** The first day on which it may be carried out; absent when it was returned. */
    readonly carryOutFrom?: CalendarDate;
  }
>;
/** The candidate thought better of it, or it was stopped, with a reason. */
export type ErasureWithdrawn = DomainEvent<
  'ErasureWithdrawn',
  { readonly requestId: Id; readonly reason?: Text; readonly withdrawnBy: string }
>;
/**
 * The proof that somebody was forgotten, without anything about them. From here on these keys are destroyed, wherever
 * this event is read. It stands on every registration of the person.
 */
export type CandidateErased = DomainEvent<
  'CandidateErased',
  {
    readonly requestId: Id;
    readonly basis: 'request' | 'retention';
    readonly ground?: ErasureGround;
    readonly parts: readonly Protection[];
    readonly firstBy: string;
    readonly secondBy: string;
    /** The keys that were there, each with the fingerprint that tells it from all others. */
    readonly keys: readonly { readonly name: string; readonly fingerprint: string }[];
  }
>;
/** The candidate asks that what is recorded is kept and not used (GDPR art. 18). */
export type RestrictionAsked = DomainEvent<
  'RestrictionAsked',
  { readonly restrictionId: Id; readonly reason: Text; readonly on: CalendarDate }
>;
export type RestrictionDecided = DomainEvent<
  'RestrictionDecided',
  {
    readonly restrictionId: Id;
    readonly decision: RestrictionDecision;
    readonly reason: Text;
    readonly decidedBy: string;
  }
>;
/** A restriction came to its end: by who granted it, with a reason, or by the candidate. */
export type RestrictionEnded = DomainEvent<
  'RestrictionEnded',
  { readonly restrictionId: Id; readonly reason?: Text; readonly endedBy: string }
>;
/** A file is kept up to and including a day, whatever its term: a claim, an inspection. The latest holds. */
export type FileHeld = DomainEvent<
  'FileHeld',
  { readonly holdId: Id; readonly until: CalendarDate; readonly reason: Text; readonly heldBy: string }
>;

export type RightsEvent =
  | ErasureAsked
  | RetentionApproved
  | ErasureAssessed
  | ErasureConfirmed
  | ErasureWithdrawn
  | CandidateErased
  | RestrictionAsked
  | RestrictionDecided
  | RestrictionEnded
  | FileHeld;

const first = { version: 1, upcasters: {}, occurredOn: () => undefined, protect: {} } as const;
const withReason = { ...first, protect: { reason: 'narrative' } } as const;

/** Every event of erasing and restricting as the log stores it. */
export const rightsEvents: EventDefinitions<RightsEvent> = {
  ErasureAsked: { ...first, occurredOn: (data) => data.on },
  RetentionApproved: { ...first, occurredOn: (data) => data.on },
  ErasureAssessed: withReason,
  ErasureConfirmed: withReason,
  ErasureWithdrawn: withReason,
  CandidateErased: first,
  RestrictionAsked: { ...withReason, occurredOn: (data) => data.on },
  RestrictionDecided: withReason,
  RestrictionEnded: withReason,
  FileHeld: withReason,
};
