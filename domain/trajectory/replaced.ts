import type { Id } from '../shared/ids.js';

/** `items` with `change` made to the one that has this id. */
export function replaced<Item extends { readonly id: Id }>(
  items: readonly Item[],
  id: Id,
  change: (item: Item) => Item,
): readonly Item[] {
  return items.map((item) => (item.id === id ? change(item) : item));
}
