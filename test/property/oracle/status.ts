import type { Extension, TermStatus } from '../../../domain/limits/limits.js';
import type { Clock } from '../../../domain/rule-sets/rule-set.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Application } from '../../../domain/trajectory/facts.js';
import { daysFrom, earliestOf, latestOf, plusDays } from './calendar.js';
import type { SeenPlacement } from './seen.js';
import { coveredBy, type OracleTerm } from './terms.js';

/** What a status is read from. `closedOn` is absent while the trajectory is open on `on`. */
export interface StatusFacts {
  readonly on: CalendarDate;
  readonly clock: Clock;
  readonly term: OracleTerm;
  readonly terms: readonly OracleTerm[];
  readonly closedOn: CalendarDate | undefined;
  readonly extensions: readonly Extension[];
  readonly applications: readonly Application[];
  /** The last day of the announcing period, where the term has it. */
  readonly announceBy: CalendarDate | undefined;
}

/** The latest last day of the placements; undefined while one runs after `on`. */
export function endOf(placements: readonly SeenPlacement[], on: CalendarDate): CalendarDate | undefined {
  const lastDays = placements.map((placement) => placement.lastDay);
  const known = lastDays.filter((day) => day !== undefined);
  return known.length < lastDays.length || latestOf(...known) > on ? undefined : latestOf(...known);
}

/**
 * Readings 10 and 11: the day up to which elapsed is counted, that day not included; never after the term's end.
 */
export function countedUpTo(
  term: OracleTerm,
  clock: Clock,
  on: CalendarDate,
  closedOn: CalendarDate | undefined,
): CalendarDate {
  const lastDay = clock.scope === 'employment' ? endOf(coveredBy(term), on) : closedOn;
  return earliestOf(on, term.end, lastDay === undefined ? on : plusDays(lastDay, 1));
}

/** Reading 14: all its placements have ended, and a later term has started no earlier than 28 days before that end. */
function restarted({ on, clock, term, terms }: StatusFacts): boolean {
  const ended = endOf(term.line, on);
  if (clock.scope !== 'employment' || ended === undefined) return false;
  return terms.some(
    (other) => other.start > term.start && other.start <= on && other.start >= plusDays(ended, -28),
  );
}

/** Reading 14: the trajectory is closed, or more than 28 days lie between the last placement and `on`. */
function closed({ on, clock, term, closedOn }: StatusFacts): boolean {
  if (closedOn !== undefined) return true;
  const ended = endOf(term.line, on);
  return clock.scope === 'employment' && ended !== undefined && daysFrom(ended, on) - 1 > 28;
}

/** Reading 16: from the decision on a motivated grant past the last day, up to and including its last day. */
function extended({ on, extensions }: StatusFacts): boolean {
  return extensions.some((each) => each.motivated && each.decidedOn <= on && on <= each.lastDay);
}

/** Reading 15: 0 to 91 days from `on` to that day. */
function within13Weeks(on: CalendarDate, day: CalendarDate): boolean {
  return daysFrom(on, day) >= 0 && daysFrom(on, day) <= 91;
}

/** Readings 15 and 48: an extension application received in the term, as far as it has come by `on`. */
export function extensionAskedIn(
  term: OracleTerm,
  applications: readonly Application[],
  on: CalendarDate,
): CalendarDate | undefined {
  return applications
    .filter((each) => each.kind === 'extension' && each.receivedOn <= on)
    .map((each) => each.receivedOn)
    .filter((day) => day >= term.start && day < term.end)
    .sort()[0];
}

/** Reading 14: the first that holds. */
export function statusOf(facts: StatusFacts): TermStatus {
  const { on, term, announceBy, applications } = facts;
  const lastDay = plusDays(term.end, -1);
  if (restarted(facts)) return 'restarted';
  if (closed(facts)) return 'closed';
  if (extended(facts)) return 'extended';
  if (on > lastDay) return 'reached';
  if (within13Weeks(on, lastDay)) return 'ends-soon';
  const announces = announceBy !== undefined && within13Weeks(on, announceBy);
  if (announces && extensionAskedIn(term, applications, on) === undefined) return 'announce-extension';
  return 'running';
}
