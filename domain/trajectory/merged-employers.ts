import type { Id } from '../shared/ids.js';
import { type Survivors, survivorOf } from '../shared/survivors.js';
import type { TrajectoryFacts, TrajectoryRecord } from './facts.js';
import type { PlanAnswer, PlanOfApproach } from './plan/facts.js';

/** Every employer that the facts name, each once, as they were recorded. */
export function employersIn(facts: TrajectoryFacts): readonly Id[] {
  return [...new Set(facts.placements.map(({ employerId }) => employerId))];
}

/**
 * The facts with every employer under the id of the one that stays, so that whatever is computed takes two
 * registrations of one employer for one (reading 7). What is stored keeps the ids that it was recorded with.
 */
export function withOneEmployer(facts: TrajectoryFacts, survivors: Survivors): TrajectoryFacts {
  if (!facts.placements.some(({ employerId }) => survivors.has(employerId))) return facts;
  const placements = facts.placements.map((placement) => ({
    ...placement,
    employerId: survivorOf(survivors, placement.employerId),
  }));
  return { ...facts, placements, planOfApproach: withOneEmployerEach(facts.planOfApproach, survivors) };
}

/** What one of the two registrations agreed, the employer agreed. */
function withOneEmployerEach(plan: PlanOfApproach, survivors: Survivors): PlanOfApproach {
  const answered = (answer: PlanAnswer): PlanAnswer =>
    answer.employerId === undefined
      ? answer
      : { ...answer, employerId: survivorOf(survivors, answer.employerId) };
  const versions = plan.versions.map((version) => ({ ...version, answers: version.answers.map(answered) }));
  return { ...plan, versions };
}

/** A whole trajectory with every employer under the id of the one that stays, its contacts too. */
export function recordWithOneEmployer<Whole extends TrajectoryRecord>(
  record: Whole,
  survivors: Survivors,
): Whole {
  if (survivors.size === 0) return record;
  const employerContacts = record.employerContacts.map((contact) => ({
    ...contact,
    employerId: survivorOf(survivors, contact.employerId),
  }));
  return { ...record, facts: withOneEmployer(record.facts, survivors), employerContacts };
}
