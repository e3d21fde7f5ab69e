import { type CalendarDate, daysBetween } from '../shared/calendar.js';
import { byFirstDay, type Stay } from './stays.js';

/** The furthest, in days, that a next stay may begin before the last day of the one it follows (reading 25). */
const OVERLAP_DAYS = 28;

/** A stay that has ended. */
export type EndedStay = Stay & { readonly endedOn: CalendarDate };

/** An ended stay and the one that follows it: what a job change is made of. */
export interface Succession {
  readonly old: EndedStay;
  readonly next: Stay;
}

/**
 * Which stay follows which (reading 25), in order of the new first day: the first that began after it and no earlier
 * than 28 days before its last day. A stay follows only one other: the one that ended last, of those the one that
 * began last, then the smaller id. `stays` come in the order of their first day.
 */
export function successionsOf(stays: readonly Stay[]): Succession[] {
  const followed = new Map<Stay, Succession>();
  for (const old of stays) {
    if (!hasEnded(old) || wasSecondJob(old, stays)) continue;
    const next = stays.find((stay) => stay.startsOn > old.startsOn && beganInTimeFor(stay, old));
    if (next === undefined) continue;
    const rival = followed.get(next);
    if (rival === undefined || endedLater(old, rival.old)) followed.set(next, { old, next });
  }
  return [...followed.values()].sort((a, b) => byFirstDay(a.next, b.next));
}

function hasEnded(stay: Stay): stay is EndedStay {
  return stay.endedOn !== undefined;
}

function beganInTimeFor(next: Stay, old: EndedStay): boolean {
  return daysBetween(next.startsOn, old.endedOn) <= OVERLAP_DAYS;
}

/**
 * True when `stay` was a second job beside one that had begun before and ran on when it ended: its end is no job change
 * (reading 25). A job that began in the last 28 days of another is that one's successor, not a second job beside it.
 */
function wasSecondJob(stay: EndedStay, stays: readonly Stay[]): boolean {
  return stays.some(
    (first) =>
      byFirstDay(first, stay) < 0 &&
      (!hasEnded(first) || (first.endedOn > stay.endedOn && !beganInTimeFor(stay, first))),
  );
}

function endedLater(a: EndedStay, b: EndedStay): boolean {
  if (a.endedOn !== b.endedOn) return a.endedOn > b.endedOn;
  return a.startsOn > b.startsOn;
}
