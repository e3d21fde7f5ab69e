import type { Continuity, ContinuityInput } from '../../../domain/continuity/continuity.js';
import { coachChanges, coachLine } from './coach-line.js';
import { describe } from './job-change.js';
import { seenGrants, seenPlacements } from './seen.js';
import { changesBetween, staysOf } from './stays.js';

/** The continuity of one candidate by domain.md section 7 and readings 24 to 30, 51 and 52, day by day. */
export function oracleContinuity(input: ContinuityInput): Continuity {
  const { on, trajectories } = input;
  const placements = seenPlacements(trajectories, on);
  return {
    on,
    employers: placements.map((placement) => ({
      trajectoryId: placement.trajectoryId,
      placementId: placement.id,
      employerId: placement.employerId,
      kind: placement.kind,
      startsOn: placement.firstDay,
      endedOn: placement.lastDay ?? null,
    })),
    coaches: coachLine(trajectories, on),
    grants: seenGrants(trajectories, on).map((grant) => ({
      trajectoryId: grant.trajectoryId,
      grantId: grant.id,
      from: grant.from,
      to: grant.to,
      regime: grant.regime,
      minutes: grant.minutes ?? null,
    })),
    jobChanges: changesBetween(staysOf(placements))
      .map((change) => describe(change, input))
      .sort((a, b) => (a.startedOn + a.endedOn + a.to < b.startedOn + b.endedOn + b.to ? -1 : 1)),
    coachChanges: coachChanges(trajectories, on),
  };
}
