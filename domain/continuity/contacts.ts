import { addDays, type CalendarDate, daysBetween, earliest } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { Session, TrajectoryRecord } from '../trajectory/facts.js';
import type { Succession } from './successions.js';

/** The sessions that are a contact with the candidate: up to `on` and not withdrawn, by coach or substitute (reading 27). */
export function contactsUntil(trajectories: readonly TrajectoryRecord[], on: CalendarDate): Session[] {
  return trajectories.flatMap(({ sessions }) =>
    sessions.filter((session) => !session.withdrawn && session.on <= on),
  );
}

/** The days on which there was a contact, each once, in order. */
export function contactDays(contacts: readonly Session[]): CalendarDate[] {
  return [...new Set(contacts.map((contact) => contact.on))].sort();
}

/** The first contact with the employer from `from` up to `on`; null when there is none (reading 27). */
export function firstEmployerContact(
  trajectories: readonly TrajectoryRecord[],
  employerId: Id,
  from: CalendarDate,
  on: CalendarDate,
): CalendarDate | null {
  const days = trajectories.flatMap(({ employerContacts }) =>
    employerContacts
      .filter((contact) => contact.employerId === employerId && from <= contact.on && contact.on <= on)
      .map((contact) => contact.on),
  );
  const [first, ...others] = days;
  return first === undefined ? null : earliest(first, ...others);
}

/**
 * The longest run of days without a contact around a job change (reading 28): between the last contact on or before
 * the old last day and before the new first day (else the day before the old stay began) and the first one on or
 * after the new first day (else `on`), neither of those two days counted. `days` are in order.
 */
export function daysWithoutContact(
  { old, next }: Succession,
  days: readonly CalendarDate[],
  on: CalendarDate,
): number {
  const before = days.findLast((day) => day <= old.endedOn && day < next.startsOn);
  const after = days.find((day) => day >= next.startsOn);
  const start = before ?? addDays(old.startsOn, -1);
  const end = after ?? on;
  const marks = [start, ...days.filter((day) => start < day && day < end), end];
  const runs = marks.slice(1).map((mark, index) => daysBetween(marks[index] as CalendarDate, mark) - 1);
  return Math.max(0, ...runs);
}
