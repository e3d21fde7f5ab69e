import { setTimeout as sleep } from 'node:timers/promises';
import { applyBatch, type BatchParts, type ParkedEvent, parkedError } from './batch.js';
import { ProjectionFailed } from './errors.js';
import { type Stretch, stretchOf } from './feed.js';
import type { Generation } from './generation.js';
import type { ProjectedEvent } from './projection.js';

/** How often a failing event is tried again, and how long is waited before the first time; it doubles each time. */
export interface RetryPolicy {
  readonly retries: number;
  readonly delayMs: number;
}

/** Whether an event that keeps failing is left out of the read model, or stops its building. */
export type WhenPoisoned = 'park' | 'stop';

/**
 * `applyBatch` with a bounded number of retries. What keeps failing is parked as a dead letter of that one read
 * model, the others get the event; with `stop` it rejects with `ProjectionFailed` instead, its position known.
 */
export async function applyResiliently(
  parts: BatchParts,
  generations: readonly Generation[],
  stretch: Stretch,
  policy: RetryPolicy & { readonly whenPoisoned: WhenPoisoned },
  failed?: ProjectionFailed,
): Promise<void> {
  const { events } = stretch;
  const parked: ParkedEvent[] = [];
  let attempts = 0;
  let failing: string | undefined;
  let failure = failed ?? (await attempt(parts, generations, stretch, parked));
  while (failure !== undefined) {
    const culprit = culpritOf(failure, generations, events);
    if (culprit === undefined) return applyOneByOne(parts, generations, stretch, policy);
    if (parked.some((one) => one.generation === culprit.generation && one.event === culprit.event))
      throw failure;
    const name = `${culprit.generation.number} ${culprit.event.position}`;
    attempts = name === failing ? attempts + 1 : 1;
    failing = name;
    if (attempts <= policy.retries) {
      await sleep(policy.delayMs * 2 ** (attempts - 1));
    } else if (policy.whenPoisoned === 'stop') {
      throw new ProjectionFailed(failure.projection, culprit.event.position, { cause: failure.cause });
    } else {
      parked.push({ ...culprit, error: parkedError(failure) });
    }
    failure = await attempt(parts, generations, stretch, parked);
  }
}

/** How the stretch failed on an event or a row; undefined when it is stored. Rejects with all other trouble. */
async function attempt(
  parts: BatchParts,
  generations: readonly Generation[],
  stretch: Stretch,
  parked: readonly ParkedEvent[],
): Promise<ProjectionFailed | undefined> {
  try {
    await applyBatch(parts, generations, stretch, parked);
    return undefined;
  } catch (error) {
    if (error instanceof ProjectionFailed) return error;
    throw error;
  }
}

/** The event and generation to blame, or undefined when the batch has to be taken apart to find out. */
function culpritOf(
  failure: ProjectionFailed,
  generations: readonly Generation[],
  events: readonly ProjectedEvent[],
): Omit<ParkedEvent, 'error'> | undefined {
  const generation = generations.find((one) => one.projection.name === failure.projection);
  const event = events.length === 1 ? events[0] : events.find((one) => one.position === failure.position);
  return generation === undefined || event === undefined ? undefined : { generation, event };
}

async function applyOneByOne(
  parts: BatchParts,
  generations: readonly Generation[],
  { events, position, passed }: Stretch,
  policy: RetryPolicy & { readonly whenPoisoned: WhenPoisoned },
): Promise<void> {
  for (const event of events) await applyResiliently(parts, generations, stretchOf([event]), policy);
  const others = passed - events.length;
  if (others > 0) await applyBatch(parts, generations, { events: [], position, passed: others }, []);
}
