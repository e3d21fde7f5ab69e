import { type ItemsById, itemById } from '../shared/items-by-id.js';
import type { CoachDaySession } from './circumstances.js';
import type { Session } from './facts.js';
import { refuse } from './refusals.js';

const MINUTES_OF_A_DAY = 1440;

function minutesCounted(session: Session): number {
  return Math.floor(session.minutes / session.groupSize);
}

/**
 * Refuses a session that brings the coach's day over 24 hours, over all candidates together; exactly 1440 minutes is
 * allowed, and a group session counts as for each candidate (reading 39). The session itself may be among `coachDay`.
 */
export function refuseFullDay(session: Session, coachDay: readonly CoachDaySession[]): void {
  let minutes = minutesCounted(session);
  for (const other of coachDay) if (other.sessionId !== session.id) minutes += other.minutes;
  if (minutes > MINUTES_OF_A_DAY) refuse('coach-day.over-24-hours', 'minutes');
}

function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** True for one meeting of a group: the same start, length and share, noted once for each of its candidates. */
function isSameMeeting(session: Session, other: CoachDaySession): boolean {
  return (
    session.groupSize > 1 &&
    session.startsAt === other.startsAt &&
    session.minutes === other.durationMinutes &&
    minutesCounted(session) === other.minutes
  );
}

/**
 * Refuses a session at the time of another of the same coach, where both state their times. A group that meets is one
 * meeting for several candidates and does not overlap itself; for one candidate (`ofThisCandidate`) it would be noted
 * twice, and does.
 */
export function refuseOverlap(
  session: Session,
  coachDay: readonly CoachDaySession[],
  ofThisCandidate: ItemsById<Session>,
): void {
  if (session.startsAt === undefined) return;
  const start = minuteOfDay(session.startsAt);
  const end = start + session.minutes;
  for (const other of coachDay) {
    if (other.startsAt === undefined || other.sessionId === session.id) continue;
    const otherStart = minuteOfDay(other.startsAt);
    const overlaps = start < otherStart + other.durationMinutes && otherStart < end;
    const sameMeeting = isSameMeeting(session, other) && !itemById(ofThisCandidate, other.sessionId);
    if (overlaps && !sameMeeting) refuse('session.overlaps', 'startsAt');
  }
}
