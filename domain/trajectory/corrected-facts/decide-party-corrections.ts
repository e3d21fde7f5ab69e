import { withoutUndefined } from '../../shared/fields.js';
import { refuseBadName } from '../../shared/names.js';
import { effectiveChanges, isEmpty, touches } from '../corrections.js';
import type { NamedRole, TrajectoryFacts } from '../facts.js';
import {
  openedFacts,
  refuseAfterClosure,
  refuseBeforeOpening,
  refuseFutureEvidence,
  refuseUnrecognisedOrganisation,
} from '../guards.js';
import { refuse } from '../refusals.js';
import type { TrajectoryState } from '../state.js';
import type {
  CorrectCaseDirector,
  CorrectCaseManager,
  CorrectOrganisationChange,
  CorrectRuleSetMove,
} from './commands.js';
import { factCorrectionEvents } from './event-definitions.js';
import type { CaseDirectorCorrected, FactCorrectionEvent } from './events.js';

/** Corrects who watches the plan for the funder, or from when. */
export function correctCaseDirector(
  command: CorrectCaseDirector,
  state: TrajectoryState,
): readonly FactCorrectionEvent[] {
  const data = correctedNaming('case-director', command, openedFacts(state));
  return data === undefined ? [] : [{ type: 'CaseDirectorCorrected', data }];
}

/** Corrects who decides on benefit and enforcement for the funder, or from when. */
export function correctCaseManager(
  command: CorrectCaseManager,
  state: TrajectoryState,
): readonly FactCorrectionEvent[] {
  const data = correctedNaming('case-manager', command, openedFacts(state));
  return data === undefined ? [] : [{ type: 'CaseManagerCorrected', data }];
}

/** What is corrected of a naming; undefined when nothing is. */
function correctedNaming(
  role: NamedRole,
  { namingId, reason, evidence, today, ...command }: CorrectCaseDirector | CorrectCaseManager,
  facts: TrajectoryFacts,
): CaseDirectorCorrected['data'] | undefined {
  const held =
    facts.namings.find((it) => it.id === namingId && it.role === role) ?? refuse(`${role}.not-found`);
  const { protect } = factCorrectionEvents.CaseDirectorCorrected;
  const changes = effectiveChanges(command.changes, held, [], protect);
  if (isEmpty(changes)) return undefined;
  refuseFutureEvidence(evidence, today);
  if (changes.from) refuseAfterClosure(facts, changes.from, 'from');
  if (changes.name) refuseBadName(changes.name, 'name');
  return withoutUndefined({ namingId, reason, ...changes, evidence });
}

/** Corrects to which organisation the trajectory went, or from when. */
export function correctOrganisationChange(
  command: CorrectOrganisationChange,
  state: TrajectoryState,
): readonly FactCorrectionEvent[] {
  const { changeId, reason, evidence, circumstances, today } = command;
  const facts = openedFacts(state);
  const held =
    facts.organisationChanges.find(({ id }) => id === changeId) ?? refuse('organisation-change.not-found');
  const { protect } = factCorrectionEvents.OrganisationChangeCorrected;
  const changes = effectiveChanges(command.changes, held, [], protect);
  if (isEmpty(changes)) return [];
  refuseFutureEvidence(evidence, today);
  if (changes.on) refuseBadFirstDay(facts, changes.on);
  if (touches(changes, 'organisationId', 'on')) {
    refuseUnrecognisedOrganisation(circumstances.organisation, changes.on ?? held.on);
  }
  const data = withoutUndefined({ changeId, reason, ...changes, evidence });
  return [{ type: 'OrganisationChangeCorrected', data }];
}

/** Corrects to which version of the funder's rules the trajectory moved, or from when. */
export function correctRuleSetMove(
  command: CorrectRuleSetMove,
  state: TrajectoryState,
): readonly FactCorrectionEvent[] {
  const { moveId, reason, evidence, circumstances, today } = command;
  const facts = openedFacts(state);
  const held = facts.ruleSetMoves.find(({ id }) => id === moveId) ?? refuse('rule-set-move.not-found');
  const { protect } = factCorrectionEvents.RuleSetMoveCorrected;
  const asked = effectiveChanges(
    command.changes,
    { version: held.ruleSet.version, on: held.on },
    [],
    protect,
  );
  if (isEmpty(asked)) return [];
  const { version, on } = asked;
  refuseFutureEvidence(evidence, today);
  if (on) refuseBadFirstDay(facts, on);
  const ruleSet = version === undefined ? undefined : { name: circumstances.ruleSet.name, version };
  const data = withoutUndefined({ moveId, reason, ruleSet, on, evidence });
  return [{ type: 'RuleSetMoveCorrected', data }];
}

function refuseBadFirstDay(facts: TrajectoryFacts, on: TrajectoryFacts['openedOn']): void {
  refuseBeforeOpening(facts, on, 'on');
  refuseAfterClosure(facts, on, 'on');
}
