import type { CalendarDate } from '../../shared/calendar.js';
import type { Id } from '../../shared/ids.js';
import type { AftercareParty, AfterMonths, OutcomeState, ResultCode } from '../../shared/lists.js';

/** A closure, and the reopening that undid it from a day on. */
export interface Closure {
  readonly id: Id;
  /** The last day. */
  readonly on: CalendarDate;
  readonly resultCode?: ResultCode;
  /** True when structural low-intensity support goes on after the last day. */
  readonly structuralSupport: boolean;
  /** `on` is the first day on which the trajectory is open again. */
  readonly reopening?: { readonly id: Id; readonly on: CalendarDate };
}

/** What became of the candidate's work a number of months after a closure. */
export interface Outcome {
  readonly id: Id;
  readonly closureId: Id;
  readonly afterMonths: AfterMonths;
  /** The day that it is of. */
  readonly measuredOn: CalendarDate;
  readonly state: OutcomeState;
  readonly permanentContract?: boolean;
}

/** Contact after the last day. */
export interface AftercareContact {
  readonly id: Id;
  readonly on: CalendarDate;
  readonly with: AftercareParty;
  readonly minutes?: number;
}

/** Everything that is known of the end of a trajectory. Each list is absent until there is one, in order of recording. */
export interface ClosingFacts {
  /** The last day, while the trajectory is closed and was not reopened. */
  readonly closedOn?: CalendarDate;
  /** By last day: of two, the earlier one was reopened before the later one. */
  readonly closures?: readonly Closure[];
  readonly outcomes?: readonly Outcome[];
  readonly aftercareContacts?: readonly AftercareContact[];
}
