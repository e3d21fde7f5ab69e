import type { CalendarDate } from '../../shared/calendar.js';
import type { DomainEvent } from '../../shared/decider.js';
import type { Id } from '../../shared/ids.js';
import type { Changes, Text } from '../stored-shapes.js';

/*
 * STORAGE. The names and shapes in this file are what the log holds, for ever; see ../events.ts. Minutes and cents are
 * whole; money is without VAT.
 */

/** What one session counted for when it was approved or declared: floor(minutes ÷ groupSize) (reading 23). */
export interface CountedSession {
  readonly sessionId: Id;
  readonly minutes: number;
}

/** The organisation approved what was registered in these days (UWV 2014 B.2: before it is declared). */
export type HoursApproved = DomainEvent<
  'HoursApproved',
  {
    readonly approvalId: Id;
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    /** The day on which it was approved, in Amsterdam. */
    readonly approvedOn: CalendarDate;
    /** Everything that it approves, by day: what is registered or corrected later is not in it. */
    readonly approvedSessions: readonly CountedSession[];
  }
>;
export type HoursApprovalCorrected = DomainEvent<
  'HoursApprovalCorrected',
  {
    readonly approvalId: Id;
    readonly reason: Text;
    /** All that it approves from now on; absent when that stays as it was. */
    readonly approvedSessions?: readonly CountedSession[];
  } & Changes<{ from: CalendarDate; to: CalendarDate; withdrawn: boolean }>
>;

export type DeclarationSubmitted = DomainEvent<
  'DeclarationSubmitted',
  {
    readonly declarationId: Id;
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly minutes: number;
    /** The amount that was asked; absent when it follows from `rateCents`. */
    readonly amountCents?: number;
    /** The rate per hour of the rule set on that day, where it has one. */
    readonly rateCents?: number;
    /** The day on which it was submitted, in Amsterdam. */
    readonly submittedOn: CalendarDate;
    /** The approved sessions of these days, by day: what it rests on. */
    readonly declaredSessions: readonly CountedSession[];
  }
>;
export type DeclarationCorrected = DomainEvent<
  'DeclarationCorrected',
  {
    readonly declarationId: Id;
    readonly reason: Text;
    /** What it rests on from now on; absent when that stays as it was. */
    readonly declaredSessions?: readonly CountedSession[];
  } & Changes<{
    from: CalendarDate;
    to: CalendarDate;
    minutes: number;
    amountCents: number;
    withdrawn: boolean;
  }>
>;
/** The funder settled a declaration; the last settlement takes the place of those before it. */
export type DeclarationSettled = DomainEvent<
  'DeclarationSettled',
  {
    readonly declarationId: Id;
    readonly settlementId: Id;
    readonly on: CalendarDate;
    readonly minutes: number;
    readonly amountCents: number;
    readonly reason?: Text;
    /** How far the sessions of the declaration had changed by then: what this settlement reckons with. */
    readonly changedMinutes: number;
  }
>;

export type AccountsEvent =
  | HoursApproved
  | HoursApprovalCorrected
  | DeclarationSubmitted
  | DeclarationCorrected
  | DeclarationSettled;
