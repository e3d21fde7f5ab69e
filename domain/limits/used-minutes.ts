import type { Id } from '../shared/ids.js';
import { type Career, type CoachedMinutes, latestRunning, type Work } from './career.js';
import type { Day, DayRange } from './days.js';

/** Sums of coached minutes that answer any stretch of days in logarithmic time. */
export interface UsedMinutes {
  /**
   * Minutes in `range`: all, or only at one employer (reading 23). Sessions on a day without a placement are in it
   * only when `outsidePlacements` says so (reading 38).
   */
  in(range: DayRange, employerId: Id | null, outsidePlacements: boolean): number;
}

/** Minutes coached up to and including each day on which there was a session, in order. */
class Tally {
  readonly #days: Day[] = [];
  readonly #totals: number[] = [];

  add({ day, minutes }: CoachedMinutes): void {
    this.#days.push(day);
    this.#totals.push((this.#totals.at(-1) ?? 0) + minutes);
  }

  in(range: DayRange): number {
    return this.#before(range.end) - this.#before(range.start);
  }

  #before(day: Day): number {
    let low = 0;
    let high = this.#days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#days[middle] as Day) < day) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : (this.#totals[low - 1] as number);
  }
}

/** One tally over everything, and one for each employer. */
class Tallies {
  readonly #everywhere = new Tally();
  readonly #perEmployer = new Map<Id, Tally>();

  add(session: CoachedMinutes, employerId: Id | undefined): void {
    this.#everywhere.add(session);
    if (employerId === undefined) return;
    let tally = this.#perEmployer.get(employerId);
    if (tally === undefined) {
      tally = new Tally();
      this.#perEmployer.set(employerId, tally);
    }
    tally.add(session);
  }

  in(range: DayRange, employerId: Id | null): number {
    const tally = employerId === null ? this.#everywhere : this.#perEmployer.get(employerId);
    return tally?.in(range) ?? 0;
  }
}

/** Where coached minutes count. */
export interface CoachedAt {
  /** True when a placement of any kind runs that day (reading 38). */
  readonly atWork: boolean;
  /** That of the placement that the session names, else of the latest started that runs that day (reading 23). */
  readonly employerId: Id | undefined;
}

/** Where a session of the career counts. */
export function coachedAt(
  { works, workOf }: Pick<Career, 'works' | 'workOf'>,
  { day, placementId }: Pick<CoachedMinutes, 'day' | 'placementId'>,
): CoachedAt {
  const running: Work | undefined = latestRunning(works, day);
  const named = placementId === undefined ? undefined : workOf.get(placementId);
  return { atWork: running !== undefined, employerId: (named ?? running)?.employerId };
}

/** Tallies the sessions of a career, those on days with a placement of any kind apart from the others. */
export function usedMinutesOf(career: Career): UsedMinutes {
  const atWork = new Tallies();
  const outside = new Tallies();
  for (const session of career.sessions) {
    const at = coachedAt(career, session);
    (at.atWork ? atWork : outside).add(session, at.employerId);
  }
  return {
    in(range, employerId, outsidePlacements) {
      return atWork.in(range, employerId) + (outsidePlacements ? outside.in(range, employerId) : 0);
    },
  };
}
