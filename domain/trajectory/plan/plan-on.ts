import { type CalendarDate, compareDays } from '../../shared/calendar.js';
import { byId, type Id } from '../../shared/ids.js';
import type { TrajectoryFacts } from '../facts.js';
import { employersToAgree, partiesToAgree } from './agreed-by-all.js';
import type { Plan, PlanAgreement, PlanAnswer, PlanGoal, PlanOfApproach } from './facts.js';
import type { GoalOutcomeKind, PlanParty } from './lists.js';

/** A goal and how far it is on a day. */
export interface GoalOnDay extends PlanGoal {
  readonly state: 'open' | GoalOutcomeKind;
  /** The day on which it was reached or dropped. */
  readonly endedOn: CalendarDate | null;
}

/** An agreement and how far it is on a day: `open` up to and including `dueOn`. */
export interface AgreementOnDay extends PlanAgreement {
  readonly state: 'open' | 'overdue' | 'fulfilled';
  readonly fulfilledOn: CalendarDate | null;
}

/** What a party said up to a day. */
export type AnswerOnDay = Omit<PlanAnswer, 'answer'>;

/** One version of the plan as it stands on a day. */
export interface PlanOnDay {
  readonly id: Id;
  readonly version: number;
  readonly draftedOn: CalendarDate;
  /** The first day on which every party had agreed; a new employer is asked again all the same. */
  readonly agreedByAllOn: CalendarDate | null;
  /** `declined` stays so until a revision; `agreed` while nobody has still to agree; else `asked`. */
  readonly state: 'asked' | 'agreed' | 'declined';
  readonly agreedBy: readonly AnswerOnDay[];
  readonly declinedBy: readonly AnswerOnDay[];
  /** Who has still to agree; nobody while the version is declined. */
  readonly toAgree: readonly PlanParty[];
  /** Which employers those are. */
  readonly employersToAgree: readonly Id[];
  /** The main ones first. */
  readonly goals: readonly GoalOnDay[];
  readonly agreements: readonly AgreementOnDay[];
  readonly evaluationsOn: readonly CalendarDate[];
}

/** The version in force on `on`: the last that was drafted by then; undefined before the first. */
export function latestPlanOn({ versions }: PlanOfApproach, on: CalendarDate): Plan | undefined {
  return versions.findLast(({ draftedOn }) => draftedOn <= on);
}

/** `plan`, a version of the plan of `facts`, as it stands on `on`. */
export function planOnDay(facts: TrajectoryFacts, plan: Plan, on: CalendarDate): PlanOnDay {
  const { id, version, draftedOn, evaluationsOn } = plan;
  const answers = plan.answers.filter((answer) => answer.on <= on);
  const declinedBy = saying(answers, 'declined');
  const isDeclined = declinedBy.length > 0;
  const toAgree = isDeclined ? [] : partiesToAgree(plan, facts, on);
  const agreedOn = facts.plans.find((other) => other.version === version)?.agreedByAllOn;
  return {
    id,
    version,
    draftedOn,
    agreedByAllOn: agreedOn !== undefined && agreedOn <= on ? agreedOn : null,
    state: isDeclined ? 'declined' : toAgree.length === 0 ? 'agreed' : 'asked',
    agreedBy: saying(answers, 'agreed'),
    declinedBy,
    toAgree,
    employersToAgree: isDeclined ? [] : employersToAgree(plan, facts, on),
    goals: plan.goals.map((goal) => goalOn(goal, facts.planOfApproach, on)),
    agreements: plan.agreements.map((agreement) => agreementOn(agreement, facts.planOfApproach, on)),
    evaluationsOn,
  };
}

/** Who said so, by day, then by id. */
function saying(answers: readonly PlanAnswer[], what: PlanAnswer['answer']): AnswerOnDay[] {
  return answers
    .filter(({ answer }) => answer === what)
    .sort((a, b) => compareDays(a.on, b.on) || byId(a, b))
    .map(({ answer: _, ...rest }) => rest);
}

function goalOn(goal: PlanGoal, { outcomes }: PlanOfApproach, on: CalendarDate): GoalOnDay {
  const ended = outcomes.find((it) => it.goalId === goal.id && it.on !== undefined && it.on <= on);
  return { ...goal, state: ended?.outcome ?? 'open', endedOn: ended?.on ?? null };
}

function agreementOn(
  agreement: PlanAgreement,
  { fulfilments }: PlanOfApproach,
  on: CalendarDate,
): AgreementOnDay {
  const done = fulfilments.find(
    (it) => it.agreementId === agreement.id && it.on !== undefined && it.on <= on,
  );
  const state = done ? 'fulfilled' : agreement.dueOn < on ? 'overdue' : 'open';
  return { ...agreement, state, fulfilledOn: done?.on ?? null };
}

/** True when the party organises the agreement, pays for it or is responsible: then it is their own (domain.md section 9). */
export function isAgreementOf({ organisedBy, paidBy, responsible }: WhoDoesWhat, party: PlanParty): boolean {
  return [organisedBy, paidBy, responsible].includes(party);
}

/** Who organises, pays and is responsible: parties, or whoever else that is. */
interface WhoDoesWhat {
  readonly organisedBy: string | null;
  readonly paidBy: string | null;
  readonly responsible: string | null;
}
