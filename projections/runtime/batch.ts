import type { Kysely } from 'kysely';
import type { Bookkeeping } from './bookkeeping.js';
import type { RowDialect } from './dialect.js';
import { errorName, LeaseLost, ProjectionFailed, ReadStoreFailed } from './errors.js';
import type { Stretch } from './feed.js';
import type { Generation } from './generation.js';
import type { Lease } from './lease.js';
import type { ProjectedEvent } from './projection.js';

/** What applying a batch needs of the runtime. */
export interface BatchParts {
  readonly db: Kysely<Bookkeeping>;
  readonly dialect: RowDialect;
  readonly lease: Lease;
  /** Now, in milliseconds since 1970. */
  readonly now: () => number;
}

/** An event that one generation leaves out, because it could not be applied. */
export interface ParkedEvent {
  readonly generation: Generation;
  readonly event: ProjectedEvent;
  readonly error: string;
}

/**
 * Applies a stretch of the feed to generations that stand at the same position, and stores rows and checkpoints in one transaction.
 * Nothing is stored when it rejects: with `ProjectionFailed` when an event or its rows are at fault, with `LeaseLost`
 * when another process projects, else with what the store threw.
 */
export async function applyBatch(
  parts: BatchParts,
  generations: readonly Generation[],
  { events, position, passed }: Stretch,
  parked: readonly ParkedEvent[],
): Promise<void> {
  if (position === undefined || generations.length === 0) return;
  try {
    await applyAll(generations, events, parked);
    await parts.db.transaction().execute(async (transaction) => {
      await parts.lease.renew(transaction);
      await advance(transaction, generations, position, passed);
      for (const generation of generations) await flush(transaction, generation, parts.dialect);
      await storeParked(transaction, parked, parts.now());
    });
  } catch (error) {
    for (const generation of generations) generation.discard();
    throw error;
  }
  for (const generation of generations) {
    generation.rows.committed();
    generation.state.position = position;
    generation.state.events += passed;
  }
}

async function applyAll(
  generations: readonly Generation[],
  events: readonly ProjectedEvent[],
  parked: readonly ParkedEvent[],
): Promise<void> {
  const byType = new Map<string, readonly Generation[]>();
  for (const event of events) {
    let handling = byType.get(event.type);
    if (handling === undefined) {
      handling = generations.filter((generation) => generation.handles(event.type));
      byType.set(event.type, handling);
    }
    for (const generation of handling) {
      if (parked.length > 0 && isParked(parked, generation, event)) continue;
      try {
        const applied = generation.projection.apply(event, generation.rows);
        if (applied !== undefined) await applied;
      } catch (error) {
        throw blame(generation, event.position, error);
      }
    }
  }
  for (const generation of generations) {
    try {
      await generation.projection.settle?.(generation.rows);
    } catch (error) {
      throw blame(generation, undefined, error);
    }
  }
}

function isParked(parked: readonly ParkedEvent[], generation: Generation, event: ProjectedEvent): boolean {
  return parked.some((one) => one.generation === generation && one.event.position === event.position);
}

function blame(generation: Generation, position: string | undefined, cause: unknown): Error {
  if (cause instanceof ReadStoreFailed) return cause;
  return new ProjectionFailed(generation.projection.name, position, { cause });
}

/** Moves the checkpoints on, if they stand where this process believes that they stand. */
async function advance(
  transaction: Kysely<Bookkeeping>,
  generations: readonly Generation[],
  position: string,
  passed: number,
): Promise<void> {
  const before = generations[0]?.state.position;
  const { numUpdatedRows } = await transaction
    .updateTable('projection_generation')
    .set((eb) => ({ position, events: eb('events', '+', passed) }))
    .where(
      'generation',
      'in',
      generations.map((generation) => generation.number),
    )
    .where('position', before === undefined ? 'is' : '=', before ?? null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== BigInt(generations.length)) throw new LeaseLost();
}

async function flush(
  transaction: Kysely<Bookkeeping>,
  generation: Generation,
  dialect: RowDialect,
): Promise<void> {
  try {
    await generation.rows.flush(transaction);
  } catch (error) {
    throw dialect.isRowAtFault(error) ? blame(generation, undefined, error) : error;
  }
}

async function storeParked(
  transaction: Kysely<Bookkeeping>,
  parked: readonly ParkedEvent[],
  now: number,
): Promise<void> {
  if (parked.length === 0) return;
  await transaction
    .insertInto('projection_dead_letter')
    .values(
      parked.map(({ generation, event, error }) => ({
        generation: generation.number,
        position: event.position,
        projection: generation.projection.name,
        event_id: event.id,
        event_type: event.type,
        error,
        parked_at: new Date(now).toISOString(),
      })),
    )
    .execute();
}

/** What is kept of an error when its event is parked: the name of its class, never its message. */
export function parkedError(failure: ProjectionFailed): string {
  return errorName(failure.cause);
}
