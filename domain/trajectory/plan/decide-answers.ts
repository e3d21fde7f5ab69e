import { withoutUndefined } from '../../shared/fields.js';
import type { Id } from '../../shared/ids.js';
import { refuseBadName } from '../../shared/names.js';
import { decidedBefore, openedFacts, refuseAfterClosure, refuseFutureEvidence } from '../guards.js';
import { refuse } from '../refusals.js';
import { speakingEmployer } from '../speaking-employer.js';
import type { TrajectoryState } from '../state.js';
import type { AgreePlan, DeclinePlan } from './commands.js';
import { refuseNotLatest, versionAt } from './decide-versions.js';
import type { PlanAgreed, PlanDeclined } from './events.js';
import type { Plan, PlanAnswer } from './facts.js';
import type { PlanParty } from './lists.js';

/**
 * A party agrees the latest version. Who speaks for whom is for `domain/access` to judge; a party that agreed already
 * changes nothing by agreeing again. A version that was declined stays so until a revision.
 */
export function agreePlan(command: AgreePlan, state: TrajectoryState): readonly PlanAgreed[] {
  const { answerId, version, party, on, by, evidence, today } = command;
  const facts = openedFacts(state);
  const event = (planId: Id, employerId: Id | undefined): PlanAgreed => ({
    type: 'PlanAgreed',
    data: withoutUndefined({ answerId, planId, version, party, employerId, on, by, evidence }),
  });
  const plan = versionAt(facts.planOfApproach, version);
  if (decidedBefore(state, answerId, event(plan.id, command.employerId))) return [];
  refuseBadName(by, 'name');
  refuseFutureEvidence(evidence, today);
  const employerId = party === 'employer' ? speakingEmployer(facts, command.employerId, on) : undefined;
  if (said(plan, 'agreed', party, employerId)) return [];
  refuseNotLatest(facts.planOfApproach, plan);
  if (plan.answers.some(({ answer }) => answer === 'declined')) refuse('plan.declined');
  refuseAfterClosure(facts, on, 'on');
  return [event(plan.id, employerId)];
}

/** A party declines the latest version, which it had not agreed; declining again changes nothing. */
export function declinePlan(command: DeclinePlan, state: TrajectoryState): readonly PlanDeclined[] {
  const { answerId, version, party, on, reason, evidence, today } = command;
  const facts = openedFacts(state);
  const event = (planId: Id, employerId: Id | undefined): PlanDeclined => ({
    type: 'PlanDeclined',
    data: withoutUndefined({ answerId, planId, version, party, employerId, on, reason, evidence }),
  });
  const plan = versionAt(facts.planOfApproach, version);
  if (decidedBefore(state, answerId, event(plan.id, command.employerId))) return [];
  refuseFutureEvidence(evidence, today);
  const employerId = party === 'employer' ? speakingEmployer(facts, command.employerId, on) : undefined;
  if (said(plan, 'declined', party, employerId)) return [];
  refuseNotLatest(facts.planOfApproach, plan);
  if (said(plan, 'agreed', party, employerId)) refuse('plan.already-agreed');
  refuseAfterClosure(facts, on, 'on');
  return [event(plan.id, employerId)];
}

function said(
  { answers }: Plan,
  what: PlanAnswer['answer'],
  party: PlanParty,
  employerId: Id | undefined,
): boolean {
  return answers.some(
    (answer) => answer.answer === what && answer.party === party && answer.employerId === employerId,
  );
}
