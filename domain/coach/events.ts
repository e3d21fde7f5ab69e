import type { CalendarDate } from '../shared/calendar.js';
import type { DomainEvent } from '../shared/decider.js';
import type { EventDefinitions } from '../shared/event-definition.js';
import type { Id } from '../shared/ids.js';
import type { TieKind } from '../shared/lists.js';
import type { Protected } from '../shared/protected.js';
import type { Changes, Text } from '../trajectory/stored-shapes.js';

/* STORAGE. See domain/trajectory/events.ts: names and shapes are for ever. The person of this stream is the coach. */

export type CoachRegistered = DomainEvent<
  'CoachRegistered',
  { readonly name: Protected<string>; readonly organisationId: Id }
>;
/** The coach works for an organisation from a day on. */
export type CoachEmployed = DomainEvent<
  'CoachEmployed',
  { readonly employmentId: Id; readonly organisationId: Id; readonly from: CalendarDate }
>;
export type CoachRecognised = DomainEvent<
  'CoachRecognised',
  {
    readonly recognitionId: Id;
    readonly kind: string;
    readonly issuer: string;
    readonly from: CalendarDate;
    readonly until?: CalendarDate;
  }
>;
export type CoachRecognitionEnded = DomainEvent<
  'CoachRecognitionEnded',
  { readonly recognitionId: Id; readonly endedOn: CalendarDate; readonly reason: Protected<string> }
>;
export type CoachRecognitionCorrected = DomainEvent<
  'CoachRecognitionCorrected',
  { readonly recognitionId: Id; readonly reason: Text } & Changes<{
    kind: string;
    issuer: string;
    from: CalendarDate;
    until: CalendarDate;
    endedOn: CalendarDate;
  }>
>;
export type CoachEmploymentCorrected = DomainEvent<
  'CoachEmploymentCorrected',
  { readonly employmentId: Id; readonly reason: Text } & Changes<{
    organisationId: Id;
    from: CalendarDate;
  }>
>;
/** The coach is tied to a candidate or an employer and so may not coach there (OVAL; UWV 2014 A.4.3). */
export type TieDeclared = DomainEvent<
  'TieDeclared',
  {
    readonly tieId: Id;
    readonly kind: TieKind;
    readonly candidateId?: Id;
    readonly employerId?: Id;
    readonly from: CalendarDate;
    readonly until?: CalendarDate;
  }
>;
export type TieEnded = DomainEvent<'TieEnded', { readonly tieId: Id; readonly endedOn: CalendarDate }>;
export type TieCorrected = DomainEvent<
  'TieCorrected',
  { readonly tieId: Id; readonly reason: Text } & Changes<{
    kind: TieKind;
    candidateId: Id;
    employerId: Id;
    from: CalendarDate;
    until: CalendarDate;
  }>
>;
export type CoachAway = DomainEvent<
  'CoachAway',
  { readonly absenceId: Id; readonly from: CalendarDate; readonly until?: CalendarDate }
>;
/** The coach is back: `endedOn` is the last day away. */
export type CoachReturned = DomainEvent<
  'CoachReturned',
  { readonly absenceId: Id; readonly endedOn: CalendarDate }
>;
export type CoachAwayCorrected = DomainEvent<
  'CoachAwayCorrected',
  { readonly absenceId: Id; readonly reason: Text } & Changes<{ from: CalendarDate; until: CalendarDate }>
>;

export type CoachEvent =
  | CoachRegistered
  | CoachEmployed
  | CoachEmploymentCorrected
  | CoachRecognised
  | CoachRecognitionEnded
  | CoachRecognitionCorrected
  | TieDeclared
  | TieEnded
  | TieCorrected
  | CoachAway
  | CoachReturned
  | CoachAwayCorrected;

const first = { version: 1, upcasters: {} } as const;
const correction = { ...first, occurredOn: () => undefined, protect: { reason: 'narrative' } } as const;

/** Every event of a coach as the log stores it. */
export const coachEvents: EventDefinitions<CoachEvent> = {
  CoachRegistered: { ...first, occurredOn: () => undefined, protect: { name: 'identity' } },
  CoachEmployed: { ...first, occurredOn: (data) => data.from, protect: {} },
  CoachRecognised: { ...first, occurredOn: (data) => data.from, protect: {} },
  CoachRecognitionEnded: { ...first, occurredOn: (data) => data.endedOn, protect: { reason: 'narrative' } },
  CoachRecognitionCorrected: correction,
  CoachEmploymentCorrected: correction,
  TieDeclared: { ...first, occurredOn: (data) => data.from, protect: {} },
  TieEnded: { ...first, occurredOn: (data) => data.endedOn, protect: {} },
  TieCorrected: correction,
  CoachAway: { ...first, occurredOn: (data) => data.from, protect: {} },
  CoachReturned: { ...first, occurredOn: (data) => data.endedOn, protect: {} },
  CoachAwayCorrected: correction,
};
