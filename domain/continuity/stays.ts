import { type CalendarDate, daysBetween, latest } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import { byStart, type HeldPlacement } from './held-placements.js';

/** The longest gap, in days strictly between, that one stay runs through (reading 24). */
const TOLERATED_GAP_DAYS = 28;

/** A time at one employer: placements of any kind with no more than a short gap between (reading 24). */
export interface Stay {
  readonly employerId: Id;
  readonly startsOn: CalendarDate;
  /** The last day; undefined while it runs. */
  readonly endedOn: CalendarDate | undefined;
  /** In the order of their start; the first one's id settles ties between stays. */
  readonly placements: readonly [HeldPlacement, ...HeldPlacement[]];
}

/** The number of days strictly between a last day and a first day, never below 0 (reading 8). */
export function gapDays(lastDay: CalendarDate, firstDay: CalendarDate): number {
  return Math.max(0, daysBetween(lastDay, firstDay) - 1);
}

/** The order of stays: by first day, then the smaller id of their first placement (reading 54). */
export function byFirstDay(a: Stay, b: Stay): number {
  return byStart(a.placements[0], b.placements[0]);
}

/** The stays that `placements` make up, in order of their first day; `placements` come in the order of their start. */
export function staysOf(placements: readonly HeldPlacement[]): Stay[] {
  const stays: Stay[] = [];
  const lastAt = new Map<Id, number>();
  for (const placement of placements) {
    const index = lastAt.get(placement.employerId);
    const running = index === undefined ? undefined : stays[index];
    if (index !== undefined && running && isOneStay(running, placement, placements)) {
      stays[index] = extended(running, placement);
    } else {
      lastAt.set(placement.employerId, stays.length);
      const { employerId, startsOn, endedOn } = placement;
      stays.push({ employerId, startsOn, endedOn, placements: [placement] });
    }
  }
  return stays.sort(byFirstDay);
}

function isOneStay(stay: Stay, next: HeldPlacement, all: readonly HeldPlacement[]): boolean {
  const { endedOn, employerId } = stay;
  if (endedOn === undefined) return true;
  if (gapDays(endedOn, next.startsOn) > TOLERATED_GAP_DAYS) return false;
  return !all.some(
    (other) => other.employerId !== employerId && endedOn < other.startsOn && other.startsOn < next.startsOn,
  );
}

function extended(stay: Stay, next: HeldPlacement): Stay {
  const runs = stay.endedOn === undefined || next.endedOn === undefined;
  return {
    ...stay,
    endedOn: runs ? undefined : latest(stay.endedOn, next.endedOn),
    placements: [...stay.placements, next],
  };
}
