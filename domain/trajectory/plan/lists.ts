/** The closed lists of a plan of approach. Their members are stored: they are never renamed. */

/** Who agrees a plan (domain.md section 2; MKB 3.3.3: candidate, employer, municipality or UWV, and coach). */
export const PLAN_PARTIES = ['candidate', 'employer', 'funder', 'coach'] as const;
export type PlanParty = (typeof PLAN_PARTIES)[number];

/** Work goals and personal goals (UWV 2014 A.6). */
export const GOAL_KINDS = ['work', 'personal'] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];

/** Who organises, pays or answers for what was agreed; of `other` the sealed text says who. */
export const AGREEMENT_PARTIES = [...PLAN_PARTIES, 'organisation', 'other'] as const;
export type AgreementParty = (typeof AGREEMENT_PARTIES)[number];

/** How a goal ended. */
export const GOAL_OUTCOMES = ['reached', 'dropped'] as const;
export type GoalOutcomeKind = (typeof GOAL_OUTCOMES)[number];
