import type { Kysely } from 'kysely';
import type { Bookkeeping } from './bookkeeping.js';
import type { RowDialect } from './dialect.js';
import type { Feed } from './feed.js';
import { Generation, type GenerationParts } from './generation.js';
import { createGeneration, dropGeneration } from './generation-tables.js';
import type { Projection } from './projection.js';

type Line = Bookkeeping['projection_generation'];

/** Every generation that this process drives, by how far it is. */
export interface Lineup {
  /** Served, and at the end of the feed: they get every new batch together. */
  readonly live: Generation[];
  /** Still being built, whether served already (a first building) or beside the served one. */
  readonly behind: Generation[];
  /** Served, but of another version than this process has: they stand still until their successor is built. */
  readonly stale: { readonly projection: string; readonly position: string | undefined }[];
}

/**
 * Reads from the books where every read model is, and begins a building for each that is new or whose version was
 * raised. To be called in a transaction that holds the lease.
 */
export async function loadLineup(
  db: Kysely<Bookkeeping>,
  projections: readonly Projection[],
  parts: GenerationParts,
  feed: Pick<Feed, 'comparePositions'>,
): Promise<Lineup> {
  const lineup: Lineup = { live: [], behind: [], stale: [] };
  for (const projection of projections) {
    const lines = await linesOf(db, projection);
    const served = lines.find((line) => line.served === 1);
    if (served === undefined) {
      for (const line of lines) await dropGeneration(db, line.generation);
      lineup.behind.push(await beginGeneration(db, projection, parts, true));
    } else if (served.version === projection.version) {
      lineup[served.indexed === 1 ? 'live' : 'behind'].push(toGeneration(served, projection, parts));
      const building = lines.find((line) => line.served === 0 && line.failure === null);
      if (building?.version === projection.version)
        lineup.behind.push(toGeneration(building, projection, parts));
    } else {
      lineup.stale.push({ projection: projection.name, position: served.position ?? undefined });
      lineup.behind.push(await resumeOrBegin(db, projection, parts, lines));
    }
  }
  keepOnlyTheFurthestLive(lineup, feed);
  return lineup;
}

/** Starts a building of the read model from the first event. */
export async function beginGeneration(
  db: Kysely<Bookkeeping>,
  projection: Projection,
  parts: { readonly dialect: RowDialect } & GenerationParts,
  served: boolean,
): Promise<Generation> {
  const number = await createGeneration(db, parts.dialect, projection, served);
  return new Generation(
    number,
    projection,
    { served, indexed: false, position: undefined, events: 0 },
    parts,
  );
}

async function linesOf(db: Kysely<Bookkeeping>, projection: Projection): Promise<Line[]> {
  return db
    .selectFrom('projection_generation')
    .selectAll()
    .where('projection', '=', projection.name)
    .orderBy('generation', 'desc')
    .execute();
}

function toGeneration(line: Line, projection: Projection, parts: GenerationParts): Generation {
  const state = {
    served: line.served === 1,
    indexed: line.indexed === 1,
    position: line.position ?? undefined,
    events: Number(line.events),
  };
  return new Generation(line.generation, projection, state, parts);
}

/** The building of the present version that is under way, else a new one; attempts at other versions go. */
async function resumeOrBegin(
  db: Kysely<Bookkeeping>,
  projection: Projection,
  parts: GenerationParts,
  lines: readonly Line[],
): Promise<Generation> {
  let resumed: Line | undefined;
  for (const line of lines.filter((one) => one.served === 0)) {
    const usable = line.version === projection.version && line.failure === null;
    if (usable && resumed === undefined) resumed = line;
    else await dropGeneration(db, line.generation);
  }
  return resumed === undefined
    ? beginGeneration(db, projection, parts, false)
    : toGeneration(resumed, projection, parts);
}

/** A served model that missed events (its code was away for a while) first catches up beside the others. */
function keepOnlyTheFurthestLive(lineup: Lineup, feed: Pick<Feed, 'comparePositions'>): void {
  const compare = (a: string | undefined, b: string | undefined): number => {
    if (a === undefined || b === undefined) return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1);
    return feed.comparePositions(a, b);
  };
  let furthest: string | undefined;
  for (const { state } of lineup.live) if (compare(state.position, furthest) > 0) furthest = state.position;
  for (const generation of [...lineup.live]) {
    if (compare(generation.state.position, furthest) === 0) continue;
    lineup.live.splice(lineup.live.indexOf(generation), 1);
    lineup.behind.push(generation);
  }
}
