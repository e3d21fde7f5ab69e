import type { BatchParts } from './batch.js';
import type { Feed } from './feed.js';
import type { Generation } from './generation.js';
import type { Lineup } from './lineup.js';
import { applyResiliently, type RetryPolicy } from './resilient-batch.js';

/** What a step of building needs besides. */
export interface CatchUpParts extends BatchParts {
  readonly feed: Feed;
  readonly slice: number;
  readonly retry: RetryPolicy;
}

/**
 * One slice of building: the generations that are furthest behind go on, never past the live ones.
 * Gives those that stand beside the live ones now and can join them. Rejects as `applyResiliently` does.
 */
export async function catchUp(parts: CatchUpParts, lineup: Lineup): Promise<readonly Generation[]> {
  const group = furthestBehind(parts.feed, lineup.behind);
  const [first] = group;
  if (first === undefined) return [];
  const target = nextPosition(parts.feed, lineup, first.state.position);
  if (lineup.live.length > 0 && first.state.position === target) return group;
  const stretch = await parts.feed.readAll({
    ...(first.state.position === undefined ? {} : { after: first.state.position }),
    ...(target === undefined ? {} : { upTo: target }),
    limit: parts.slice,
    types: new Set(group.flatMap(({ projection }) => projection.handles)),
  });
  await applyResiliently(parts, group, stretch, {
    ...parts.retry,
    whenPoisoned: first.state.served ? 'park' : 'stop',
  });
  const live = lineup.live[0];
  if (live !== undefined) return live.state.position === first.state.position ? group : [];
  return stretch.passed < parts.slice && target === undefined ? group : [];
}

/** The generations at the lowest position that share their policy for a failing event. */
function furthestBehind(feed: Feed, behind: readonly Generation[]): readonly Generation[] {
  let lowest: Generation | undefined;
  for (const one of behind) {
    if (lowest === undefined || isBefore(feed, one.state.position, lowest.state.position)) lowest = one;
  }
  return behind.filter(
    (one) => one.state.position === lowest?.state.position && one.state.served === lowest?.state.served,
  );
}

/** The nearest position above this one at which others stand; undefined when there is none, and no bound. */
function nextPosition(feed: Feed, lineup: Lineup, from: string | undefined): string | undefined {
  let next = lineup.live[0]?.state.position;
  for (const { state } of lineup.behind) {
    if (!isBefore(feed, from, state.position)) continue;
    if (next === undefined || isBefore(feed, state.position, next)) next = state.position;
  }
  return next;
}

function isBefore(feed: Feed, a: string | undefined, b: string | undefined): boolean {
  if (b === undefined) return false;
  return a === undefined || feed.comparePositions(a, b) < 0;
}
