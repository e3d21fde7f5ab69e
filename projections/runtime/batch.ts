import type { Kysely } from 'kysely';
import type { BatchChanges } from './batch-changes.js';
import type { BatchWriter } from './batch-writer.js';
import type { Bookkeeping } from './bookkeeping.js';
import { errorName, ProjectionFailed, ReadStoreFailed } from './errors.js';
import type { Stretch } from './feed.js';
import type { Generation } from './generation.js';
import type { Lease } from './lease.js';
import type { ProjectedEvent } from './projection.js';

/** What applying a batch needs of the runtime. */
export interface BatchParts {
  readonly db: Kysely<Bookkeeping>;
  readonly writer: BatchWriter;
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
  stretch: Stretch,
  parked: readonly ParkedEvent[],
): Promise<void> {
  const { events, position, passed } = stretch;
  if (position === undefined || generations.length === 0) return;
  try {
    await applyEvents(generations, events, parked);
    await parts.writer.write(
      handOver(parts, generations, { from: generations[0]?.state.position, position, passed }, parked),
    );
  } catch (error) {
    for (const generation of generations) generation.discard();
    throw error;
  }
  for (const generation of generations) generation.committed(position, passed);
}

/** A stretch as its checkpoints go over it. */
export interface Step {
  readonly from: string | undefined;
  readonly position: string;
  readonly passed: number;
}

/** What was applied since the last time, to be stored. Throws `ProjectionFailed` when a row does not fit its table. */
export function handOver(
  { lease, now }: Pick<BatchParts, 'lease' | 'now'>,
  generations: readonly Generation[],
  step: Step,
  parked: readonly ParkedEvent[],
): BatchChanges {
  return {
    ...step,
    lease: lease.renewal,
    generations: generations.map(({ number }) => number),
    tables: generations.flatMap((generation) => generation.handOver()),
    parked: parked.map((one) => deadLetter(one, now())),
  };
}

/** Applies events to the rows in memory. Rejects with `ProjectionFailed`, or with `ReadStoreFailed`. */
export async function applyEvents(
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
    if (generation.state.served) await settleRows(generation, Number.POSITIVE_INFINITY);
  }
}

/** Derives what events left to be derived, of at most `most` things; true when others are left. Rejects with `ProjectionFailed`. */
export async function settleRows(generation: Generation, most: number): Promise<boolean> {
  try {
    return await generation.settle(most);
  } catch (error) {
    throw blame(generation, undefined, error);
  }
}

function isParked(parked: readonly ParkedEvent[], generation: Generation, event: ProjectedEvent): boolean {
  return parked.some((one) => one.generation === generation && one.event.position === event.position);
}

function blame(generation: Generation, position: string | undefined, cause: unknown): Error {
  if (cause instanceof ReadStoreFailed) return cause;
  return new ProjectionFailed(generation.projection.name, position, { cause });
}

function deadLetter({ generation, event, error }: ParkedEvent, now: number): BatchChanges['parked'][number] {
  return {
    generation: generation.number,
    position: event.position,
    projection: generation.projection.name,
    event_id: event.id,
    event_type: event.type,
    error,
    parked_at: new Date(now).toISOString(),
  };
}

/** What is kept of an error when its event is parked: the name of its class, never its message. */
export function parkedError(failure: ProjectionFailed): string {
  return errorName(failure.cause);
}
