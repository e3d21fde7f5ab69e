import { decisionOn } from '../limits/grants.js';
import { type CalendarDate, dayNumber } from '../shared/calendar.js';
import { byId, type Id } from '../shared/ids.js';
import type { EmployerStretch, GrantStretch, TrajectoryUnderRules } from './continuity.js';
import type { HeldPlacement } from './held-placements.js';

function byDay<Item extends { readonly id: Id; readonly from: CalendarDate }>(a: Item, b: Item): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : byId(a, b);
}

/** The line of employers: every placement once, by first day, then by id; an end after the day has not come. */
export function employerLine(placements: readonly HeldPlacement[]): EmployerStretch[] {
  return placements.map(({ id, trajectoryIds, employerId, kind, startsOn, endedOn }) => ({
    trajectoryId: trajectoryIds[0],
    placementId: id,
    employerId,
    kind,
    startsOn,
    endedOn: endedOn ?? null,
  }));
}

/** The line of grants decided by `on`, each as its last decision by then has it, by first day, then by id. */
export function grantLine(trajectories: readonly TrajectoryUnderRules[], on: CalendarDate): GrantStretch[] {
  const stretches = trajectories.flatMap(({ facts }) =>
    facts.grants.flatMap((grant) => {
      const decision = decisionOn(grant, dayNumber(on));
      return decision ? [{ id: grant.id, trajectoryId: facts.id, ...decision }] : [];
    }),
  );
  return stretches.sort(byDay).map(({ id, trajectoryId, from, to, regime, minutes }) => ({
    trajectoryId,
    grantId: id,
    from,
    to,
    regime,
    minutes: minutes ?? null,
  }));
}
