import type { Clock } from '../rule-sets/rule-set.js';
import type { CalendarDate } from '../shared/calendar.js';
import { type Career, careerOf, careerOn } from './career.js';
import { type Day, dateOf, NEVER, plusPeriod } from './days.js';
import type { LimitsInput } from './limits.js';
import { clocksFor } from './limits-of.js';
import { isClosed, isRestarted } from './status.js';
import { type TermDays, termsOf } from './terms.js';

/** The term that matters from a day on, as one clock sees it; null when there is none yet. */
export interface LastDaySegment {
  /** The first day of `on` for which it holds, until the next segment of the clock; null for the first one. */
  readonly validFrom: CalendarDate | null;
  readonly clock: string;
  readonly startsOn: CalendarDate | null;
  readonly lastDay: CalendarDate | null;
}

/**
 * For the binding clock, `municipal-2y` and `uwv-2014`: the last day that matters, piecewise constant over `on`, in as
 * few segments as can be, so that a caseload sorts on any day without counting again. What matters is the earliest
 * last day of the terms that are not closed or restarted; when all are, the latest last day.
 */
export function bindingLastDays(input: Omit<LimitsInput, 'on'>): readonly LastDaySegment[] {
  const withoutSessions = (record: LimitsInput['trajectory']) => ({ ...record, sessions: [] });
  const career = careerOf(withoutSessions(input.trajectory), input.continued.map(withoutSessions));
  return clocksFor(input.ruleSet).flatMap(({ name, clock }) => segmentsOf(career, name, clock));
}

function segmentsOf(career: Career, name: string, clock: Clock): LastDaySegment[] {
  const segments: LastDaySegment[] = [{ validFrom: null, clock: name, startsOn: null, lastDay: null }];
  for (const day of turningPoints(career, clock)) {
    const standing = careerOn(career, day);
    const term = termThatMatters(termsOf(standing, clock, day), clock, day, standing.closedOn);
    const startsOn = term ? dateOf(term.start) : null;
    const lastDay = term ? dateOf(term.end - 1) : null;
    const previous = segments.at(-1);
    if (previous?.startsOn === startsOn && previous.lastDay === lastDay) continue;
    segments.push({ validFrom: dateOf(day), clock: name, startsOn, lastDay });
  }
  return segments;
}

/** The days on which a term can begin, end, be cut, be closed, be reopened or be restarted. */
function turningPoints(career: Career, clock: Clock): Day[] {
  const days = new Set<Day>(career.closures.flatMap(({ closedOn, reopenedOn }) => [closedOn, reopenedOn]));
  for (const work of career.works) {
    days
      .add(work.countsFrom)
      .add(work.start)
      .add(work.end - 1);
    days.add(plusPeriod(work.end, clock.toleratedGap) + 1);
  }
  return [...days].filter((day) => day !== NEVER).sort((a, b) => a - b);
}

function termThatMatters(
  terms: readonly TermDays[],
  clock: Clock,
  on: Day,
  closedOn: Day,
): TermDays | undefined {
  const active = terms.filter(
    (term) => !isRestarted(term, terms, clock) && !isClosed(term, clock, on, closedOn),
  );
  const [candidates, sign] = active.length > 0 ? [active, 1] : [terms, -1];
  return [...candidates].sort((a, b) => sign * (a.end - b.end) || a.start - b.start)[0];
}
