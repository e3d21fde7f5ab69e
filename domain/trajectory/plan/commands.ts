import type { CalendarDate } from '../../shared/calendar.js';
import type { Id } from '../../shared/ids.js';
import type { Asked, Corrections } from '../asked.js';
import type {
  AgreementFulfilled,
  GoalDropped,
  GoalReached,
  PlanAgreed,
  PlanDeclined,
  PlanRequested,
} from './events.js';
import type { GoalKind, GoalOutcomeKind } from './lists.js';

/** A goal as it is asked. */
export interface AskedGoal {
  readonly goalId: Id;
  readonly what: string;
  readonly kind?: GoalKind;
  /** True when it is a goal of the version that is revised, under its own id. */
  readonly goesOn?: boolean;
}

/** An agreement as it is asked. Who does something is one of `AGREEMENT_PARTIES`, or a text, which is sealed. */
export interface AskedAgreement {
  readonly agreementId: Id;
  readonly what: string;
  readonly organisedBy: string;
  readonly paidBy: string;
  readonly responsible: string;
  readonly dueOn: CalendarDate;
  /** True when it is an agreement of the version that is revised, under its own id. */
  readonly goesOn?: boolean;
}

/** A whole version of the plan as it is asked; the first three goals are the main ones. */
export interface AskedPlan {
  readonly planId: Id;
  /** Today when it is left out. */
  readonly draftedOn?: CalendarDate;
  readonly goals: readonly AskedGoal[];
  readonly needs: readonly string[];
  readonly agreements: readonly AskedAgreement[];
  readonly evaluationsOn: readonly CalendarDate[];
}

export type AskForPlan = Asked<'AskForPlan', Omit<PlanRequested['data'], 'requestedOn'>>;
export type DraftPlan = Asked<'DraftPlan', AskedPlan>;
export type RevisePlan = Asked<
  'RevisePlan',
  AskedPlan & {
    /** The version that is revised, which must be the latest. */
    version: number;
    reason: string;
  }
>;
/** Without `employerId` the employer is the one where the candidate works on the day. */
export type AgreePlan = Asked<'AgreePlan', Omit<PlanAgreed['data'], 'planId'>>;
export type DeclinePlan = Asked<'DeclinePlan', Omit<PlanDeclined['data'], 'planId'>>;
export type ReachGoal = Asked<'ReachGoal', GoalReached['data']>;
export type DropGoal = Asked<'DropGoal', GoalDropped['data']>;
export type CorrectGoalOutcome = Asked<
  'CorrectGoalOutcome',
  {
    outcomeId: Id;
    goalId: Id;
    outcome: GoalOutcomeKind;
    changes: Corrections<{ readonly on?: CalendarDate; readonly remark?: GoalReached['data']['remark'] }>;
    reason: string;
  }
>;
export type FulfilAgreement = Asked<'FulfilAgreement', AgreementFulfilled['data']>;
export type CorrectFulfilment = Asked<
  'CorrectFulfilment',
  {
    fulfilmentId: Id;
    agreementId: Id;
    changes: Corrections<{
      readonly on?: CalendarDate;
      readonly remark?: AgreementFulfilled['data']['remark'];
    }>;
    reason: string;
  }
>;

export type PlanCommand =
  | AskForPlan
  | DraftPlan
  | RevisePlan
  | AgreePlan
  | DeclinePlan
  | ReachGoal
  | DropGoal
  | CorrectGoalOutcome
  | FulfilAgreement
  | CorrectFulfilment;
