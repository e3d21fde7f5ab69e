import type { CalendarDate } from '../../shared/calendar.js';
import type { Id } from '../../shared/ids.js';
import type { AnswerToCoachChange, IncidentInitiator } from '../../shared/lists.js';

/** Something went wrong at work or around it. */
export interface Incident {
  readonly id: Id;
  readonly on: CalendarDate;
  readonly employerId?: Id;
  readonly initiatedBy: IncidentInitiator;
  /** The day of its resolution; absent while it is open. */
  readonly resolvedOn?: CalendarDate;
}

/** Support is needed in some part of life; which stays sealed: no rule reads it. */
export interface SupportNeed {
  readonly id: Id;
  readonly on: CalendarDate;
}

/** How often the coach and the candidate agreed to have contact. */
export interface ContactRhythm {
  readonly id: Id;
  /** The most days from one contact to the next. */
  readonly everyDays: number;
  readonly from: CalendarDate;
}

/** The candidate asked for another coach. */
export interface CoachChangeRequest {
  readonly id: Id;
  readonly requestedOn: CalendarDate;
  readonly preferredCoachId?: Id;
  /** Absent while it waits. */
  readonly answer?: { readonly decision: AnswerToCoachChange; readonly on: CalendarDate };
}

/** What a trajectory knows of incidents, support needs, contact rhythms and the choice of a coach, in order of recording. */
export interface SignalFacts {
  readonly incidents: readonly Incident[];
  readonly supportNeeds: readonly SupportNeed[];
  readonly contactRhythms: readonly ContactRhythm[];
  readonly coachChangeRequests: readonly CoachChangeRequest[];
}

/** Nothing yet. */
export const NO_SIGNALS: SignalFacts = {
  incidents: [],
  supportNeeds: [],
  contactRhythms: [],
  coachChangeRequests: [],
};
