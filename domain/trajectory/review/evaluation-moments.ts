import { dateOf } from '../../limits/days.js';
import { deadlineStatus } from '../../limits/deadline-status.js';
import { evaluationRhythm } from '../../limits/evaluation-rhythm.js';
import type { Deadline } from '../../limits/limits.js';
import type { RuleSet } from '../../rule-sets/rule-set.js';
import { type CalendarDate, compareDays, dayNumber } from '../../shared/calendar.js';
import type { Id } from '../../shared/ids.js';
import type { TrajectoryFacts } from '../facts.js';
import { type AgreementOnDay, latestPlanOn, planOnDay } from '../plan/plan-on.js';
import type { EvaluationKind } from './lists.js';

/** Where an evaluation comes from: the plan of approach, somebody who planned it, or the rules (reading 46). */
export type MomentSource = 'plan' | 'planned' | 'rules';

/** A day by which an evaluation is due. */
export interface EvaluationMoment {
  readonly dueOn: CalendarDate;
  readonly source: MomentSource;
  /** Where it was stated. */
  readonly kind: EvaluationKind | null;
  readonly status: Deadline['status'];
  /** The day of the evaluation that settled it. */
  readonly heldOn: CalendarDate | null;
  /** The agreements to be discussed there: those due since the moment before, and all that are overdue. */
  readonly agreementIds: readonly Id[];
}

type Unsettled = Omit<EvaluationMoment, 'agreementIds' | 'status'>;

/**
 * Every evaluation of the trajectory as the calendar stands on `on`, by due day: those of the version of the plan in
 * force, those that somebody planned, and those that the rules ask for. Each source is settled by itself, so one
 * evaluation may settle one of each. Nothing new falls due once the trajectory is closed. Agreements that were not kept
 * are carried into the first evaluation that is still to be held (MKB: unmet agreements come back in the evaluation).
 */
export function evaluationMoments(
  facts: TrajectoryFacts,
  ruleSet: RuleSet,
  on: CalendarDate,
): readonly EvaluationMoment[] {
  if (facts.openedOn > on) return [];
  const moments = [...ofPlan(facts, on), ...planned(facts, on), ...ofRules(facts, ruleSet, on)]
    .filter(({ dueOn, heldOn }) => heldOn !== null || facts.closedOn === undefined || dueOn <= facts.closedOn)
    .sort((a, b) => compareDays(a.dueOn, b.dueOn) || SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source));
  const unmet = unmetAgreements(facts, on);
  const coming = moments.filter(({ heldOn }) => heldOn === null);
  return moments.map((moment) => ({
    ...moment,
    status: statusOf(moment, on),
    agreementIds: unmet
      .filter((agreement) => momentFor(agreement, coming) === moment)
      .map((agreement) => agreement.id),
  }));
}

const SOURCES: readonly MomentSource[] = ['plan', 'planned', 'rules'];

function ofPlan(facts: TrajectoryFacts, on: CalendarDate): Unsettled[] {
  const plan = latestPlanOn(facts.planOfApproach, on);
  if (plan === undefined) return [];
  const dues = plan.evaluationsOn.map((dueOn) => ({ dueOn, source: 'plan' as const, kind: null }));
  return settled(
    dues,
    heldBy(facts, on).filter((day) => day >= plan.draftedOn),
  );
}

function planned(facts: TrajectoryFacts, on: CalendarDate): Unsettled[] {
  const kinds = [...new Set(facts.evaluationPlans.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const dues = facts.evaluationPlans
      .filter((it) => it.kind === kind)
      .map(({ dueOn }) => ({ dueOn, source: 'planned' as const, kind }));
    return settled(dues, heldBy(facts, on, kind));
  });
}

function ofRules(facts: TrajectoryFacts, ruleSet: RuleSet, on: CalendarDate): Unsettled[] {
  const held = heldBy(facts, on).map(dayNumber);
  return evaluationRhythm(dayNumber(facts.openedOn), held, ruleSet.deadlines.evaluation).map(
    ({ due, settledOn }) => ({
      dueOn: dateOf(due),
      source: 'rules',
      kind: null,
      heldOn: settledOn === undefined ? null : dateOf(settledOn),
    }),
  );
}

/** The days of evaluations held by `on`, in order; of one kind when one is named. */
function heldBy(
  { evaluations }: Pick<TrajectoryFacts, 'evaluations'>,
  on: CalendarDate,
  kind?: EvaluationKind,
): CalendarDate[] {
  return evaluations
    .filter((it) => it.on <= on && (kind === undefined || it.kind === kind))
    .map((it) => it.on)
    .sort();
}

/** Each moment is settled by the first evaluation after the due day before it that settled no earlier one. */
function settled(dues: readonly Omit<Unsettled, 'heldOn'>[], held: readonly CalendarDate[]): Unsettled[] {
  const left = [...held];
  let before: CalendarDate | undefined;
  return [...dues]
    .sort((a, b) => compareDays(a.dueOn, b.dueOn))
    .map((due) => {
      const after = before;
      const at = left.findIndex((day) => after === undefined || day > after);
      before = due.dueOn;
      const [heldOn = null] = at < 0 ? [] : left.splice(at, 1);
      return { ...due, heldOn };
    });
}

function statusOf({ dueOn, heldOn }: Unsettled, on: CalendarDate): EvaluationMoment['status'] {
  const settledOn = heldOn === null ? undefined : dayNumber(heldOn);
  return deadlineStatus(dayNumber(dueOn), settledOn, dayNumber(on));
}

function unmetAgreements(facts: TrajectoryFacts, on: CalendarDate): readonly AgreementOnDay[] {
  const plan = latestPlanOn(facts.planOfApproach, on);
  if (plan === undefined) return [];
  return planOnDay(facts, plan, on).agreements.filter(({ state }) => state !== 'fulfilled');
}

/** The moment that an unmet agreement is for: the next one when it is overdue, else the first from its due day on. */
function momentFor(agreement: AgreementOnDay, coming: readonly Unsettled[]): Unsettled | undefined {
  return coming.find(({ dueOn }) => agreement.state === 'overdue' || dueOn >= agreement.dueOn);
}
