import type { CalendarDate } from '../../shared/calendar.js';
import type { DomainEvent } from '../../shared/decider.js';
import type { Id } from '../../shared/ids.js';
import type {
  AftercareParty,
  AfterMonths,
  ClosingStep,
  OutcomeState,
  ResultCode,
} from '../../shared/lists.js';
import type { Changes, Text } from '../stored-shapes.js';

/* STORAGE. The names and shapes in this file are what the log holds, for ever; see ../events.ts. */

interface ClosureTerms {
  /** The last day. */
  readonly on: CalendarDate;
  readonly result: Text;
  readonly resultCode?: ResultCode;
  /** True when structural low-intensity support goes on after the last day. */
  readonly structuralSupport: boolean;
}

interface OutcomeTerms {
  readonly afterMonths: AfterMonths;
  readonly state: OutcomeState;
  readonly permanentContract?: boolean;
}

interface AftercareTerms {
  readonly on: CalendarDate;
  readonly with: AftercareParty;
  readonly summary: Text;
  /** Whole minutes, 1 to 1440; no part of the coaching. */
  readonly minutes?: number;
}

export type TrajectoryClosed = DomainEvent<
  'TrajectoryClosed',
  {
    /** Absent in version 1, which knew one closure of a trajectory: its id is then the trajectory's. */
    readonly closureId?: Id;
    readonly reason: Text;
  } & ClosureTerms
>;
export type ClosureCorrected = DomainEvent<
  'ClosureCorrected',
  { readonly closureId: Id; readonly reason: Text } & Changes<ClosureTerms>
>;
/** A coach asks the coordinator or the case director for a closure, a reopening or an outcome. */
export type ClosureProposed = DomainEvent<
  'ClosureProposed',
  {
    readonly proposalId: Id;
    readonly proposes: ClosingStep;
    /** The last day, the first day of being open again, or the day that the outcome is of. */
    readonly on: CalendarDate;
    readonly reason: Text;
  }
>;
export type TrajectoryReopened = DomainEvent<
  'TrajectoryReopened',
  {
    readonly reopeningId: Id;
    /** The first day on which it is open again. */
    readonly on: CalendarDate;
    readonly reason: Text;
  }
>;
export type ReopeningCorrected = DomainEvent<
  'ReopeningCorrected',
  { readonly reopeningId: Id; readonly reason: Text } & Changes<{ on: CalendarDate }>
>;
export type OutcomeMeasured = DomainEvent<
  'OutcomeMeasured',
  {
    readonly outcomeId: Id;
    readonly closureId: Id;
    /** The day that it is of: the closure's last day + `afterMonths` months, clamped to the month's end. */
    readonly measuredOn: CalendarDate;
  } & OutcomeTerms
>;
export type OutcomeCorrected = DomainEvent<
  'OutcomeCorrected',
  {
    readonly outcomeId: Id;
    readonly reason: Text;
    /** The day that it is of, where a correction of its months or of its closure moved it. */
    readonly measuredOn?: CalendarDate;
  } & Changes<OutcomeTerms>
>;
export type AftercareContactRecorded = DomainEvent<
  'AftercareContactRecorded',
  { readonly contactId: Id } & AftercareTerms
>;
export type AftercareContactCorrected = DomainEvent<
  'AftercareContactCorrected',
  { readonly contactId: Id; readonly reason: Text } & Changes<AftercareTerms>
>;

export type ClosingEvent =
  | TrajectoryClosed
  | ClosureCorrected
  | ClosureProposed
  | TrajectoryReopened
  | ReopeningCorrected
  | OutcomeMeasured
  | OutcomeCorrected
  | AftercareContactRecorded
  | AftercareContactCorrected;
