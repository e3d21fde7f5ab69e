import { addDays, type CalendarDate, includes } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import { assignmentOn, substitutesOn } from '../trajectory/coaches-on.js';
import type { Assignment, Substitution, TrajectoryFacts } from '../trajectory/facts.js';
import type { CoachKept, CoachStretch, TrajectoryUnderRules } from './continuity.js';
import type { Stay } from './stays.js';
import type { Succession } from './successions.js';

/** What stands on `on` of assignments or substitutions: those begun by then, an end only when it has come (reading 6). */
function standingOn<Item extends Assignment | Substitution>(
  items: readonly Item[],
  { closedOn }: Pick<TrajectoryFacts, 'closedOn'>,
  on: CalendarDate,
): Item[] {
  return items.flatMap((item) => {
    const { until, ...rest } = item;
    const ends = [until, closedOn].filter((end) => end !== undefined).sort();
    const [end] = ends;
    if (item.from > on || (end !== undefined && end < item.from)) return [];
    // Coaching ends with the trajectory, whether or not anybody ended the assignment.
    return [{ ...rest, ...(end !== undefined && end <= on ? { until: end } : {}) } as Item];
  });
}

/** The coaches of the trajectories as they stand on `on`, their closure counted as an end. */
function coachesOf(trajectories: readonly TrajectoryUnderRules[], on: CalendarDate) {
  return {
    assignments: trajectories.flatMap(({ facts }) => standingOn(facts.assignments, facts, on)),
    substitutions: trajectories.flatMap(({ facts }) => standingOn(facts.substitutions, facts, on)),
  };
}

/** The stretches of the coach in force: on each day the assignment that started last, ties to the smaller id. */
function assignedStretches(
  assignments: readonly Assignment[],
  on: CalendarDate,
): {
  readonly coachId: Id;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}[] {
  const turns = assignments.flatMap(({ from, until }) => (until ? [from, addDays(until, 1)] : [from]));
  const days = [...new Set(turns)].sort();
  const stretches: { coachId: Id; from: CalendarDate; until: CalendarDate | null }[] = [];
  days.forEach((from, index) => {
    const assignment = assignmentOn({ assignments }, from);
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
      ...substitutions.map(({ id, coachId, from, until = null }) => ({
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
  const coaches = assignmentOn(holding, day) ? holding : coachesOf(trajectories, on);
  return {
    coachId: assignmentOn(coaches, day)?.coachId,
    substituted: substitutesOn(coaches, day).length > 0,
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
