import type { CalendarDate, Days } from '../shared/calendar.js';
import { byId, type Id } from '../shared/ids.js';
import { assignedCoachOn, substitutesOn } from '../trajectory/coaches-on.js';
import type { TrajectoryFacts } from '../trajectory/facts.js';
import { awayOn, type CoachAbsences, type CoveredFacts, coverGaps, gapFrom } from './cover-gaps.js';

/** A coach on a day: there, or away on these days. */
export interface CoachOnDay {
  readonly coachId: Id;
  readonly away: Days | null;
}

/** Who can be called for a trajectory on a day. */
export interface Reachable {
  readonly on: CalendarDate;
  /** The assigned coach. */
  readonly coach: CoachOnDay | null;
  /** Who stands in, one who is there before one who is away, then the smaller id. */
  readonly substitute: CoachOnDay | null;
  /** The naming of the case director in force; of two from one day the smaller id. */
  readonly caseDirectorNamingId: Id | null;
  /** The days on which nobody can be called: those that hold `on`, or else the next to come. */
  readonly gap: Days | null;
}

/** Who can be called on `on` (domain.md section 1: the employer and the candidate know who to call). */
export function reachableOn(
  on: CalendarDate,
  facts: CoveredFacts & Pick<TrajectoryFacts, 'namings'>,
  absences: CoachAbsences,
): Reachable {
  const isOpen = facts.openedOn <= on && (facts.closedOn === undefined || on <= facts.closedOn);
  const onDay = (coachId: Id): CoachOnDay => ({ coachId, away: awayOn(absences, coachId, on) ?? null });
  const coachId = isOpen ? assignedCoachOn(facts, on) : undefined;
  const substitutes = isOpen ? [...substitutesOn(facts, on)].sort().map(onDay) : [];
  return {
    on,
    coach: coachId === undefined ? null : onDay(coachId),
    substitute: substitutes.find(({ away }) => away === null) ?? substitutes[0] ?? null,
    caseDirectorNamingId: caseDirectorOn(facts, on) ?? null,
    gap: gapFrom(coverGaps(facts, absences), on) ?? null,
  };
}

/** The naming of the case director that holds on `day`: the latest that has begun. */
function caseDirectorOn({ namings }: Pick<TrajectoryFacts, 'namings'>, day: CalendarDate): Id | undefined {
  return namings
    .filter(({ role, from }) => role === 'case-director' && from <= day)
    .sort((a, b) => (a.from === b.from ? byId(a, b) : a.from < b.from ? 1 : -1))[0]?.id;
}
