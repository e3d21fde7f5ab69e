import { addDays, type CalendarDate, type Days, includes, latest } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import { closedStretches } from '../trajectory/closing/closed-days.js';
import { assignmentOn } from '../trajectory/coaches-on.js';
import type { Assignment, Substitution, TrajectoryFacts } from '../trajectory/facts.js';
import type { CoachKept, CoachStretch, TrajectoryUnderRules } from './continuity.js';
import type { Stay } from './stays.js';
import type { Succession } from './successions.js';

/** An assignment or substitution, and days on which it holds as known on a day; without `to` it goes on. */
interface Standing<Item> {
  readonly item: Item;
  readonly days: Days;
}

/** What stands of the coaches of trajectories. */
interface Coaches {
  readonly assignments: readonly Standing<Assignment>[];
  readonly substitutions: readonly Standing<Substitution>[];
}

/**
 * What stands on `on` of assignments or substitutions: those begun by then, an end only when it has come (reading 6).
 * Coaching ends with the trajectory, whether or not anybody ended the assignment, and goes on when it is reopened.
 */
function standingOn<Item extends Assignment | Substitution>(
  items: readonly Item[],
  open: readonly Days[],
  on: CalendarDate,
): Standing<Item>[] {
  return items.flatMap((item) =>
    open.flatMap((stretch) => {
      const from = latest(item.from, stretch.from);
      const [end] = [item.until, stretch.to].filter((day) => day !== undefined).sort();
      if (from > on || (end !== undefined && end < from)) return [];
      return [{ item, days: { from, to: end !== undefined && end <= on ? end : undefined } }];
    }),
  );
}

/** The stretches in which the trajectory is open, as known on `on`; an assignment may begin before the opening. */
function openStretches(facts: TrajectoryFacts, on: CalendarDate): readonly Days[] {
  const stretches: Days[] = [];
  let from: CalendarDate = '0001-01-01';
  for (const { closedOn, reopenedOn } of closedStretches(facts)) {
    const isReopened = reopenedOn !== undefined && reopenedOn <= on;
    if (isReopened && reopenedOn === addDays(closedOn, 1)) continue;
    stretches.push({ from, to: closedOn });
    if (!isReopened) return stretches;
    from = reopenedOn;
  }
  return [...stretches, { from }];
}

/** The coaches of the trajectories as they stand on `on`, their closure counted as an end. */
function coachesOf(trajectories: readonly TrajectoryUnderRules[], on: CalendarDate): Coaches {
  const all = trajectories.map(({ facts }) => ({ facts, open: openStretches(facts, on) }));
  return {
    assignments: all.flatMap(({ facts, open }) => standingOn(facts.assignments, open, on)),
    substitutions: all.flatMap(({ facts, open }) => standingOn(facts.substitutions, open, on)),
  };
}

function holdingOn<Item>(standing: readonly Standing<Item>[], day: CalendarDate): Item[] {
  return standing.filter(({ days }) => includes(days, day)).map(({ item }) => item);
}

/** The assignment in force on `day`; a reopening is no new start. */
function inForceOn({ assignments }: Pick<Coaches, 'assignments'>, day: CalendarDate): Assignment | undefined {
  return assignmentOn({ assignments: holdingOn(assignments, day) }, day);
}

/** The stretches of the coach in force: on each day the assignment that started last, ties to the smaller id. */
function assignedStretches(
  assignments: Coaches['assignments'],
  on: CalendarDate,
): {
  readonly coachId: Id;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}[] {
  const turns = assignments.flatMap(({ days: { from, to } }) => (to ? [from, addDays(to, 1)] : [from]));
  const days = [...new Set(turns)].sort();
  const stretches: { coachId: Id; from: CalendarDate; until: CalendarDate | null }[] = [];
  days.forEach((from, index) => {
    const assignment = inForceOn({ assignments }, from);
    if (assignment === undefined) return;
    const turn = days[index + 1];
    const until = turn === undefined ? null : addDays(turn, -1);
    const previous = stretches.at(-1);
    const runsOn = previous?.coachId === assignment.coachId && previous.until === addDays(from, -1);
    if (previous && runsOn) previous.until = until;
    else stretches.push({ coachId: assignment.coachId, from, until });
  });
  // The turn after an end on `on` itself is looked at only to see whether the same coach goes on.
  return stretches.filter(({ from }) => from <= on);
}

/**
 * The line of coaches on `on`, per trajectory: the assigned coach, one stretch for as long as it is the same one,
 * and every substitution beside. By first day; on one day the assigned coach before a substitute, then by trajectory, by
 * coach and by the id of the substitution.
 */
export function coachLine(trajectories: readonly TrajectoryUnderRules[], on: CalendarDate): CoachStretch[] {
  const stretches = trajectories.flatMap((trajectory) => {
    const { assignments, substitutions } = coachesOf([trajectory], on);
    const trajectoryId = trajectory.facts.id;
    return [
      ...assignedStretches(assignments, on).map((stretch) => ({
        id: '',
        stretch: { trajectoryId, role: 'assigned' as const, ...stretch },
      })),
      ...substitutions.map(({ item: { id, coachId }, days: { from, to: until = null } }) => ({
        id,
        stretch: { trajectoryId, role: 'substitute' as const, coachId, from, until },
      })),
    ];
  });
  const place = ({ id, stretch: { from, role, trajectoryId, coachId } }: (typeof stretches)[number]) =>
    `${from} ${role} ${trajectoryId} ${coachId} ${id}`;
  return stretches.sort((a, b) => (place(a) < place(b) ? -1 : 1)).map(({ stretch }) => stretch);
}

/**
 * How often the assigned coach became another up to `on` (reading 51), over all trajectories of the candidate
 * together; days on which nobody is assigned are passed over, and substitutions do not count.
 */
export function coachChanges(trajectories: readonly TrajectoryUnderRules[], on: CalendarDate): number {
  const stretches = assignedStretches(coachesOf(trajectories, on).assignments, on);
  return stretches.filter((stretch, index) => {
    const previous = stretches[index - 1];
    return previous !== undefined && previous.coachId !== stretch.coachId;
  }).length;
}

interface CoachOnDay {
  readonly coachId: Id | undefined;
  /** Somebody stands in for the coach on that day. */
  readonly substituted: boolean;
}

/**
 * The coach assigned on `day`, on which `stay` runs. Of a candidate with several trajectories those count that hold
 * the placement of that day: the coach whom another funder's trajectory has beside it was not coaching this job. Where
 * they have nobody that day, whoever another trajectory of the candidate has is the coach.
 */
function coachOn(
  trajectories: readonly TrajectoryUnderRules[],
  stay: Stay,
  day: CalendarDate,
  on: CalendarDate,
): CoachOnDay {
  const ids = stay.placements
    .filter(({ startsOn, endedOn }) => includes({ from: startsOn, to: endedOn }, day))
    .flatMap(({ trajectoryIds }) => trajectoryIds);
  const holding = coachesOf(
    trajectories.filter(({ facts }) => ids.includes(facts.id)),
    on,
  );
  const coaches = inForceOn(holding, day) ? holding : coachesOf(trajectories, on);
  return {
    coachId: inForceOn(coaches, day)?.coachId,
    substituted: holdingOn(coaches.substitutions, day).length > 0,
  };
}

/** The coaches around a job change. */
export interface CoachesAround {
  readonly kept: CoachKept;
  /** The coach assigned on the old last day; undefined when nobody was. */
  readonly oldCoachId: Id | undefined;
}

/** Whether the coach moved along (reading 26), as far as is known on `on`. */
export function coachesAround(
  trajectories: readonly TrajectoryUnderRules[],
  { old, next }: Succession,
  on: CalendarDate,
): CoachesAround {
  const { coachId: oldCoachId } = coachOn(trajectories, old, old.endedOn, on);
  const { coachId, substituted } = coachOn(trajectories, next, next.startsOn, on);
  const same = substituted ? 'substituted' : 'same';
  const kept = coachId === undefined ? 'none' : coachId === oldCoachId ? same : 'other';
  return { kept, oldCoachId };
}
