import type { CalendarDate } from '../shared/calendar.js';
import { byId, type Id } from '../shared/ids.js';
import type { PlacementKind } from '../shared/lists.js';
import type { TrajectoryRecord } from '../trajectory/facts.js';

/** A placement of the candidate as it stands on a day, counted once however many trajectories hold it (reading 52). */
export interface HeldPlacement {
  /** Of several recordings the smaller id (reading 54). */
  readonly id: Id;
  /** The trajectories that hold it, that of `id` first. */
  readonly trajectoryIds: readonly [Id, ...Id[]];
  readonly employerId: Id;
  readonly kind: PlacementKind;
  readonly startsOn: CalendarDate;
  /** The last day; undefined while it runs. */
  readonly endedOn: CalendarDate | undefined;
}

interface Starting {
  readonly id: Id;
  readonly startsOn: CalendarDate;
}

/** The order of placements: by first day, then the smaller id (reading 54). */
export function byStart(a: Starting, b: Starting): number {
  return a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : byId(a, b);
}

/**
 * The placements that `trajectories` hold, as they stand on `on`, in the order of their start: those that start later
 * are left out, an ending after it has not happened yet (reading 6), and one that several trajectories recorded counts
 * once (reading 52). Of several recordings the last end that one of them knows holds: a trajectory that was closed
 * before the job ended never hears of it.
 */
export function placementsOn(trajectories: readonly TrajectoryRecord[], on: CalendarDate): HeldPlacement[] {
  const recorded = trajectories
    .flatMap(({ facts }) => facts.placements.map((placement) => ({ ...placement, trajectoryId: facts.id })))
    .filter((placement) => placement.startsOn <= on)
    .sort(byStart);
  const held = new Map<string, HeldPlacement>();
  for (const { id, trajectoryId, employerId, kind, startsOn, endedOn } of recorded) {
    const key = `${employerId} ${kind} ${startsOn}`;
    const same = held.get(key);
    const ended = endedOn !== undefined && endedOn <= on ? endedOn : undefined;
    held.set(
      key,
      same === undefined
        ? { id, trajectoryIds: [trajectoryId], employerId, kind, startsOn, endedOn: ended }
        : {
            ...same,
            trajectoryIds: [...same.trajectoryIds, trajectoryId],
            endedOn: later(same.endedOn, ended),
          },
    );
  }
  return [...held.values()];
}

function later(a: CalendarDate | undefined, b: CalendarDate | undefined): CalendarDate | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}
