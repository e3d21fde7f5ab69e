import type { Id } from './ids.js';

/** The merges that stand: what each duplicate was merged into. */
export type Survivors = ReadonlyMap<Id, Id>;

/** Nothing was merged. */
export const ALL_APART: Survivors = new Map();

/**
 * The one that `id` stands for after every merge: itself when it is no duplicate. Total: should merges go round in a
 * circle, which deciding them prevents, the smallest id of the circle stands for all.
 */
export function survivorOf(survivors: Survivors, id: Id): Id {
  const seen = new Set<Id>();
  let at = id;
  for (let next = survivors.get(at); next !== undefined && !seen.has(at); next = survivors.get(at)) {
    seen.add(at);
    at = next;
  }
  return seen.has(at) ? smallestOfCircle(survivors, at) : at;
}

function smallestOfCircle(survivors: Survivors, start: Id): Id {
  let smallest = start;
  for (let at = survivors.get(start); at !== undefined && at !== start; at = survivors.get(at)) {
    if (at < smallest) smallest = at;
  }
  return smallest;
}

/** True when both ids are one and the same after every merge. */
export function areOne(survivors: Survivors, a: Id, b: Id): boolean {
  return a === b || survivorOf(survivors, a) === survivorOf(survivors, b);
}
