import { addDays, overlap } from '../../../../domain/shared/calendar.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { TrajectoryFacts } from '../../../../domain/trajectory/facts.js';
import type { Plan } from '../../../../domain/trajectory/plan/facts.js';
import { isAgreementOf } from '../../../../domain/trajectory/plan/plan-on.js';
import type { FileSight } from '../../../access/file-sight.js';
import type { OpenPlan } from './open-plan.js';

/** The versions that were in force on a day on which the candidate worked, or is to work, for this employer. */
export function plansOfEmployer(
  { planOfApproach, placements }: TrajectoryFacts,
  employerIds: readonly Id[],
): readonly Plan[] {
  const { versions } = planOfApproach;
  const own = placements.filter((placement) => employerIds.includes(placement.employerId));
  return versions.filter((plan, index) => {
    const next = versions[index + 1];
    const inForce = { from: plan.draftedOn, to: next && addDays(next.draftedOn, -1) };
    return own.some(({ startsOn, endedOn }) => overlap(inForce, { from: startsOn, to: endedOn }));
  });
}

/** The part of a plan that the reader sees; to an auditor the candidate who agreed has a pseudonym. */
export function partOf(sight: FileSight, plan: OpenPlan): OpenPlan {
  if (sight.of('plan').items === 'own') return ownPartOf(plan, sight.owner.employerIds);
  const { pseudonym } = sight;
  if (pseudonym === undefined) return plan;
  const agreedBy = plan.agreedBy.map((answer) =>
    answer.party === 'candidate' ? { ...answer, name: pseudonym } : answer,
  );
  return { ...plan, agreedBy };
}

/**
 * What an employer gets of a plan (domain.md section 9): the goals at work, the agreements that it organises, pays for or
 * is responsible for, when evaluations are, and what it said itself.
 */
function ownPartOf(plan: OpenPlan, employerIds: readonly Id[]): OpenPlan {
  const isOwn = (answer: { readonly employerId: Id | null }) => employerIds.includes(answer.employerId ?? '');
  const agreedBy = plan.agreedBy.filter(isOwn);
  return {
    ...plan,
    reason: null,
    needs: null,
    goals: plan.goals.filter(({ kind }) => kind === 'work'),
    agreements: plan.agreements.filter((agreement) => isAgreementOf(agreement, 'employer')),
    agreedBy,
    declinedBy: plan.declinedBy.filter(isOwn),
    agreedOnPaper: agreedBy.filter(({ onPaper }) => onPaper).length,
    employersToAgree: plan.employersToAgree.filter((id) => employerIds.includes(id)),
  };
}
