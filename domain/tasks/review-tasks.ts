import { ruleOfDeadline } from '../limits/index.js';
import { type EvaluationMoment, evaluationMoments } from '../trajectory/review/evaluation-moments.js';
import { ruleFrom, type Task } from './task.js';
import { adoptedOn, type TaskSource } from './task-file.js';

/** The evaluations that are still to be held: by the rules, by the plan, and as somebody planned them (reading 46). */
export const reviewTasks: TaskSource = (file) => {
  const { facts } = file.trajectory;
  return {
    on(day) {
      const adopted = adoptedOn(file, day);
      const coming = evaluationMoments(facts, adopted.ruleSet, day).filter(({ heldOn }) => heldOn === null);
      const rule = { rules: ruleOfDeadline(adopted, 'evaluation'), plan: PLAN, planned: PLAN } as const;
      return onePerDay(coming).map(
        ({ dueOn, source }): Task => ({
          kind: 'evaluation',
          about: null,
          for: 'coach',
          employerId: null,
          dueOn,
          rule: rule[source],
          settledBy: 'EvaluationHeld',
        }),
      );
    },
    changesWith: {
      plans: facts.planOfApproach.versions.map(({ draftedOn }) => draftedOn),
      held: facts.evaluationsHeldOn,
    },
  };
};

const PLAN = ruleFrom('MKB 3.3.3');

/** One evaluation settles all that fall due on one day; of those the one that the rules ask for is shown. */
function onePerDay(moments: readonly EvaluationMoment[]): readonly EvaluationMoment[] {
  const byDay = new Map<string, EvaluationMoment>();
  for (const moment of moments) {
    if (moment.source === 'rules' || !byDay.has(moment.dueOn)) byDay.set(moment.dueOn, moment);
  }
  return [...byDay.values()];
}
