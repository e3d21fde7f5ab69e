import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import type { PlacementKind, Regime } from '../../../domain/shared/lists.js';
import type { Session, TrajectoryRecord, WeeklyHours } from '../../../domain/trajectory/facts.js';
import { earliestOf, latestOf } from './calendar.js';

/** A placement as it stands on a day: reading 6. */
export interface SeenPlacement {
  readonly id: Id;
  /** Its own id and those under which it was recorded again (reading 52). */
  readonly ids: readonly Id[];
  readonly trajectoryId: Id;
  /** When the trajectory that holds it opened (reading 2). */
  readonly openedOn: CalendarDate;
  readonly employerId: Id;
  readonly kind: PlacementKind;
  readonly firstDay: CalendarDate;
  /** Undefined while it runs. */
  readonly lastDay: CalendarDate | undefined;
  readonly hours: readonly WeeklyHours[];
  readonly sameWorkAs: Id | undefined;
}

/** A grant as the last decision on or before a day has it (readings 6 and 18). */
export interface SeenGrant {
  readonly id: Id;
  readonly trajectoryId: Id;
  readonly placementId: Id | undefined;
  readonly decidedOn: CalendarDate;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly regime: Regime;
  readonly minutes: number | undefined;
  readonly beyondLimit: boolean;
}

/** The order of placements: by first day, then the smaller id (reading 54). */
export function byFirstDay(a: SeenPlacement, b: SeenPlacement): number {
  return a.firstDay !== b.firstDay ? (a.firstDay < b.firstDay ? -1 : 1) : a.id < b.id ? -1 : 1;
}

/**
 * Reading 52: placements "at the same employer with the same first day and kind count once". The smaller id stands
 * for them (reading 54), from the earliest opening, to the latest end that one of them knows.
 */
function countedOnce(placements: readonly SeenPlacement[]): SeenPlacement[] {
  const counted: SeenPlacement[] = [];
  for (const placement of placements) {
    const place = counted.findIndex(
      (each) =>
        each.employerId === placement.employerId &&
        each.firstDay === placement.firstDay &&
        each.kind === placement.kind,
    );
    const same = counted[place];
    if (same === undefined) {
      counted.push(placement);
      continue;
    }
    const ends = [same.lastDay, placement.lastDay].filter((day) => day !== undefined);
    counted[place] = {
      ...same,
      ids: [...same.ids, ...placement.ids],
      openedOn: earliestOf(same.openedOn, placement.openedOn),
      lastDay: ends.length === 0 ? undefined : latestOf(...ends),
    };
  }
  return counted;
}

/** Reading 6: "placements that start after it are left out, an ending after it has not happened yet". */
export function seenPlacements(records: readonly TrajectoryRecord[], on: CalendarDate): SeenPlacement[] {
  const seen = records
    .flatMap(({ facts }) =>
      facts.placements.map((placement) => ({
        id: placement.id,
        ids: [placement.id],
        trajectoryId: facts.id,
        openedOn: facts.openedOn,
        employerId: placement.employerId,
        kind: placement.kind,
        firstDay: placement.startsOn,
        lastDay: placement.endedOn !== undefined && placement.endedOn <= on ? placement.endedOn : undefined,
        hours: placement.hours,
        sameWorkAs: placement.sameWorkAs,
      })),
    )
    .filter((placement) => placement.firstDay <= on)
    .sort(byFirstDay);
  return countedOnce(seen);
}

/** Reading 6: "grants decided after it are left out"; reading 18: a revision replaces. */
export function seenGrants(records: readonly TrajectoryRecord[], on: CalendarDate): SeenGrant[] {
  return records
    .flatMap(({ facts }) =>
      facts.grants.flatMap((grant): SeenGrant[] => {
        const decision = grant.decisions.filter((each) => each.decidedOn <= on).at(-1);
        if (decision === undefined) return [];
        return [
          {
            id: grant.id,
            trajectoryId: facts.id,
            placementId: grant.placementId,
            decidedOn: decision.decidedOn,
            from: decision.from,
            to: decision.to,
            regime: decision.regime,
            minutes: decision.minutes,
            beyondLimit: decision.beyondLimit,
          },
        ];
      }),
    )
    .sort((a, b) => (a.from !== b.from ? (a.from < b.from ? -1 : 1) : a.id < b.id ? -1 : 1));
}

/** Reading 27: sessions of any activity and form, not withdrawn, up to `on`. */
export function seenSessions(records: readonly TrajectoryRecord[], on: CalendarDate): Session[] {
  return records
    .flatMap((record) => record.sessions)
    .filter((session) => !session.withdrawn && session.on <= on);
}

/** True when the placement runs on that day, both ends included (reading 34). */
export function runsOn(placement: SeenPlacement, day: CalendarDate): boolean {
  return placement.firstDay <= day && (placement.lastDay === undefined || day <= placement.lastDay);
}

/** The latest started of the placements that run on that day; of those that began on one day the smaller id. */
export function latestStartedOn(
  placements: readonly SeenPlacement[],
  day: CalendarDate,
): SeenPlacement | undefined {
  const running = placements.filter((placement) => runsOn(placement, day)).sort(byFirstDay);
  const latestStart = running.at(-1)?.firstDay;
  return running.find((placement) => placement.firstDay === latestStart);
}
