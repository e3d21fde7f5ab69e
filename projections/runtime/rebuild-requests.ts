import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Bookkeeping } from './bookkeeping.js';
import type { RowDialect } from './dialect.js';

export type RebuildStatus = Bookkeeping['rebuild_request']['status'];

/** A rebuild that somebody asked for. */
export interface RebuildRequest {
  readonly id: string;
  readonly projections: readonly string[];
  readonly status: RebuildStatus;
}

/** How far a building is: `events` of about `of` events passed. */
export interface RebuildProgress {
  readonly status: RebuildStatus;
  readonly events: number;
  readonly of: number;
}

/** Writes the request down, for whichever process projects, at the database's time: they are done in order. Gives its id. */
export async function askRebuild(
  db: Kysely<Bookkeeping>,
  { now }: Pick<RowDialect, 'now'>,
  projections: readonly string[],
): Promise<string> {
  const id = randomUUID();
  const time = await db.selectFrom('projection_lease').select(now.as('now')).executeTakeFirstOrThrow();
  await db
    .insertInto('rebuild_request')
    .values({
      id,
      projections: JSON.stringify(projections),
      status: 'asked',
      requested_at: new Date(Number(time.now)).toISOString(),
    })
    .execute();
  return id;
}

/** Requests that are not finished, oldest first. */
export async function openRequests(db: Kysely<Bookkeeping>): Promise<readonly RebuildRequest[]> {
  const rows = await db
    .selectFrom('rebuild_request')
    .selectAll()
    .where('status', 'in', ['asked', 'running'])
    .orderBy('requested_at')
    .execute();
  return rows.map(({ id, projections, status }) => ({ id, projections: JSON.parse(projections), status }));
}

export async function setRequestStatus(
  db: Kysely<Bookkeeping>,
  id: string,
  status: RebuildStatus,
): Promise<void> {
  await db.updateTable('rebuild_request').set({ status }).where('id', '=', id).execute();
}

/** How far a request is, or undefined when there is none by that id. */
export async function rebuildProgress(
  db: Kysely<Bookkeeping>,
  id: string,
): Promise<RebuildProgress | undefined> {
  const request = await db.selectFrom('rebuild_request').selectAll().where('id', '=', id).executeTakeFirst();
  if (request === undefined) return undefined;
  const projections: string[] = JSON.parse(request.projections);
  const lines = await db
    .selectFrom('projection_generation')
    .select(['projection', 'served', 'events', 'failure'])
    .where('projection', 'in', projections)
    .execute();
  let events = 0;
  let of = 0;
  for (const projection of projections) {
    const served = Number(lines.find((line) => line.projection === projection && line.served)?.events ?? 0);
    const building = lines.find((line) => line.projection === projection && !line.served && !line.failure);
    const passed =
      building === undefined ? (request.status === 'asked' ? 0 : served) : Number(building.events);
    events += passed;
    of += Math.max(served, passed);
  }
  return { status: request.status, events, of };
}
