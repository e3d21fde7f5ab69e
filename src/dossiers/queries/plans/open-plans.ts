import { Injectable } from '@nestjs/common';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Protected } from '../../../../domain/shared/protected.js';
import type { AgreementTexts, PlanTexts } from '../../../../domain/trajectory/plan/events.js';
import type { Plan } from '../../../../domain/trajectory/plan/facts.js';
import {
  type AgreementOnDay,
  type AnswerOnDay,
  type PlanOnDay,
  planOnDay,
} from '../../../../domain/trajectory/plan/plan-on.js';
import type { PlanAnswerData } from '../../../../projections/trajectory/plan-items.js';
import type { TrajectoryItem } from '../../../../projections/trajectory/trajectory.query.js';
import { FORGOTTEN } from '../../../privacy/forgotten.js';
import type { Dossier } from '../../dossiers.js';
import type { OpenAgreement, OpenAnswer, OpenPlan } from './open-plan.js';
import { partOf } from './own-plan.js';

/** Puts the words of a plan beside what the facts of its trajectory know of it. */
@Injectable()
export class OpenPlans {
  /**
   * What the reader sees of these versions of the plan of a trajectory on its day, in the same order. Two queries, however
   * many there are.
   */
  async of({ on, trajectory, file, sight }: Dossier, plans: readonly Plan[]): Promise<readonly OpenPlan[]> {
    const { facts } = trajectory;
    const found = await file.itemsById(plans.map(({ id }) => id));
    const items = plans.map((plan) => found.find(({ id }) => id === plan.id));
    const sealed = items.map(sealedTexts);
    const opened = await sight.texts.openAll<unknown>(sealed.flat());
    let next = 0;
    return plans.map((plan, index) => {
      const count = sealed[index]?.length ?? 0;
      const values = opened.slice(next, next + count);
      next += count;
      return partOf(sight, openPlan(planOnDay(facts, plan, on), items[index], values));
    });
  }
}

const answersOf = (item: TrajectoryItem | undefined) =>
  (item?.data.answers ?? []) as readonly PlanAnswerData[];

/** The words of an item in an order that `openPlan` knows: those of the plan, its reason, then one of each answer. */
function sealedTexts(item: TrajectoryItem | undefined): readonly Protected<unknown>[] {
  const answers = answersOf(item).map((answer) => ('by' in answer ? answer.by : answer.reason));
  return [item?.data.texts, item?.data.reason, ...answers];
}

function openPlan(plan: PlanOnDay, item: TrajectoryItem | undefined, words: readonly unknown[]): OpenPlan {
  const [ofPlan, reason, ...ofAnswers] = words;
  const texts = known<PlanTexts>(ofPlan);
  const said = new Map(
    answersOf(item).map(({ answerId }, index) => [answerId, known<string>(ofAnswers[index])]),
  );
  const { agreedBy, declinedBy } = plan;
  return {
    ...plan,
    recordedAt: item?.recordedAt ?? '',
    reason: known<string>(reason),
    goals: plan.goals.map((goal) => ({
      ...goal,
      kind: goal.kind ?? null,
      what: texts?.goals.find(({ goalId }) => goalId === goal.id)?.what ?? null,
    })),
    needs: texts?.needs ?? null,
    agreements: plan.agreements.map((agreement) => openAgreement(agreement, texts)),
    agreedBy: agreedBy.map((answer) => ({ ...withEmployer(answer), name: said.get(answer.id) ?? null })),
    declinedBy: declinedBy.map((answer) => ({
      ...withEmployer(answer),
      reason: said.get(answer.id) ?? null,
    })),
    agreedOnPaper: agreedBy.filter(({ onPaper }) => onPaper).length,
  };
}

function withEmployer({ employerId = null, ...answer }: AnswerOnDayOrNone): OpenAnswer {
  return { ...answer, employerId };
}

/** An answer of which the employer may be missing, for nobody else has one. */
type AnswerOnDayOrNone = Omit<AnswerOnDay, 'employerId'> & { readonly employerId?: Id | null };

function openAgreement(agreement: AgreementOnDay, texts: PlanTexts | null): OpenAgreement {
  const words = texts?.agreements.find(({ agreementId }) => agreementId === agreement.id);
  const who = (field: 'organisedBy' | 'paidBy' | 'responsible') =>
    agreement[field] === 'other' ? otherIn(words, field) : agreement[field];
  return {
    ...agreement,
    what: words?.what ?? null,
    organisedBy: who('organisedBy'),
    paidBy: who('paidBy'),
    responsible: who('responsible'),
  };
}

/** Who it is in words; a text that says just `other` is that word. */
function otherIn(
  words: AgreementTexts | undefined,
  field: 'organisedBy' | 'paidBy' | 'responsible',
): string | null {
  return words === undefined ? null : (words[field] ?? 'other');
}

/** What was opened; null when it is not there or its person was forgotten. */
function known<Value>(value: unknown): Value | null {
  return value === undefined || value === FORGOTTEN ? null : (value as Value);
}
