import type { CalendarDate } from '../../shared/calendar.js';
import type { Id } from '../../shared/ids.js';
import type { PlanParty } from '../plan/lists.js';
import type { Assessor, EvaluationKind, ResultCode } from './lists.js';

/* What a trajectory knows of its evaluations and assessments, corrections already in place. Texts are not here. */

/** An evaluation that somebody planned beside those of the plan and the rules. */
export interface EvaluationPlan {
  readonly id: Id;
  readonly kind: EvaluationKind;
  readonly dueOn: CalendarDate;
}

/** An evaluation that was held. */
export interface Evaluation {
  readonly id: Id;
  readonly kind: EvaluationKind;
  readonly on: CalendarDate;
  /** The parties that were there, as far as they were stated as such. */
  readonly attendedBy: readonly PlanParty[];
  readonly extendsTrial?: boolean;
  readonly resultCode?: ResultCode;
  readonly structuralWork?: boolean;
  /** True when it says why there was no lasting contract. */
  readonly statesNoContractReason: boolean;
}

/** A score that candidate or employer gave the coaching. */
export interface Assessment {
  readonly id: Id;
  readonly by: Assessor;
  readonly on: CalendarDate;
  /** 1 to 10. */
  readonly score: number;
  /** Which employer, where it is one. */
  readonly employerId?: Id;
  /** True when it was signed on paper and recorded by somebody else. */
  readonly onPaper: boolean;
}

/** What a trajectory knows of its reviews. Collections are in order of recording. */
export interface ReviewFacts {
  readonly evaluationPlans: readonly EvaluationPlan[];
  readonly evaluations: readonly Evaluation[];
  /** The days on which an evaluation was held, in order (reading 46). */
  readonly evaluationsHeldOn: readonly CalendarDate[];
  readonly assessments: readonly Assessment[];
}

/** Before anything was reviewed. */
export const NO_REVIEW: ReviewFacts = {
  evaluationPlans: [],
  evaluations: [],
  evaluationsHeldOn: [],
  assessments: [],
};
