import type { CalendarDate } from '../../shared/calendar.js';
import type { Id } from '../../shared/ids.js';
import type { AgreementParty, GoalKind, GoalOutcomeKind, PlanParty } from './lists.js';

/* What a trajectory knows of its plan of approach, corrections already in place. Texts stay sealed and are not here. */

/** A goal of one version; a version that goes on with it keeps its id. */
export interface PlanGoal {
  readonly id: Id;
  /** One of the three main ones. */
  readonly main: boolean;
  /** Where it was stated. */
  readonly kind?: GoalKind;
}

/** An agreement of one version: what is needed, who organises it, who pays, who is responsible, by when (MKB 3.3.3). */
export interface PlanAgreement {
  readonly id: Id;
  readonly dueOn: CalendarDate;
  readonly organisedBy: AgreementParty;
  readonly paidBy: AgreementParty;
  readonly responsible: AgreementParty;
}

/** What a party said of one version. */
export interface PlanAnswer {
  readonly id: Id;
  readonly party: PlanParty;
  /** Which employer, where the party is one. */
  readonly employerId?: Id;
  readonly answer: 'agreed' | 'declined';
  readonly on: CalendarDate;
  /** True when it was signed on paper and recorded by somebody else. */
  readonly onPaper: boolean;
}

/** One version of the plan. */
export interface Plan {
  readonly id: Id;
  readonly version: number;
  readonly draftedOn: CalendarDate;
  readonly goals: readonly PlanGoal[];
  readonly agreements: readonly PlanAgreement[];
  readonly evaluationsOn: readonly CalendarDate[];
  readonly answers: readonly PlanAnswer[];
}

/** How a goal ended; without `on` that was taken back, and the goal is open. */
export interface GoalOutcome {
  readonly id: Id;
  readonly goalId: Id;
  readonly outcome: GoalOutcomeKind;
  readonly on?: CalendarDate;
}

/** What was agreed was done; without `on` that was taken back. */
export interface Fulfilment {
  readonly id: Id;
  readonly agreementId: Id;
  readonly on?: CalendarDate;
}

/** A plan was asked for, or a revision of it. */
export interface PlanRequest {
  readonly id: Id;
  readonly requestedOn: CalendarDate;
}

/** Every version of the plan in order, and what became of goals and agreements, by id and so over all versions. */
export interface PlanOfApproach {
  readonly versions: readonly Plan[];
  readonly outcomes: readonly GoalOutcome[];
  readonly fulfilments: readonly Fulfilment[];
  /** Absent until there is one. */
  readonly requests?: readonly PlanRequest[];
}

/** Before a plan was drafted. */
export const NO_PLAN: PlanOfApproach = { versions: [], outcomes: [], fulfilments: [] };
