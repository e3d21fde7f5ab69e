import type { SeparatePeriod } from '../../../domain/limits/limits.js';
import type { RuleSet } from '../../../domain/rule-sets/rule-set.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Session, TrajectoryRecord } from '../../../domain/trajectory/facts.js';
import { daysFrom, eachDay, LAST_KNOWN_DAY, latestOf, plusDays, plusPeriod } from './calendar.js';
import { employerOfGrant } from './grant-employer.js';
import { budgetOf, grantOf, type Stretch } from './hours.js';
import type { SeenGrant, SeenPlacement } from './seen.js';
import type { OracleTerm } from './terms.js';
import { usedIn } from './used-minutes.js';

/**
 * Reading 56: the unbroken stretches of a trial's days that lie outside the terms; an open end stays open, and what
 * would begin after `on` has not begun (reading 6).
 */
function stretchesOutside(trial: SeenPlacement, terms: readonly OracleTerm[], on: CalendarDate): Stretch[] {
  const horizon = plusDays(latestOf(trial.firstDay, ...terms.map((term) => term.end)), 1);
  const last = trial.lastDay ?? horizon;
  const stretches: { from: CalendarDate; to: CalendarDate }[] = [];
  for (const day of eachDay(trial.firstDay, last)) {
    if (terms.some((term) => term.start <= day && day < term.end)) continue;
    const current = stretches.at(-1);
    if (current !== undefined && plusDays(current.to, 1) === day) current.to = day;
    else stretches.push({ from: day, to: day });
  }
  const open = trial.lastDay === undefined ? stretches.at(-1) : undefined;
  if (open !== undefined) open.to = LAST_KNOWN_DAY;
  return stretches.filter((each) => each.from <= on);
}

/**
 * Reading 56: trial days outside every term of the clock (employment scope: of the terms at its employer), each with
 * its budget at year 1 over the year from the trial's first day, and its used minutes. A grant and a session are a
 * trial's when they are for and at its employer, in a person-scoped clock too: it is no part of the one term (17, 23).
 */
export function separatePeriodsOf(
  ruleSet: RuleSet,
  terms: readonly OracleTerm[],
  placements: readonly SeenPlacement[],
  grants: readonly SeenGrant[],
  sessions: readonly Session[],
  records: readonly TrajectoryRecord[],
  on: CalendarDate,
): SeparatePeriod[] {
  const { scope } = ruleSet.clock;
  return placements
    .filter((placement) => placement.kind === 'trial-placement')
    .flatMap((trial) => {
      const own = terms.filter((term) => scope === 'person' || term.employerId === trial.employerId);
      const forTrial = grants.filter(
        (grant) => employerOfGrant(grant, placements, records) === trial.employerId,
      );
      const year = { number: 1, days: daysFrom(trial.firstDay, plusPeriod(trial.firstDay, 'P1Y')) };
      return stretchesOutside(trial, own, on).map((stretch) => ({
        placementId: trial.id,
        employerId: trial.employerId,
        startsOn: stretch.from,
        lastDay: stretch.to === LAST_KNOWN_DAY ? null : stretch.to,
        budgetMinutes: budgetOf(
          stretch,
          forTrial,
          () => [trial],
          () => year,
          ruleSet,
        ),
        usedMinutes: usedIn(
          stretch,
          sessions,
          placements,
          records,
          ruleSet.sessionOutsidePlacementDeclarable,
          trial.employerId,
        ),
        grantId: grantOf(stretch, forTrial),
      }));
    })
    .sort((a, b) => (a.startsOn + a.placementId < b.startsOn + b.placementId ? -1 : 1));
}
