import { addDays, type CalendarDate, type Days, includes } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import { assignedCoachOn, substitutesOn } from '../trajectory/coaches-on.js';
import type { TrajectoryFacts } from '../trajectory/facts.js';

/** Which days a trajectory has nobody to call follows from these of its facts. */
export type CoveredFacts = Pick<TrajectoryFacts, 'openedOn' | 'closedOn' | 'assignments' | 'substitutions'>;

/** The days on which coaches are away, by coach; who is not in it is never away. */
export type CoachAbsences = ReadonlyMap<Id, readonly Days[]>;

/** The coaches whose absences decide whether the trajectory is covered, each once. */
export function coachesOf({ assignments, substitutions }: CoveredFacts): readonly Id[] {
  return [...new Set([...assignments, ...substitutions].map(({ coachId }) => coachId))];
}

/** The absence that `coachId` has on `day`. */
export function awayOn(absences: CoachAbsences, coachId: Id, day: CalendarDate): Days | undefined {
  return absences.get(coachId)?.find((days) => includes(days, day));
}

/**
 * The stretches of days of the open trajectory, in order and as long as they can be, on which nobody coaches: the
 * assigned coach is away or nobody is assigned, and no substitute stands in who is there. Without `to` it goes on.
 * Planned absences, assignments and substitutions count on the days that they are planned for.
 */
export function coverGaps(facts: CoveredFacts, absences: CoachAbsences): readonly Days[] {
  const gaps: { from: CalendarDate; to?: CalendarDate }[] = [];
  let open = false;
  for (const day of turningPoints(facts, absences)) {
    const isGap = isOpenOn(facts, day) && !isCovered(facts, absences, day);
    if (isGap && !open) gaps.push({ from: day });
    const last = gaps.at(-1);
    if (!isGap && open && last) last.to = addDays(day, -1);
    open = isGap;
  }
  return gaps;
}

/** The gap that runs on `day`, or else the next one to come. */
export function gapFrom(gaps: readonly Days[], day: CalendarDate): Days | undefined {
  return gaps.find(({ to }) => to === undefined || day <= to);
}

/** The days on which somebody comes or goes, in order; nothing changes in between. */
function turningPoints(facts: CoveredFacts, absences: CoachAbsences): readonly CalendarDate[] {
  const away = coachesOf(facts).flatMap((coachId) => absences.get(coachId) ?? []);
  const coaching = [...facts.assignments, ...facts.substitutions].map(({ from, until: to }) => ({
    from,
    to,
  }));
  const stretches: readonly Days[] = [{ from: facts.openedOn, to: facts.closedOn }, ...coaching, ...away];
  const days = stretches.flatMap(({ from, to }) => (to === undefined ? [from] : [from, addDays(to, 1)]));
  return [...new Set(days)].filter((day) => facts.openedOn <= day).sort();
}

function isOpenOn({ openedOn, closedOn }: CoveredFacts, day: CalendarDate): boolean {
  return includes({ from: openedOn, to: closedOn }, day);
}

function isCovered(facts: CoveredFacts, absences: CoachAbsences, day: CalendarDate): boolean {
  const assigned = assignedCoachOn(facts, day);
  const coaches = [...(assigned === undefined ? [] : [assigned]), ...substitutesOn(facts, day)];
  return coaches.some((coachId) => awayOn(absences, coachId, day) === undefined);
}
