import type { Id } from '../../../../domain/shared/ids.js';
import type {
  AgreementOnDay,
  AnswerOnDay,
  GoalOnDay,
  PlanOnDay,
} from '../../../../domain/trajectory/plan/plan-on.js';

/** A goal with its words; null where the person was forgotten. */
export interface OpenGoal extends Omit<GoalOnDay, 'kind'> {
  readonly what: string | null;
  readonly kind: GoalOnDay['kind'] | null;
}

/** An agreement with its words. Who does what is a party, or the text that was given; null where it was forgotten. */
export interface OpenAgreement extends Omit<AgreementOnDay, 'organisedBy' | 'paidBy' | 'responsible'> {
  readonly what: string | null;
  readonly organisedBy: string | null;
  readonly paidBy: string | null;
  readonly responsible: string | null;
}

/** Who agreed or declined: the name of who agreed, the reason of who declined. */
export interface OpenAnswer extends Omit<AnswerOnDay, 'employerId'> {
  readonly employerId: Id | null;
  readonly name?: string | null;
  readonly reason?: string | null;
}

/** One version of the plan with its words, as it stands on a day. */
export interface OpenPlan extends Omit<PlanOnDay, 'goals' | 'agreements' | 'agreedBy' | 'declinedBy'> {
  readonly recordedAt: string;
  /** Of a revision. */
  readonly reason: string | null;
  readonly goals: readonly OpenGoal[];
  readonly needs: readonly string[] | null;
  readonly agreements: readonly OpenAgreement[];
  readonly agreedBy: readonly OpenAnswer[];
  readonly declinedBy: readonly OpenAnswer[];
  /** How many of those who agreed signed on paper (op papier). */
  readonly agreedOnPaper: number;
}
