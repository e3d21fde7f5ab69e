import { dayNumber } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { Regime } from '../shared/lists.js';
import type { Grant, GrantDecision } from '../trajectory/facts.js';
import { type Career, latestRunning, type Work } from './career.js';
import { type Day, type DayRange, shared } from './days.js';
import type { TermDays } from './terms.js';

/** A grant as it stands on a day, with the employer that it is for. */
export interface AwardedGrant extends DayRange {
  readonly id: Id;
  readonly applicationId: Id | undefined;
  readonly decidedOn: Day;
  readonly regime: Regime;
  /** The hours it states, in minutes; undefined when they follow from the regime. */
  readonly minutes: number | undefined;
  readonly beyondLimit: boolean;
  readonly employerId: Id | undefined;
  /** True when it names its placement: then only placements at that employer give hours (reading 19). */
  readonly named: boolean;
}

/** The decision that is in force on `on`: the last one decided by then (reading 18, `GrantRevised` replaces). */
export function decisionOn(grant: Grant, on: Day): GrantDecision | undefined {
  let inForce: GrantDecision | undefined;
  for (const decision of grant.decisions) {
    if (dayNumber(decision.decidedOn) > on) continue;
    if (inForce === undefined || decision.decidedOn >= inForce.decidedOn) inForce = decision;
  }
  return inForce;
}

/** The grants decided by `on`, by first day, then by id. */
export function grantsOn(career: Career, on: Day): AwardedGrant[] {
  const awarded: AwardedGrant[] = [];
  for (const grant of career.grants) {
    const decision = decisionOn(grant, on);
    if (decision === undefined) continue;
    const days = { start: dayNumber(decision.from), end: dayNumber(decision.to) + 1 };
    awarded.push({
      ...days,
      id: grant.id,
      applicationId: grant.applicationId,
      decidedOn: dayNumber(decision.decidedOn),
      regime: decision.regime,
      minutes: decision.minutes,
      beyondLimit: decision.beyondLimit,
      ...employerOf(career, days, grant.placementId),
    });
  }
  return awarded.sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
}

/**
 * The employer that a grant is for (reading 17): that of the placement it names, else of the placement that runs on
 * its first day (the latest started), else of the first that starts within its days, else of the last that ended
 * before it. Undefined when there is no placement for it at all.
 */
export function employerOf(
  career: Career,
  days: DayRange,
  placementId: Id | undefined,
): Pick<AwardedGrant, 'employerId' | 'named'> {
  const named = placementId === undefined ? undefined : career.workOf.get(placementId);
  if (named) return { employerId: named.employerId, named: true };
  const work =
    latestRunning(career.works, days.start) ??
    career.works.find((candidate) => candidate.start > days.start && candidate.start < days.end) ??
    lastEnded(career.works, days.start);
  return { employerId: work?.employerId, named: false };
}

function lastEnded(works: readonly Work[], day: Day): Work | undefined {
  let found: Work | undefined;
  for (const work of works) {
    if (work.end > day) continue;
    const later = found === undefined || work.end > found.end;
    if (later || (work.end === found?.end && work.start > found.start)) found = work;
  }
  return found;
}

/** The grants that count in terms at `employerId`; null (a person-scoped clock) takes them all (reading 17). */
export function grantsFor(grants: readonly AwardedGrant[], employerId: Id | null): readonly AwardedGrant[] {
  return employerId === null ? grants : grants.filter((grant) => grant.employerId === employerId);
}

/**
 * The days of a grant past the last day of a term. Where a second term at the same employer begins, later days count
 * in that one only (reading 8a).
 */
export function daysPast(term: TermDays, grant: DayRange): DayRange | undefined {
  return shared({ start: term.end, end: term.nextStart }, grant);
}

/** The grant with most of its days in `range`, on a tie the earliest, then the smaller id (reading 17a). */
export function mainGrant(grants: readonly AwardedGrant[], range: DayRange): Id | null {
  let best: Id | null = null;
  let most = 0;
  for (const grant of grants) {
    const days = shared(grant, range);
    if (days === undefined || days.end - days.start <= most) continue;
    most = days.end - days.start;
    best = grant.id;
  }
  return best;
}
