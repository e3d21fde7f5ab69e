import { coachChanges, coachLine } from './coach-line.js';
import type { Continuity, ContinuityInput } from './continuity.js';
import { placementsOn } from './held-placements.js';
import { jobChangesOf } from './job-changes.js';
import { employerLine, grantLine } from './lines.js';

export type {
  FitCarrying,
  JobChangeOverview,
  JobChangeOverviewInput,
} from './job-change.js';
export { jobChangeOverview, newJobOf } from './job-change.js';
export { summarise } from './summary.js';

/**
 * What is known on `input.on` of the continuity of one candidate, across trajectories, funders and employers
 * (domain.md section 7; readings 6, 7, 17, 24 to 30, 34, 51, 52 and 54). The order of facts never matters.
 */
export function continuityOf(input: ContinuityInput): Continuity {
  const { on, trajectories } = input;
  const placements = placementsOn(trajectories, on);
  return {
    on,
    employers: employerLine(placements),
    coaches: coachLine(trajectories, on),
    grants: grantLine(trajectories, on),
    jobChanges: jobChangesOf(input, placements),
    coachChanges: coachChanges(trajectories, on),
  };
}
