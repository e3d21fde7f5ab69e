import type { Kysely } from 'kysely';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { ReadDatabase } from '../read-database.js';

/** One session on a day of its coach. */
export interface CoachDaySession {
  readonly sessionId: Id;
  readonly trajectoryId: Id;
  /** Whole minutes of the whole group. */
  readonly minutes: number;
  /** Whole minutes that count for the candidate: floor(minutes ÷ groupSize). */
  readonly creditedMinutes: number;
  readonly groupSize: number;
  /** `HH:mm`, where it was stated. */
  readonly startsAt: string | null;
}

/** The minutes of a coach on one day, over all candidates (reading 39). */
export interface CoachDayTotal {
  readonly on: CalendarDate;
  readonly minutes: number;
  readonly sessions: number;
}

/** The sessions of a coach on one day, over all candidates; withdrawn ones are not among them. */
export async function coachDay(
  db: Kysely<ReadDatabase>,
  coachId: Id,
  on: CalendarDate,
): Promise<readonly CoachDaySession[]> {
  const rows = await db
    .selectFrom('coach_day')
    .selectAll()
    .where('coach_id', '=', coachId)
    .where('on', '=', on)
    .orderBy('session_id')
    .execute();
  return rows.map((row) => ({
    sessionId: row.session_id,
    trajectoryId: row.trajectory_id,
    minutes: row.minutes,
    creditedMinutes: row.credited_minutes,
    groupSize: row.group_size,
    startsAt: row.starts_at,
  }));
}

/** Minutes per day of a coach from `from` up to and including `to`, in order; days without a session are left out. */
export async function coachDays(
  db: Kysely<ReadDatabase>,
  coachId: Id,
  from: CalendarDate,
  to: CalendarDate,
): Promise<readonly CoachDayTotal[]> {
  const rows = await db
    .selectFrom('coach_day')
    .select((eb) => [
      'on',
      eb.fn.sum<number>('credited_minutes').as('minutes'),
      eb.fn.countAll<number>().as('sessions'),
    ])
    .where('coach_id', '=', coachId)
    .where('on', '>=', from)
    .where('on', '<=', to)
    .groupBy('on')
    .orderBy('on')
    .execute();
  return rows.map((row) => ({
    on: row.on as CalendarDate,
    minutes: Number(row.minutes),
    sessions: Number(row.sessions),
  }));
}
