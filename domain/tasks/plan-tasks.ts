import { newJobOf } from '../continuity/index.js';
import { datePlus } from '../limits/days.js';
import { ruleOfDeadline } from '../limits/index.js';
import { type CalendarDate, type CalendarPeriod, earliest, includes, latest } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import { employersOn } from '../trajectory/employers-on.js';
import type { TrajectoryEvent } from '../trajectory/events.js';
import type { TrajectoryFacts } from '../trajectory/facts.js';
import type { Plan } from '../trajectory/plan/facts.js';
import type { AgreementParty } from '../trajectory/plan/lists.js';
import { latestPlanOn, type PlanOnDay, planOnDay } from '../trajectory/plan/plan-on.js';
import { ruleFrom, type Task, type TaskRole, type TaskRule } from './task.js';
import { adoptedOn, type TaskFile, type TaskSource } from './task-file.js';

/** Who acts for a party to an agreement; for somebody else the coach sees to it. */
const ACTS_FOR: { readonly [Party in AgreementParty]: TaskRole } = {
  candidate: 'candidate',
  employer: 'employer',
  funder: 'case-director',
  coach: 'coach',
  organisation: 'coordinator',
  other: 'coach',
};

/** What the plan of approach asks: that it is drafted, agreed by each party, revised, and that agreements are kept. */
export const planTasks: TaskSource = (file) => ({
  on(day) {
    const adopted = adoptedOn(file, day);
    const term = adopted.ruleSet.deadlines.planAgreement;
    const asking: Asking = { file, on: day, term, rule: ruleOfDeadline(adopted, 'plan-agreement') };
    const { facts } = file.trajectory;
    const plan = latestPlanOn(facts.planOfApproach, day);
    if (plan === undefined) {
      const draft = forCoach('PlanDrafted', null, datePlus(facts.openedOn, term), asking.rule);
      return [draft, ...requestTasks('PlanDrafted', undefined, asking)];
    }
    const standing = planOnDay(facts, plan, day);
    return [
      ...versionTasks(plan, standing, asking),
      ...requestTasks('PlanRevised', plan, asking),
      ...agreementTasks(standing, facts, day),
    ];
  },
  changesWith: [file.trajectory, ...file.continued].map(
    ({ facts: { openedOn, planOfApproach, placements } }) => ({ openedOn, planOfApproach, placements }),
  ),
});

interface Asking {
  readonly file: TaskFile;
  readonly on: CalendarDate;
  readonly term: CalendarPeriod;
  readonly rule: TaskRule;
}

function forCoach(
  settledBy: TrajectoryEvent['type'],
  about: Id | null,
  dueOn: CalendarDate,
  rule: TaskRule,
): Task {
  return { kind: 'plan-agreement', about, for: 'coach', employerId: null, dueOn, rule, settledBy };
}

/**
 * Who has still to agree the version, each within the term from the day it was drafted (reading 47), a new employer from
 * its first day; and the revision that a decline or a new job asks for (domain.md section 7).
 */
function versionTasks(plan: Plan, standing: PlanOnDay, { file, on, term, rule }: Asking): Task[] {
  const { facts } = file.trajectory;
  const { id: about, draftedOn } = plan;
  const asked = { kind: 'plan-agreement', about, rule, settledBy: 'PlanAgreed' } as const;
  const tasks: Task[] = standing.toAgree
    .filter((party) => party !== 'employer')
    .map((party) => ({
      ...asked,
      for: ACTS_FOR[party],
      employerId: null,
      dueOn: datePlus(draftedOn, term),
    }));
  for (const employerId of standing.employersToAgree) {
    const dueOn = datePlus(latest(draftedOn, firstDayAt(employerId, facts, on)), term);
    tasks.push({ ...asked, for: 'employer', employerId, dueOn });
  }
  const job = newJobOf(file.trajectory, file.continued, on);
  if (job !== undefined && draftedOn < job.startsOn) {
    tasks.push(forCoach('PlanRevised', job.placementId, datePlus(job.startsOn, term), rule));
  } else if (standing.state === 'declined') {
    tasks.push(forCoach('PlanRevised', about, datePlus(draftedOn, term), rule));
  }
  return tasks;
}

/** A plan or a revision that was asked for, while there is no version of that day or later. */
function requestTasks(
  settledBy: TrajectoryEvent['type'],
  plan: Plan | undefined,
  { file, on, term, rule }: Asking,
): Task[] {
  const { requests = [] } = file.trajectory.facts.planOfApproach;
  return requests
    .filter(({ requestedOn }) => requestedOn <= on && (plan === undefined || plan.draftedOn < requestedOn))
    .map(({ id, requestedOn }) => forCoach(settledBy, id, datePlus(requestedOn, term), rule));
}

/** The first day of the job at the employer that runs on `on`. */
function firstDayAt(employerId: Id, { placements }: TrajectoryFacts, on: CalendarDate): CalendarDate {
  const [first = on, ...others] = placements
    .filter((one) => one.employerId === employerId && includes({ from: one.startsOn, to: one.endedOn }, on))
    .map(({ startsOn }) => startsOn);
  return earliest(first, ...others);
}

/** What was agreed and is not done yet, for who is responsible (MKB 3.3.3). */
function agreementTasks({ agreements }: PlanOnDay, facts: TrajectoryFacts, on: CalendarDate): Task[] {
  return agreements
    .filter(({ state }) => state !== 'fulfilled')
    .map(({ id, dueOn, responsible }) => ({
      kind: 'agreement',
      about: id,
      for: ACTS_FOR[responsible],
      employerId: responsible === 'employer' ? onlyEmployer(facts, on) : null,
      dueOn,
      rule: ruleFrom('MKB 3.3.3'),
      settledBy: 'AgreementFulfilled',
    }));
}

/** The employer where the candidate works on `on`; null when there is none or more than one. */
function onlyEmployer(facts: TrajectoryFacts, on: CalendarDate): Id | null {
  const [first, ...others] = new Set(employersOn(facts, on));
  return first === undefined || others.length > 0 ? null : first;
}
