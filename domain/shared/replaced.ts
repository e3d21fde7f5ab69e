import type { Id } from './ids.js';

/** `items` with `change` in the place of the one with this id; the others and their order stay. */
export function replaced<Item extends { readonly id: Id }>(
  items: readonly Item[],
  id: Id,
  change: (item: Item) => Item,
): readonly Item[] {
  return items.map((item) => (item.id === id ? change(item) : item));
}
