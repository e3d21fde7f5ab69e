import { withoutUndefined } from '../shared/fields.js';
import { refuseBadName } from '../shared/names.js';
import type { ChangeOrganisation, MoveRuleSet, NameCaseDirector, NameCaseManager } from './commands.js';
import type { CaseDirectorNamed, CaseManagerNamed, TrajectoryEvent } from './events.js';
import {
  decidedBefore,
  openedFacts,
  refuseAfterClosure,
  refuseBeforeOpening,
  refuseFutureEvidence,
  refuseUnrecognisedOrganisation,
} from './guards.js';
import { organisationOn, ruleSetReferenceOn } from './in-force-on.js';
import type { TrajectoryState } from './state.js';

/** Names who watches the plan for the funder (RCPA). */
export function nameCaseDirector(
  command: NameCaseDirector,
  state: TrajectoryState,
): readonly TrajectoryEvent[] {
  return named({ type: 'CaseDirectorNamed', data: namingOf(command) }, command, state);
}

/** Names who decides on benefit and enforcement for the funder, and so may not be the coach (OVAL). */
export function nameCaseManager(
  command: NameCaseManager,
  state: TrajectoryState,
): readonly TrajectoryEvent[] {
  return named({ type: 'CaseManagerNamed', data: namingOf(command) }, command, state);
}

function namingOf({ namingId, name, from, evidence }: NameCaseDirector | NameCaseManager) {
  return withoutUndefined({ namingId, name, from, evidence });
}

function named(
  event: CaseDirectorNamed | CaseManagerNamed,
  { namingId, name, from, evidence, today }: NameCaseDirector | NameCaseManager,
  state: TrajectoryState,
): readonly TrajectoryEvent[] {
  const facts = openedFacts(state);
  if (decidedBefore(state, namingId, event)) return [];
  refuseFutureEvidence(evidence, today);
  refuseAfterClosure(facts, from, 'from');
  refuseBadName(name, 'name');
  return [event];
}

/** Lets another organisation coach from `on` on, its first day. The one that coaches then already changes nothing. */
export function changeOrganisation(
  command: ChangeOrganisation,
  state: TrajectoryState,
): readonly TrajectoryEvent[] {
  const { changeId, organisationId, on, reason, candidateChose, evidence, circumstances, today } = command;
  const facts = openedFacts(state);
  const data = withoutUndefined({ changeId, organisationId, on, reason, candidateChose, evidence });
  const event: TrajectoryEvent = { type: 'OrganisationChanged', data };
  if (decidedBefore(state, changeId, event)) return [];
  refuseFutureEvidence(evidence, today);
  refuseBeforeOpening(facts, on, 'on');
  refuseAfterClosure(facts, on, 'on');
  if (organisationOn(facts, on) === organisationId) return [];
  refuseUnrecognisedOrganisation(circumstances.organisation, on);
  return [event];
}

/**
 * Moves the trajectory to another version of its funder's rules from `on` on; until then it keeps the version that it
 * is under (domain.md section 3). The version that holds then already changes nothing.
 */
export function moveRuleSet(command: MoveRuleSet, state: TrajectoryState): readonly TrajectoryEvent[] {
  const { moveId, version, on, reason, evidence, circumstances, today } = command;
  const facts = openedFacts(state);
  const ruleSet = { name: circumstances.ruleSet.name, version };
  const data = withoutUndefined({ moveId, ruleSet, on, reason, evidence });
  const event: TrajectoryEvent = { type: 'RuleSetMoved', data };
  if (decidedBefore(state, moveId, event)) return [];
  refuseFutureEvidence(evidence, today);
  refuseBeforeOpening(facts, on, 'on');
  refuseAfterClosure(facts, on, 'on');
  return ruleSetReferenceOn(facts, on).version === version ? [] : [event];
}
