import type { CalendarDate } from '../../shared/calendar.js';
import type { Id } from '../../shared/ids.js';
import type { ApplicationKind, ObjectionResult, Regime } from '../../shared/lists.js';

/** A request to the funder. */
export interface Application {
  readonly id: Id;
  readonly kind: ApplicationKind;
  readonly receivedOn: CalendarDate;
  readonly regime?: Regime;
  readonly placementId?: Id;
  /** Present when it gives its reasons; the text itself stays sealed. */
  readonly motivated?: true;
  /** When the funder asked for completion and when it was completed (reading 43). */
  readonly completionAskedOn?: CalendarDate;
  readonly completedOn?: CalendarDate;
  readonly refusedOn?: CalendarDate;
  /** The day of the first grant or refusal that decided it. */
  readonly decidedOn?: CalendarDate;
}

/** One decision on a grant: the first, or a revision that replaces it from its `decidedOn` on. */
export interface GrantDecision {
  readonly decidedOn: CalendarDate;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly regime: Regime;
  /** The hours it states, in minutes; without it they follow from the regime. */
  readonly minutes?: number;
  /** True when it is motivated as going past the limit. */
  readonly beyondLimit: boolean;
}

/** What a revision decides otherwise. What it leaves out is as the decision before it has it. */
export interface GrantRevision extends Partial<Omit<GrantDecision, 'minutes'>> {
  readonly id: Id;
  readonly decidedOn: CalendarDate;
  /** Null: the hours follow from the regime again. */
  readonly minutes?: number | null;
}

/** What a decision gives: a stretch of coaching, a regime, hours. */
export interface Grant {
  readonly id: Id;
  readonly applicationId?: Id;
  readonly placementId?: Id;
  /** The first decision, then what each revision made of the one before it, in order of `decidedOn`. */
  readonly decisions: readonly GrantDecision[];
  /** In that same order; absent while there is none. */
  readonly revisions?: readonly GrantRevision[];
}

/** Somebody disagrees with a decision. */
export interface Objection {
  readonly id: Id;
  /** The grant, or the application that was decided. */
  readonly against: Id;
  readonly lodgedOn: CalendarDate;
  readonly by: 'candidate' | 'employer';
  readonly employerId?: Id;
  readonly decidedOn?: CalendarDate;
  readonly result?: ObjectionResult;
}

/** Hours that the funder approved for coaching while the candidate is absent. */
export interface CoachingApproval {
  readonly id: Id;
  /** Whole minutes, over the absence. */
  readonly minutes: number;
  readonly on: CalendarDate;
}
