import type { CoachStretch } from '../../../domain/continuity/continuity.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import type { TrajectoryRecord } from '../../../domain/trajectory/facts.js';
import { eachDay, earliestOf, LAST_KNOWN_DAY, latestOf, plusDays } from './calendar.js';
import { closuresAsOf } from './closures.js';

/** One coach of one trajectory, both days included; an open end is `LAST_KNOWN_DAY`. */
export interface CoachDays {
  readonly id: Id;
  readonly trajectoryId: Id;
  readonly coachId: Id;
  /** The first day of the whole assignment; later than that in a stretch after a reopening is only `from`. */
  readonly startedOn: CalendarDate;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/**
 * The stretch up to its own end and without the days on which the trajectory is closed, as far as they have come by
 * `on` (reading 6).
 */
function daysOf(
  { facts }: TrajectoryRecord,
  stretch: {
    readonly id: Id;
    readonly coachId: Id;
    readonly from: CalendarDate;
    readonly until?: CalendarDate;
  },
  on: CalendarDate,
): CoachDays[] {
  const { id, coachId, from: startedOn, until } = stretch;
  const end = until !== undefined && until <= on ? until : LAST_KNOWN_DAY;
  let parts = [{ from: startedOn, to: end }];
  for (const { lastDay, openAgain } of closuresAsOf(facts, on)) {
    if (openAgain === plusDays(lastDay, 1)) continue;
    parts = parts.flatMap(({ from, to }) => [
      { from, to: earliestOf(to, lastDay) },
      ...(openAgain === undefined ? [] : [{ from: latestOf(from, openAgain), to }]),
    ]);
  }
  return parts
    .filter(({ from, to }) => from <= on && from <= to)
    .map((days) => ({ id, trajectoryId: facts.id, coachId, startedOn, ...days }));
}

/** The assignments of the trajectories, as they stand on `on`; an assignment ends with its trajectory. */
export function assignmentsOf(records: readonly TrajectoryRecord[], on: CalendarDate): CoachDays[] {
  return records.flatMap((record) => record.facts.assignments.flatMap((each) => daysOf(record, each, on)));
}

/** The substitutions of the trajectories, as they stand on `on`. */
export function substitutionsOf(records: readonly TrajectoryRecord[], on: CalendarDate): CoachDays[] {
  return records.flatMap((record) => record.facts.substitutions.flatMap((each) => daysOf(record, each, on)));
}

/** facts.ts: "The latest start on a day wins"; of those that began on one day the smaller id (reading 54). */
export function assignedOn(assignments: readonly CoachDays[], day: CalendarDate): CoachDays | undefined {
  const holding = assignments.filter((each) => each.from <= day && day <= each.to);
  const latestStart = holding
    .map((each) => each.startedOn)
    .sort()
    .at(-1);
  return holding.filter((each) => each.startedOn === latestStart).sort((a, b) => (a.id < b.id ? -1 : 1))[0];
}

/** Reading 51: how often the assigned coach became another, up to and including `on`. */
export function coachChanges(records: readonly TrajectoryRecord[], on: CalendarDate): number {
  const assignments = assignmentsOf(records, on);
  if (assignments.length === 0) return 0;
  let changes = 0;
  let before: Id | undefined;
  for (const day of eachDay(earliestOf(...assignments.map((each) => each.from)), on)) {
    const coachId = assignedOn(assignments, day)?.coachId;
    if (coachId === undefined) continue;
    if (before !== undefined && before !== coachId) changes++;
    before = coachId;
  }
  return changes;
}

/** The line of coaches: per trajectory the days on which each assignment holds, and the substitutions beside. */
export function coachLine(records: readonly TrajectoryRecord[], on: CalendarDate): CoachStretch[] {
  const stretches: CoachStretch[] = [];
  for (const record of records) {
    const assignments = assignmentsOf([record], on);
    const runs: { winner: CoachDays; readonly from: CalendarDate; to: CalendarDate }[] = [];
    if (assignments.length > 0) {
      const horizon = plusDays(on, 1);
      for (const day of eachDay(earliestOf(...assignments.map((each) => each.from)), horizon)) {
        const winner = assignedOn(assignments, day);
        const run = runs.at(-1);
        if (winner === undefined) continue;
        if (run?.winner.coachId === winner.coachId && plusDays(run.to, 1) === day) {
          run.to = day;
          run.winner = winner;
        } else runs.push({ winner, from: day, to: day });
      }
      for (const run of runs.filter((each) => each.from <= on)) {
        stretches.push(stretch(run.winner, 'assigned', run.from, run.to === horizon ? null : run.to));
      }
    }
    for (const each of substitutionsOf([record], on)) {
      stretches.push(stretch(each, 'substitute', each.from, each.to === LAST_KNOWN_DAY ? null : each.to));
    }
  }
  return stretches.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function stretch(
  days: CoachDays,
  role: CoachStretch['role'],
  from: CalendarDate,
  until: CalendarDate | null,
): CoachStretch {
  return { trajectoryId: days.trajectoryId, coachId: days.coachId, role, from, until };
}

function keyOf(each: CoachStretch): string {
  return `${each.from} ${each.role} ${each.trajectoryId} ${each.coachId} ${each.until ?? LAST_KNOWN_DAY}`;
}
