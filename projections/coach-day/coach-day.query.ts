import { type CompiledQuery, type Kysely, type SqlBool, sql } from 'kysely';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { ReadDatabase } from '../read-database.js';
import type { StoredRow } from '../runtime/define-table.js';
import type { coachDayTable } from './coach-day.schema.js';

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

/** A day of a coach. */
export interface CoachDay {
  readonly coachId: Id;
  readonly on: CalendarDate;
}

/**
 * The sessions on each of these days over all candidates, in the order of `days`; withdrawn ones are not among them.
 * One query for all: on SQLite beginning a read costs ten times what finding a day does.
 */
export async function sessionsOnCoachDays(
  db: Kysely<ReadDatabase>,
  days: readonly CoachDay[],
): Promise<readonly (readonly CoachDaySession[])[]> {
  if (days.length === 0) return [];
  const found = new Map<string, CoachDaySession[]>(days.map((day) => [nameOf(day), []]));
  const wanted = filledUp(days);
  const { rows } = await db.executeQuery<CoachDayRow>({
    ...compiledFor(db, wanted),
    parameters: wanted.flatMap(({ coachId, on }) => [coachId, on]),
  });
  for (const row of rows) {
    found.get(nameOf({ coachId: row.coach_id, on: row.on as CalendarDate }))?.push({
      sessionId: row.session_id,
      trajectoryId: row.trajectory_id,
      minutes: row.minutes,
      creditedMinutes: row.credited_minutes,
      groupSize: row.group_size,
      startsAt: row.starts_at,
    });
  }
  return days.map((day) => found.get(nameOf(day)) ?? []);
}

type CoachDayRow = StoredRow<typeof coachDayTable>;

/** The query for each number of days: compiling it costs more than running it, and only its parameters differ. */
const COMPILED = new WeakMap<Kysely<ReadDatabase>, Map<number, CompiledQuery<CoachDayRow>>>();

function compiledFor(db: Kysely<ReadDatabase>, days: readonly CoachDay[]): CompiledQuery<CoachDayRow> {
  const own = COMPILED.get(db) ?? new Map<number, CompiledQuery<CoachDayRow>>();
  COMPILED.set(db, own);
  const known = own.get(days.length);
  if (known !== undefined) return known;
  const wanted = sql`(values ${sql.join(days.map((day) => sql`(${day.coachId}, ${day.on})`))})`;
  const compiled = db
    .selectFrom('coach_day')
    .selectAll()
    .where(sql<SqlBool>`("coach_id", "on") in ${wanted}`)
    .orderBy('session_id')
    .compile();
  own.set(days.length, compiled);
  return compiled;
}

function nameOf({ coachId, on }: CoachDay): string {
  return `${coachId} ${on}`;
}

/** The days up to a power of two, the last one repeated, so that a handful of statements serves every number of days. */
function filledUp(days: readonly CoachDay[]): readonly CoachDay[] {
  const size = 2 ** Math.ceil(Math.log2(days.length));
  return Array.from({ length: size }, (_, index) => days[Math.min(index, days.length - 1)] as CoachDay);
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
