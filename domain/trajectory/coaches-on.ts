import type { CalendarDate } from '../shared/calendar.js';
import { byId, type Id } from '../shared/ids.js';
import type { Assignment, Substitution, TrajectoryFacts } from './facts.js';

type Coaches = Pick<TrajectoryFacts, 'assignments' | 'substitutions'>;

function runsOn(days: Assignment | Substitution, day: CalendarDate): boolean {
  return days.from <= day && (days.until === undefined || day <= days.until);
}

/** The assignment in force on `day`: of those that run, the one that started last, then the smaller id. */
export function assignmentOn(facts: Pick<Coaches, 'assignments'>, day: CalendarDate): Assignment | undefined {
  let found: Assignment | undefined;
  for (const assignment of facts.assignments) {
    if (!runsOn(assignment, day)) continue;
    const later = found === undefined || assignment.from > found.from;
    if (later || (assignment.from === found?.from && byId(assignment, found) < 0)) found = assignment;
  }
  return found;
}

/** The coach assigned on `day`; undefined when nobody is. */
export function assignedCoachOn(facts: Pick<Coaches, 'assignments'>, day: CalendarDate): Id | undefined {
  return assignmentOn(facts, day)?.coachId;
}

/** The coaches who stand in on `day`, each once. */
export function substitutesOn(facts: Pick<Coaches, 'substitutions'>, day: CalendarDate): readonly Id[] {
  const running = facts.substitutions.filter((substitution) => runsOn(substitution, day));
  return [...new Set(running.map((substitution) => substitution.coachId))];
}

/** True when `coachId` is the coach or a substitute on `day` (domain.md section 5). */
export function mayCoachOn(facts: Coaches, coachId: Id, day: CalendarDate): boolean {
  return (
    assignedCoachOn(facts, day) === coachId ||
    facts.substitutions.some((substitution) => substitution.coachId === coachId && runsOn(substitution, day))
  );
}
