import { withoutUndefined } from '../shared/fields.js';
import type { CloseTrajectory, OpenTrajectory } from './commands.js';
import type { TrajectoryEvent } from './events.js';
import { decidedBefore, openedFacts, refuseUnrecognisedOrganisation } from './guards.js';
import { refuse } from './refusals.js';
import type { TrajectoryState } from './state.js';

/** Opens the trajectory. Its opening, like an assignment, may lie ahead. */
export function openTrajectory(command: OpenTrajectory, state: TrajectoryState): readonly TrajectoryEvent[] {
  const { trajectoryId, candidateId, funderId, organisationId, ruleSet, openedOn, continues } = command;
  const data = { trajectoryId, candidateId, funderId, organisationId, ruleSet, openedOn, continues };
  const event: TrajectoryEvent = { type: 'TrajectoryOpened', data: withoutUndefined(data) };
  if (decidedBefore(state, trajectoryId, event)) return [];
  if (state.facts !== undefined) refuse('id.already-used');
  if (continues === trajectoryId) refuse('trajectory.continues-itself', 'continues');
  refuseUnrecognisedOrganisation(command.circumstances.organisation, openedOn);
  return [event];
}

/** Closes the trajectory after its last day `on`. What is dated up to that day may still be recorded. */
export function closeTrajectory(
  command: CloseTrajectory,
  state: TrajectoryState,
): readonly TrajectoryEvent[] {
  const { on, reason, result } = command;
  const facts = openedFacts(state);
  if (facts.closedOn === on) return [];
  if (facts.closedOn !== undefined) refuse('trajectory.closed');
  if (on < facts.openedOn) refuse('date.before-opening', 'on');
  return [{ type: 'TrajectoryClosed', data: { on, reason, result } }];
}
