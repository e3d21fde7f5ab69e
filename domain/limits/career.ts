import { type CalendarDate, dayNumber } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { PlacementKind } from '../shared/lists.js';
import { closedStretches } from '../trajectory/closing/closed-days.js';
import type { Application, Grant, Placement, TrajectoryRecord, WeeklyHours } from '../trajectory/facts.js';
import { type Day, dayOrNever, NEVER } from './days.js';

/** A placement in day numbers, once per employer, first day and kind however often it was recorded (reading 52). */
export interface Work {
  readonly id: Id;
  readonly employerId: Id;
  readonly kind: PlacementKind;
  readonly start: Day;
  /** The day after the last; `NEVER` while it runs. */
  readonly end: Day;
  /** From here on it counts for a clock: not before its trajectory opened (reading 2). */
  readonly countsFrom: Day;
  readonly hours: readonly WeeklyHours[];
  readonly sameWorkAs?: Id | undefined;
}

/** A session in day numbers, for one candidate. */
export interface CoachedMinutes {
  readonly day: Day;
  /** floor(minutes ÷ groupSize) (reading 23). */
  readonly minutes: number;
  readonly placementId?: Id | undefined;
}

/** A last day, and the first day of being open again; `NEVER` while it is closed. */
export interface ClosureDays {
  readonly closedOn: Day;
  readonly reopenedOn: Day;
}

/** Everything that clocks are counted over, whatever day the calendar stands on. */
export interface Career {
  readonly openedOn: Day;
  /** The last day of the trajectory itself; `NEVER` while it is open. */
  readonly closedOn: Day;
  /** Every closure of the trajectory itself, in order. */
  readonly closures: readonly ClosureDays[];
  /** By first day, then by id (reading 54). */
  readonly works: readonly Work[];
  /** Every recorded placement id, those of second recordings included. */
  readonly workOf: ReadonlyMap<Id, Work>;
  readonly grants: readonly Grant[];
  readonly applications: readonly Application[];
  /** By day. */
  readonly sessions: readonly CoachedMinutes[];
}

/** The facts of a trajectory and of those it continues (reading 4), each placement once. */
export function careerOf(trajectory: TrajectoryRecord, continued: readonly TrajectoryRecord[]): Career {
  const records = nearestFirst(trajectory, continued);
  const { works, workOf } = worksOf(records);
  return {
    openedOn: dayNumber(trajectory.facts.openedOn),
    closedOn: dayOrNever(trajectory.facts.closedOn),
    closures: closuresOf(trajectory),
    works,
    workOf,
    grants: records.flatMap(({ facts }) => facts.grants),
    applications: records.flatMap(({ facts }) => facts.applications),
    sessions: records.flatMap(({ sessions }) => sessions.flatMap(minutesOf)).sort((a, b) => a.day - b.day),
  };
}

function closuresOf({ facts }: TrajectoryRecord): ClosureDays[] {
  return closedStretches(facts).map(({ closedOn, reopenedOn }) => ({
    closedOn: dayNumber(closedOn),
    reopenedOn: dayOrNever(reopenedOn),
  }));
}

function minutesOf(session: TrajectoryRecord['sessions'][number]): CoachedMinutes[] {
  if (session.withdrawn) return [];
  const minutes = Math.floor(session.minutes / session.groupSize);
  return [{ day: dayNumber(session.on), minutes, placementId: session.placementId }];
}

/** The trajectory, then what it continues, step by step back; whatever the chain does not reach comes last. */
function nearestFirst(
  trajectory: TrajectoryRecord,
  continued: readonly TrajectoryRecord[],
): TrajectoryRecord[] {
  const byTrajectory = new Map(continued.map((record) => [record.facts.id, record]));
  const chain = [trajectory];
  for (let next = trajectory.facts.continues; next !== undefined; ) {
    const record = byTrajectory.get(next);
    if (record === undefined) break;
    byTrajectory.delete(next);
    chain.push(record);
    next = record.facts.continues;
  }
  const rest = [...byTrajectory.values()].sort((a, b) => (a.facts.id < b.facts.id ? -1 : 1));
  return [...chain, ...rest];
}

/** What several trajectories recorded of one placement. */
interface Recording {
  readonly placement: Placement;
  readonly ids: Id[];
  openedOn: CalendarDate;
  endedOn: CalendarDate | undefined;
}

/**
 * Each placement once (reading 52): the smallest id stands for it (54), it counts from the earliest opening and up to
 * the latest end that one of the recordings knows; for the rest the nearest trajectory's recording holds.
 */
function worksOf(records: readonly TrajectoryRecord[]): Pick<Career, 'works' | 'workOf'> {
  const recordings = new Map<string, Recording>();
  for (const { facts } of records) {
    for (const placement of facts.placements) {
      const key = `${placement.employerId} ${placement.kind} ${placement.startsOn}`;
      const known = recordings.get(key);
      if (known === undefined) {
        recordings.set(key, {
          placement,
          ids: [placement.id],
          openedOn: facts.openedOn,
          endedOn: placement.endedOn,
        });
        continue;
      }
      known.ids.push(placement.id);
      if (facts.openedOn < known.openedOn) known.openedOn = facts.openedOn;
      if (placement.endedOn && placement.endedOn > (known.endedOn ?? '')) known.endedOn = placement.endedOn;
    }
  }
  const works: Work[] = [];
  const workOf = new Map<Id, Work>();
  for (const { placement, ids, openedOn, endedOn } of recordings.values()) {
    const start = dayNumber(placement.startsOn);
    const work: Work = {
      id: ids.reduce((smallest, id) => (id < smallest ? id : smallest)),
      employerId: placement.employerId,
      kind: placement.kind,
      start,
      end: dayOrNever(endedOn) + 1,
      countsFrom: Math.max(start, dayNumber(openedOn)),
      hours: placement.hours,
      sameWorkAs: placement.sameWorkAs,
    };
    works.push(work);
    for (const id of ids) workOf.set(id, work);
  }
  return { works: works.sort(byStart), workOf };
}

/** By first day; the smaller id first where two begin together (reading 54). */
function byStart(a: Work, b: Work): number {
  return a.start - b.start || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Of the placements that run on `day` the latest started, of those the one with the smaller id. */
export function latestRunning(works: readonly Work[], day: Day): Work | undefined {
  let found: Work | undefined;
  for (const work of works) {
    if (work.start > day) break;
    if (day < work.end && (found === undefined || work.start > found.start)) found = work;
  }
  return found;
}

/**
 * The career as the calendar stands on `on` (reading 6): placements that start later are left out, later endings and
 * a later closure or reopening have not happened, later sessions and applications are not there. `workOf` still knows
 * every placement, because a grant keeps naming its employer.
 */
export function careerOn(career: Career, on: Day): Career {
  const closure = career.closures.find(({ closedOn, reopenedOn }) => closedOn <= on && on < reopenedOn);
  return {
    ...career,
    closedOn: closure?.closedOn ?? NEVER,
    works: career.works
      .filter((work) => work.start <= on)
      .map((work) => (work.end - 1 <= on ? work : { ...work, end: NEVER })),
    applications: career.applications.filter((application) => dayNumber(application.receivedOn) <= on),
    sessions: career.sessions.filter((session) => session.day <= on),
  };
}
