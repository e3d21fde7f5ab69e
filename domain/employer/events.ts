import type { CalendarDate } from '../shared/calendar.js';
import type { DomainEvent } from '../shared/decider.js';
import type { EventDefinitions } from '../shared/event-definition.js';
import type { Id } from '../shared/ids.js';
import type { MarkedDuplicate, Merged, MergeWithdrawn, UnmarkedDuplicate } from '../shared/merge-events.js';
import type { Changes, Text } from '../trajectory/stored-shapes.js';

/*
 * STORAGE. See domain/trajectory/events.ts: names and shapes are for ever. Who is reached at an employer is a person:
 * names, numbers and what was written are sealed with keys of that employer's own.
 */

export type EmployerRegistered = DomainEvent<
  'EmployerRegistered',
  { readonly name: string; readonly kvkNumber?: string }
>;
/** Who is called at the employer, from a day on. */
export type ContactPersonNamed = DomainEvent<
  'ContactPersonNamed',
  {
    readonly contactPersonId: Id;
    readonly name: Text;
    readonly phone?: Text;
    readonly email?: Text;
    readonly from: CalendarDate;
    readonly until?: CalendarDate;
  }
>;
export type ContactPersonLeft = DomainEvent<
  'ContactPersonLeft',
  { readonly contactPersonId: Id; readonly endedOn: CalendarDate }
>;
export type ContactPersonCorrected = DomainEvent<
  'ContactPersonCorrected',
  { readonly contactPersonId: Id; readonly reason: Text } & Changes<{
    name: Text;
    phone: Text;
    email: Text;
    from: CalendarDate;
    until: CalendarDate;
  }>
>;
/** The single coach that the employer wants for all its candidates (MKB 3.3.4), from a day on. */
export type CoachPreferred = DomainEvent<
  'CoachPreferred',
  {
    readonly preferenceId: Id;
    readonly coachId: Id;
    readonly from: CalendarDate;
    readonly until?: CalendarDate;
  }
>;
export type CoachPreferenceEnded = DomainEvent<
  'CoachPreferenceEnded',
  { readonly preferenceId: Id; readonly endedOn: CalendarDate }
>;
export type CoachPreferenceCorrected = DomainEvent<
  'CoachPreferenceCorrected',
  { readonly preferenceId: Id; readonly reason: Text } & Changes<{
    coachId: Id;
    from: CalendarDate;
    until: CalendarDate;
  }>
>;
export type EmployerMerged = DomainEvent<'EmployerMerged', Merged>;
export type EmployerMergeWithdrawn = DomainEvent<'EmployerMergeWithdrawn', MergeWithdrawn>;
export type EmployerMarkedDuplicate = DomainEvent<'EmployerMarkedDuplicate', MarkedDuplicate>;
export type EmployerUnmarkedDuplicate = DomainEvent<'EmployerUnmarkedDuplicate', UnmarkedDuplicate>;

export type EmployerEvent =
  | EmployerRegistered
  | ContactPersonNamed
  | ContactPersonLeft
  | ContactPersonCorrected
  | CoachPreferred
  | CoachPreferenceEnded
  | CoachPreferenceCorrected
  | EmployerMerged
  | EmployerMergeWithdrawn
  | EmployerMarkedDuplicate
  | EmployerUnmarkedDuplicate;

const first = { version: 1, upcasters: {}, occurredOn: () => undefined, protect: {} } as const;
const who = { name: 'identity', phone: 'identity', email: 'identity' } as const;
const reason = { reason: 'narrative' } as const;

/** Every event of an employer as the log stores it. */
export const employerEvents: EventDefinitions<EmployerEvent> = {
  EmployerRegistered: first,
  ContactPersonNamed: { ...first, occurredOn: (data) => data.from, protect: who },
  ContactPersonLeft: { ...first, occurredOn: (data) => data.endedOn },
  ContactPersonCorrected: { ...first, protect: { ...who, ...reason } },
  CoachPreferred: { ...first, occurredOn: (data) => data.from },
  CoachPreferenceEnded: { ...first, occurredOn: (data) => data.endedOn },
  CoachPreferenceCorrected: { ...first, protect: reason },
  EmployerMerged: { ...first, protect: reason },
  EmployerMergeWithdrawn: { ...first, protect: reason },
  EmployerMarkedDuplicate: first,
  EmployerUnmarkedDuplicate: first,
};
