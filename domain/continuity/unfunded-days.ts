import { careerOf, careerOn } from '../limits/career.js';
import { dayOrNever } from '../limits/days.js';
import { type AwardedGrant, grantsOn } from '../limits/grants.js';
import { type CalendarDate, dayNumber } from '../shared/calendar.js';
import { continuedBy } from './continued.js';
import type { TrajectoryUnderRules } from './continuity.js';
import type { Stay } from './stays.js';

/**
 * The grants of every trajectory that were decided by `on`, each with the employer that it is for. Which placement
 * that is (reading 17) goes by the trajectory of the grant and those it continues: another funder's placements are
 * not what it was given for.
 */
export function awardedGrants(
  trajectories: readonly TrajectoryUnderRules[],
  on: CalendarDate,
): AwardedGrant[] {
  const day = dayNumber(on);
  return trajectories.flatMap((trajectory) => {
    const own = new Set(trajectory.facts.grants.map((grant) => grant.id));
    const career = careerOf(trajectory, continuedBy(trajectory, trajectories));
    return grantsOn(careerOn(career, day), day).filter((grant) => own.has(grant.id));
  });
}

/**
 * Those of `grants` that count for a new stay (reading 30): where the binding clock of the trajectory that holds the
 * new placement (reading 52) is employment-scoped only those for the new employer, else any of the candidate.
 */
export function grantsForStay(
  trajectories: readonly TrajectoryUnderRules[],
  grants: readonly AwardedGrant[],
  stay: Stay,
): readonly AwardedGrant[] {
  const [holder] = stay.placements[0].trajectoryIds;
  const scope = trajectories.find(({ facts }) => facts.id === holder)?.ruleSet.clock.scope;
  return scope === 'person' ? grants : grants.filter(({ employerId }) => employerId === stay.employerId);
}

/**
 * The days from the first day of the new stay to the first that one of `grants` covers, at most to the day before `on`
 * and to the stay's last day (reading 30). `grants` are those that count for the stay.
 */
export function unfundedDays(grants: readonly AwardedGrant[], stay: Stay, on: CalendarDate): number {
  const start = dayNumber(stay.startsOn);
  const covered = grants.filter((grant) => start < grant.end).map((grant) => Math.max(start, grant.start));
  const limit = Math.min(dayNumber(on), dayOrNever(stay.endedOn) + 1);
  return Math.max(0, Math.min(limit, ...covered) - start);
}
