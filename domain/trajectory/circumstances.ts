import type { RuleSet } from '../rule-sets/rule-set.js';
import type { CalendarDate, Days } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { TieKind } from '../shared/lists.js';
import type { Survivors } from '../shared/survivors.js';
import type { TrajectoryRecord } from './facts.js';

/* What a decision must know from outside its own stream. The caller reads it and puts it in the command. */

/** One declared tie of a coach; `until` is the last day included. */
export interface CoachTie {
  readonly kind: TieKind;
  readonly candidateId?: Id | undefined;
  readonly employerId?: Id | undefined;
  readonly from: CalendarDate;
  readonly until?: CalendarDate | undefined;
}

/** What is known of a coach and what the funder's rule set makes of it. */
export interface CoachCircumstances {
  readonly ties: readonly CoachTie[];
  /** The stretches in which the coach is recognised. */
  readonly recognised: readonly Days[];
  readonly bindingTies: RuleSet['bindingTies'];
  readonly withoutRecognition: RuleSet['withoutRecognition'];
}

/** What is known of an organisation and what the funder's rule set makes of it. */
export interface OrganisationCircumstances {
  readonly recognised: readonly Days[];
  readonly withoutRecognition: RuleSet['withoutRecognition'];
}

/** One session on the coach's day, of whichever candidate; withdrawn ones are left out. */
export interface CoachDaySession {
  readonly sessionId: Id;
  /** floor(minutes ÷ groupSize): what it counts for on the day (reading 39). */
  readonly minutes: number;
  /** `HH:mm`, where it was stated. */
  readonly startsAt?: string | undefined;
  /** The minutes that it lasted, of the whole group. */
  readonly durationMinutes: number;
}

/** The coach, and the coach's day over all candidates: of a correction, the coach and day as corrected. */
export interface SessionCircumstances {
  readonly coach: CoachCircumstances;
  readonly coachDay: readonly CoachDaySession[];
}

/** The rule set that the trajectory is under, or is to move to. */
export interface RuleSetCircumstances {
  readonly ruleSet: RuleSet;
  /** Which of the employers are one after a merge; left out when none is a duplicate. */
  readonly survivors?: Survivors;
}

/** Whether a day of the grant, as asked or as corrected, lies after the binding clock's term (reading 36). */
export interface GrantCircumstances {
  readonly beyondLimit: boolean;
}

/** What hours are counted under: the rule set of today, and the trajectories that this one continues (reading 4). */
export interface AccountCircumstances extends RuleSetCircumstances {
  readonly continued: readonly TrajectoryRecord[];
}
