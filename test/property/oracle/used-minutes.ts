import type { Id } from '../../../domain/shared/ids.js';
import type { Session, TrajectoryRecord } from '../../../domain/trajectory/facts.js';
import { employerOfNamed } from './grant-employer.js';
import type { Stretch } from './hours.js';
import { latestStartedOn, runsOn, type SeenPlacement } from './seen.js';

/** Reading 23: "the session's own placement, else the latest started that runs that day". */
function employerOfSession(
  session: Session,
  placements: readonly SeenPlacement[],
  records: readonly TrajectoryRecord[],
): Id | undefined {
  return session.placementId !== undefined
    ? employerOfNamed(session.placementId, records)
    : latestStartedOn(placements, session.on)?.employerId;
}

/**
 * Readings 23 and 38: the minutes of the sessions in the stretch on a day with a placement, floor(minutes ÷
 * groupSize) each; with `employerId` only of the sessions at that employer.
 */
export function usedIn(
  stretch: Stretch,
  sessions: readonly Session[],
  placements: readonly SeenPlacement[],
  records: readonly TrajectoryRecord[],
  outsideCounts: boolean,
  employerId?: Id,
): number {
  let used = 0;
  for (const session of sessions) {
    if (session.on < stretch.from || session.on > stretch.to) continue;
    if (!outsideCounts && !placements.some((placement) => runsOn(placement, session.on))) continue;
    if (employerId !== undefined && employerOfSession(session, placements, records) !== employerId) continue;
    used += Math.floor(session.minutes / session.groupSize);
  }
  return used;
}
