import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { daysFrom, latestOf, plusDays } from './calendar.js';
import type { SeenPlacement } from './seen.js';

/** An unbroken stay at one employer (reading 24). `lastDay` is undefined while it goes on. */
export interface Stay {
  readonly employerId: Id;
  readonly placements: readonly SeenPlacement[];
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate | undefined;
  /** The id of its first placement: what settles ties (reading 54). */
  readonly id: Id;
}

function lastDayOf(placements: readonly SeenPlacement[]): CalendarDate | undefined {
  const lastDays = placements.map((placement) => placement.lastDay);
  const known = lastDays.filter((day) => day !== undefined);
  return known.length < lastDays.length ? undefined : latestOf(...known);
}

/** Reading 24: at most 28 days between, and no other employer's start on a day in that gap. */
function continues(
  stay: readonly SeenPlacement[],
  next: SeenPlacement,
  all: readonly SeenPlacement[],
): boolean {
  const lastDay = lastDayOf(stay);
  if (lastDay === undefined || next.firstDay <= plusDays(lastDay, 1)) return true;
  if (daysFrom(lastDay, next.firstDay) - 1 > 28) return false;
  return !all.some(
    (other) =>
      other.employerId !== next.employerId && other.firstDay > lastDay && other.firstDay < next.firstDay,
  );
}

/** Reading 24: the stays of one candidate, by first day, then the smaller id. `placements` are in order of start. */
export function staysOf(placements: readonly SeenPlacement[]): Stay[] {
  const stays: SeenPlacement[][] = [];
  for (const placement of placements) {
    const own = stays.filter((stay) => stay[0]?.employerId === placement.employerId).at(-1);
    if (own !== undefined && continues(own, placement, placements)) own.push(placement);
    else stays.push([placement]);
  }
  return stays.flatMap((stay) => {
    const [first] = stay;
    if (first === undefined) return [];
    return [
      {
        employerId: first.employerId,
        placements: stay,
        firstDay: first.firstDay,
        lastDay: lastDayOf(stay),
        id: first.id,
      },
    ];
  });
}

/** An ended stay and the one that follows it. */
export interface Change {
  readonly old: Stay & { readonly lastDay: CalendarDate };
  readonly next: Stay;
}

/**
 * True when a stay that began earlier runs on past the end of this one, and this one is not what followed it: it began
 * more than 28 days before that other one's last day.
 */
function isSecondJob(stay: Change['old'], stays: readonly Stay[]): boolean {
  const earlier = stays.slice(
    0,
    stays.findIndex((each) => each.id === stay.id),
  );
  return earlier.some(
    ({ lastDay }) =>
      lastDay === undefined || (lastDay > stay.lastDay && stay.firstDay < plusDays(lastDay, -28)),
  );
}

/**
 * Reading 25: "An ended stay is followed by the first stay that began after it and no earlier than 28 days before
 * its last day; a stay follows only one other (the one that ended last, of those the one that began last); a second
 * job beside a running one, and its end, are no job change".
 */
export function changesBetween(stays: readonly Stay[]): Change[] {
  const candidates = stays.flatMap((stay): Change[] => {
    const { lastDay } = stay;
    if (lastDay === undefined || isSecondJob({ ...stay, lastDay }, stays)) return [];
    const next = stays.find(
      (other) => other.firstDay > stay.firstDay && other.firstDay >= plusDays(lastDay, -28),
    );
    return next === undefined ? [] : [{ old: { ...stay, lastDay }, next }];
  });
  return candidates.filter((change) =>
    candidates.every(
      (other) => other === change || other.next !== change.next || precedes(change.old, other.old),
    ),
  );
}

/** True when `a` ended later than `b`; on a tie when it began later, then when its id is the smaller. */
function precedes(a: Change['old'], b: Change['old']): boolean {
  if (a.lastDay !== b.lastDay) return a.lastDay > b.lastDay;
  if (a.firstDay !== b.firstDay) return a.firstDay > b.firstDay;
  return a.id < b.id;
}
