import { addDays, type CalendarDate } from '../../shared/calendar.js';
import type { Id } from '../../shared/ids.js';
import { employersOn } from '../employers-on.js';
import type { TrajectoryFacts } from '../facts.js';
import type { Plan, PlanAnswer } from './facts.js';
import { PLAN_PARTIES, type PlanParty } from './lists.js';

type Placements = Pick<TrajectoryFacts, 'placements'>;

/** What was agreed of `plan` up to and including `on`. */
export function agreedUpTo({ answers }: Plan, on: CalendarDate): readonly PlanAnswer[] {
  return answers.filter((answer) => answer.answer === 'agreed' && answer.on <= on);
}

/**
 * The employers that are asked on `on`, those where the candidate works that day, and have not agreed `plan` by then; by
 * id, in whichever order the jobs were recorded.
 */
export function employersToAgree(plan: Plan, facts: Placements, on: CalendarDate): readonly Id[] {
  const agreed = agreedUpTo(plan, on);
  return [...new Set(employersOn(facts, on))]
    .filter((employerId) => !agreed.some((answer) => answer.employerId === employerId))
    .sort();
}

/**
 * The parties that have still to agree `plan` on `on`: candidate, funder, coach, and each employer where the candidate
 * works that day, so that a new employer is asked again. Another coach is not: what was agreed stays agreed.
 */
export function partiesToAgree(plan: Plan, facts: Placements, on: CalendarDate): readonly PlanParty[] {
  const agreed = agreedUpTo(plan, on);
  return PLAN_PARTIES.filter((party) =>
    party === 'employer'
      ? employersToAgree(plan, facts, on).length > 0
      : !agreed.some((answer) => answer.party === party),
  );
}

/**
 * The first day on which nobody had still to agree: that of an agreement, or the day after a job in which the employer
 * had not. Undefined while there is none, or when it came only after the version was declined or had been revised.
 */
function agreedByAllOn(plan: Plan, next: Plan | undefined, facts: Placements): CalendarDate | undefined {
  const declines = plan.answers.filter(({ answer }) => answer === 'declined').map(({ on }) => on);
  const afterJobs = facts.placements.flatMap(({ endedOn }) => (endedOn ? [addDays(endedOn, 1)] : []));
  const days = [...plan.answers.map(({ on }) => on), ...afterJobs].sort();
  return days.find(
    (day) =>
      !declines.some((declined) => declined <= day) &&
      (next === undefined || day <= next.draftedOn) &&
      partiesToAgree(plan, facts, day).length === 0,
  );
}

/**
 * `facts` with what its deadlines and job changes know of each version of the plan in place (reading 47). A version that
 * was once agreed by all stays so when the candidate goes to another employer: that one is asked, and shown as such.
 */
export function withPlanVersions(facts: TrajectoryFacts): TrajectoryFacts {
  const { versions } = facts.planOfApproach;
  if (versions.length === 0) return facts;
  const plans = versions.map((plan, index) => {
    const { version, draftedOn } = plan;
    const agreedOn = agreedByAllOn(plan, versions[index + 1], facts);
    return { version, draftedOn, ...(agreedOn && { agreedByAllOn: agreedOn }) };
  });
  return { ...facts, plans };
}
