import type { CalendarDate } from '../../shared/calendar.js';
import type { DomainEvent } from '../../shared/decider.js';
import type { Id } from '../../shared/ids.js';
import type { AnswerToCoachChange, IncidentInitiator, LifeDomain } from '../../shared/lists.js';
import type { Protected } from '../../shared/protected.js';
import type { Changes, Text } from '../stored-shapes.js';

/*
 * STORAGE. The names and shapes in this file are what the log holds, for ever; see ../events.ts.
 */

interface IncidentTerms {
  readonly on: CalendarDate;
  /** The employer at whose work it happened, where it did; that employer sees it. */
  readonly employerId?: Id;
  readonly initiatedBy: IncidentInitiator;
  readonly summary: Text;
}

interface SupportNeedTerms {
  readonly on: CalendarDate;
  /** Debts and justice tell much of somebody, so it is sealed: no rule reads it. */
  readonly lifeDomain: Protected<LifeDomain>;
  /** Who can help. There is no other text, so that nothing medical is asked for. */
  readonly referredTo: Text;
}

interface ContactRhythmTerms {
  /** The most days from one contact with the candidate to the next, 1 to 92. */
  readonly everyDays: number;
  /** The first day that it holds for. */
  readonly from: CalendarDate;
}

export type IncidentReported = DomainEvent<'IncidentReported', { readonly incidentId: Id } & IncidentTerms>;
export type IncidentResolved = DomainEvent<
  'IncidentResolved',
  { readonly incidentId: Id; readonly on: CalendarDate; readonly summary: Text }
>;
export type IncidentCorrected = DomainEvent<
  'IncidentCorrected',
  { readonly incidentId: Id; readonly reason: Text } & Changes<
    IncidentTerms & {
      /** The day of its resolution; null reopens it. */
      resolvedOn: CalendarDate;
      /** What resolved it. */
      resolution: Text;
    }
  >
>;

export type SupportNeedSignalled = DomainEvent<
  'SupportNeedSignalled',
  { readonly needId: Id } & SupportNeedTerms
>;
export type SupportNeedCorrected = DomainEvent<
  'SupportNeedCorrected',
  { readonly needId: Id; readonly reason: Text } & Changes<SupportNeedTerms>
>;

export type ContactRhythmAgreed = DomainEvent<
  'ContactRhythmAgreed',
  { readonly rhythmId: Id } & ContactRhythmTerms
>;
export type ContactRhythmCorrected = DomainEvent<
  'ContactRhythmCorrected',
  { readonly rhythmId: Id; readonly reason: Text } & Changes<ContactRhythmTerms>
>;

/** The candidate asks for another coach (VCP: free choice). */
export type CoachChangeRequested = DomainEvent<
  'CoachChangeRequested',
  {
    readonly requestId: Id;
    /** The day in Amsterdam on which it was asked. */
    readonly requestedOn: CalendarDate;
    readonly reason?: Text;
    readonly preferredCoachId?: Id;
  }
>;
export type CoachChangeAnswered = DomainEvent<
  'CoachChangeAnswered',
  {
    readonly requestId: Id;
    readonly decision: AnswerToCoachChange;
    readonly reason: Text;
    readonly on: CalendarDate;
  }
>;

export type SignalEvent =
  | IncidentReported
  | IncidentResolved
  | IncidentCorrected
  | SupportNeedSignalled
  | SupportNeedCorrected
  | ContactRhythmAgreed
  | ContactRhythmCorrected
  | CoachChangeRequested
  | CoachChangeAnswered;
