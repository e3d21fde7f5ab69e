import type { Id } from '../../../domain/shared/ids.js';
import type { TrajectoryRecord } from '../../../domain/trajectory/facts.js';
import { latestStartedOn, type SeenGrant, type SeenPlacement } from './seen.js';

/** The employer that a named placement is at, also when that placement is still to start. */
export function employerOfNamed(
  placementId: Id | undefined,
  records: readonly TrajectoryRecord[],
): Id | undefined {
  return records.flatMap(({ facts }) => facts.placements).find((placement) => placement.id === placementId)
    ?.employerId;
}

/**
 * Reading 17: "A grant may name its placementId; without one it is for the employer of the placement that runs on
 * its first day (the latest started of several), else of the first that starts within its days, else of the last
 * that ended before it". Undefined when there is none.
 */
export function employerOfGrant(
  grant: SeenGrant,
  placements: readonly SeenPlacement[],
  records: readonly TrajectoryRecord[],
): Id | undefined {
  if (grant.placementId !== undefined) return employerOfNamed(grant.placementId, records);
  const running = latestStartedOn(placements, grant.from);
  if (running) return running.employerId;
  const starting = placements.find((each) => each.firstDay >= grant.from && each.firstDay <= grant.to);
  if (starting) return starting.employerId;
  let last: { readonly employerId: Id; readonly lastDay: string } | undefined;
  for (const { employerId, lastDay } of placements) {
    if (lastDay === undefined || lastDay >= grant.from) continue;
    if (last === undefined || lastDay > last.lastDay) last = { employerId, lastDay };
  }
  return last?.employerId;
}
