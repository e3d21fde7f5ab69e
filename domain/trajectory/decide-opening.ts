import { withoutUndefined } from '../shared/fields.js';
import type { OpenTrajectory } from './commands.js';
import type { TrajectoryEvent } from './events.js';
import { decidedBefore, refuseUnrecognisedOrganisation } from './guards.js';
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
