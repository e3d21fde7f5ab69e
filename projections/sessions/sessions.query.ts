import type { Kysely } from 'kysely';
import type { CalendarDate, Instant } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { Protected } from '../../domain/shared/protected.js';
import type { Session } from '../../domain/trajectory/facts.js';
import type { ReadDatabase } from '../read-database.js';
import { parsed, parsedOrNull } from '../shared/parse.js';
import { sessionFromRow } from './session-row.js';

/** A session with what was written about it, sealed. */
export interface WrittenSession {
  readonly trajectoryId: Id;
  readonly session: Session;
  readonly recordedAt: Instant;
  /** Of the trajectory's stream, when the session was last changed. */
  readonly revision: number;
  readonly summary: Protected<string>;
  readonly goals: Protected<readonly string[]> | null;
  readonly confidentialNote: Protected<string> | null;
}

/** The place after a session in a list that is newest first. */
export interface SessionCursor {
  readonly on: CalendarDate;
  readonly id: Id;
}

/** The sessions of these trajectories, withdrawn ones included, each with its trajectory, in order of day. One query. */
export async function sessionsOf(
  db: Kysely<ReadDatabase>,
  trajectoryIds: readonly Id[],
): Promise<readonly (readonly [Id, Session])[]> {
  const rows = await db
    .selectFrom('trajectory_session')
    .select([
      'session_id',
      'trajectory_id',
      'coach_id',
      'on',
      'starts_at',
      'minutes',
      'group_size',
      'activity',
      'form',
      'placement_id',
      'registered_on',
      'withdrawn',
      'approved_by',
      'declared_in',
    ])
    .where('trajectory_id', 'in', [...trajectoryIds])
    .orderBy('trajectory_id')
    .orderBy('on')
    .orderBy('session_id')
    .execute();
  return rows.map((row) => [row.trajectory_id, sessionFromRow(row)]);
}

/** At most `limit` sessions after the cursor, of days up to and including `until`. */
export interface SessionPage {
  readonly after?: SessionCursor | undefined;
  readonly until?: CalendarDate | undefined;
  readonly limit: number;
}

/** Sessions of a trajectory, newest first, withdrawn ones included. */
export async function sessionsPage(
  db: Kysely<ReadDatabase>,
  trajectoryId: Id,
  page: SessionPage,
): Promise<readonly WrittenSession[]> {
  const { after, until } = page;
  let query = db
    .selectFrom('trajectory_session')
    .selectAll()
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('on', 'desc')
    .orderBy('session_id', 'desc')
    .limit(page.limit);
  if (until) query = query.where('on', '<=', until);
  if (after) {
    query = query.where((eb) => eb(eb.refTuple('on', 'session_id'), '<', eb.tuple(after.on, after.id)));
  }
  return (await query.execute()).map(toWritten);
}

/** These sessions of the trajectory, in no fixed order; ids that it does not have are left out. One query. */
export async function sessionsById(
  db: Kysely<ReadDatabase>,
  trajectoryId: Id,
  sessionIds: readonly Id[],
): Promise<readonly WrittenSession[]> {
  if (sessionIds.length === 0) return [];
  const rows = await db
    .selectFrom('trajectory_session')
    .selectAll()
    .where('session_id', 'in', [...sessionIds])
    .where('trajectory_id', '=', trajectoryId)
    .execute();
  return rows.map(toWritten);
}

function toWritten(row: ReadDatabase['trajectory_session']): WrittenSession {
  return {
    trajectoryId: row.trajectory_id,
    session: sessionFromRow(row),
    recordedAt: row.recorded_at,
    revision: row.revision,
    summary: parsed<Protected<string>>(row.summary),
    goals: parsedOrNull<Protected<readonly string[]>>(row.goals),
    confidentialNote: parsedOrNull<Protected<string>>(row.confidential_note),
  };
}
