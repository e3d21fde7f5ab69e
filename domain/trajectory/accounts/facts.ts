import type { CalendarDate } from '../../shared/calendar.js';
import type { Id } from '../../shared/ids.js';

/* What a trajectory knows of its hours being approved and paid. Which sessions, their own facts say (`Session`). */

/** Hours of a stretch of days, approved by the organisation. Both days included. */
export interface HoursApproval {
  readonly id: Id;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The day on which it was approved. */
  readonly on: CalendarDate;
  /** What it approved, in minutes. */
  readonly minutes: number;
  readonly withdrawn: boolean;
}

/** A coaching period asked to be paid. */
export interface DeclaredPeriod {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly submittedOn: CalendarDate;
  /** True when it was taken back: it then asks for nothing. */
  readonly withdrawn?: boolean;
}

/** Hours and money asked for a stretch of days. */
export interface Declaration extends DeclaredPeriod {
  readonly id: Id;
  readonly minutes: number;
  /** Without VAT, as asked; absent when it follows from the rate. */
  readonly amountCents?: number;
  /** The rate per hour of the rule set when it was submitted, where it had one. */
  readonly rateCents?: number;
  /** In order of recording; the last holds. */
  readonly settlements: readonly Settlement[];
}

/** What the funder made of a declaration. */
export interface Settlement {
  readonly id: Id;
  readonly on: CalendarDate;
  readonly minutes: number;
  readonly amountCents: number;
  /** The change of its sessions that it reckons with, in minutes. */
  readonly changedMinutes: number;
}

/** What a session counted for in a declaration when that was submitted. */
export interface DeclaredMinutes {
  readonly declarationId: Id;
  readonly minutes: number;
}
