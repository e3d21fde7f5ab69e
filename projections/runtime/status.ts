import type { Kysely } from 'kysely';
import type { Bookkeeping } from './bookkeeping.js';
import type { RowDialect } from './dialect.js';
import type { Feed } from './feed.js';
import type { Projection } from './projection.js';

/** How one read model is doing. */
export interface ReadModelStatus {
  readonly projection: string;
  /** The version of this process, and the one that is served. */
  readonly version: number;
  readonly servedVersion: number | undefined;
  readonly position: string | undefined;
  /** True when every event that was there a moment ago is in it. */
  readonly upToDate: boolean;
  /** How long ago the first event that is missing was recorded, in milliseconds; 0 when none is. */
  readonly lagMs: number;
  readonly deadLetters: number;
  /** The building beside the served tables, where there is one. */
  readonly rebuilding: { readonly version: number; readonly events: number; readonly of: number } | undefined;
  /** The building that stopped, where one did: the name of the error and the position of the event. */
  readonly stopped: { readonly error: string; readonly position: string | undefined } | undefined;
}

export interface RuntimeStatus {
  /** True when a process holds the lease now. */
  readonly projecting: boolean;
  readonly readModels: readonly ReadModelStatus[];
  readonly deadLetters: number;
  /** False when an event was parked, a building stopped, this process failed to project, or nobody projects. */
  readonly healthy: boolean;
  /** The name of the error that last stopped this process from projecting; undefined when it projects again. */
  readonly failure: string | undefined;
}

/** What the status is read from, beside the books. */
interface StatusParts {
  readonly dialect: RowDialect;
  readonly feed: Feed;
  readonly projections: readonly Projection[];
}

/** Reads from the books and the feed how the read models are doing, by the database's clock. Any process may ask. */
export async function readStatus(
  db: Kysely<Bookkeeping>,
  { dialect, feed, projections }: StatusParts,
  failure: string | undefined,
): Promise<RuntimeStatus> {
  const head = await feed.head();
  const lines = await db.selectFrom('projection_generation').selectAll().execute();
  const parked = await db
    .selectFrom('projection_dead_letter')
    .select(['generation', (eb) => eb.fn.countAll().as('count')])
    .groupBy('generation')
    .execute();
  const lease = await db
    .selectFrom('projection_lease')
    .select(['expires_at', dialect.now.as('now')])
    .executeTakeFirstOrThrow();
  const now = Number(lease.now);
  const readModels: ReadModelStatus[] = [];
  const lags = new Map<string | undefined, number>();
  for (const { name, version } of projections) {
    const own = lines.filter((line) => line.projection === name);
    const served = own.find((line) => line.served === 1);
    const building = own.find((line) => line.served === 0 && line.failure === null);
    const stopped = own.find((line) => line.failure !== null);
    const position = served?.position ?? undefined;
    const upToDate = isUpToDate(feed, position, head);
    if (!lags.has(position)) lags.set(position, upToDate ? 0 : await lagMs(feed, position, now));
    readModels.push({
      projection: name,
      version,
      servedVersion: served?.version,
      position,
      upToDate,
      lagMs: lags.get(position) ?? 0,
      deadLetters: Number(parked.find((one) => one.generation === served?.generation)?.count ?? 0),
      rebuilding: building && {
        version: building.version,
        events: Number(building.events),
        of: Math.max(Number(served?.events ?? 0), Number(building.events)),
      },
      stopped: stopped && { error: stopped.failure ?? '', position: stopped.failed_at ?? undefined },
    });
  }
  const deadLetters = readModels.reduce((sum, model) => sum + model.deadLetters, 0);
  const projecting = Number(lease.expires_at) > now;
  const healthy =
    projecting &&
    failure === undefined &&
    deadLetters === 0 &&
    readModels.every((model) => model.stopped === undefined);
  return { projecting, readModels, deadLetters, healthy, failure };
}

function isUpToDate(feed: Feed, position: string | undefined, head: string | undefined): boolean {
  if (head === undefined) return true;
  return position !== undefined && feed.comparePositions(position, head) >= 0;
}

async function lagMs(feed: Feed, position: string | undefined, now: number): Promise<number> {
  const { events } = await feed.readAll({ ...(position === undefined ? {} : { after: position }), limit: 1 });
  const [missing] = events;
  return missing === undefined ? 0 : Math.max(0, now - Date.parse(missing.recordedAt));
}
