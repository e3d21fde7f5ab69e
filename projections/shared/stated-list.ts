import type { Id } from '../../domain/shared/ids.js';

interface Item {
  readonly id: Id;
}

/** The list with one more item, in order of recording; one with its id is replaced. */
export function withItem<One extends Item>(list: readonly One[], item: One): readonly One[] {
  return [...list.filter((one) => one.id !== item.id), item];
}

/** The list with the item of this id changed; the reason of a correction stays with its event. */
export function withItemChanged<One extends Item>(
  list: readonly One[],
  id: Id,
  changes: object,
): readonly One[] {
  const stated = Object.fromEntries(Object.entries(changes).filter(([field]) => field !== 'reason'));
  return list.map((one) => (one.id === id ? { ...one, ...stated } : one));
}
