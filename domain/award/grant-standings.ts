import type { LimitsInput } from '../limits/index.js';
import { type CalendarDate, daysBetween } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { GrantDecision } from '../trajectory/facts.js';
import { applicationStandings } from './application-standings.js';

/** A grant as it stands on a day. */
export interface GrantStanding {
  readonly id: Id;
  /** Those decided by then, the one in force last (reading 18). */
  readonly decisions: readonly GrantDecision[];
  /** The earliest first day that lateness leaves (reading 31); null without a recorded application. */
  readonly earliestFirstDay: CalendarDate | null;
  /** Days that lateness leaves without a grant; null when its application is for nothing that has begun. */
  readonly unfundedDays: number | null;
  /** How many days it begins before the earliest first day: more than the rule gives, which the funder may decide. */
  readonly daysBeforeReach: number;
  readonly objectionIds: readonly Id[];
}

/** Every grant of the trajectory that was decided by `on`, by its id. */
export function grantStandings(input: LimitsInput): ReadonlyMap<Id, GrantStanding> {
  const { on, trajectory } = input;
  const applications = applicationStandings(input);
  const standings = new Map<Id, GrantStanding>();
  for (const { id, applicationId, decisions: all } of trajectory.facts.grants) {
    const decisions = all.filter(({ decidedOn }) => decidedOn <= on);
    const inForce = decisions.at(-1);
    if (inForce === undefined) continue;
    const application = applicationId === undefined ? undefined : applications.get(applicationId);
    const earliestFirstDay = application?.earliestGrantDay ?? null;
    standings.set(id, {
      id,
      decisions,
      earliestFirstDay,
      unfundedDays: application?.reach?.unfundedDays ?? null,
      daysBeforeReach:
        earliestFirstDay === null ? 0 : Math.max(0, daysBetween(inForce.from, earliestFirstDay)),
      objectionIds: trajectory.facts.objections
        .filter(({ against, lodgedOn }) => against === id && lodgedOn <= on)
        .map((objection) => objection.id)
        .sort(),
    });
  }
  return standings;
}
