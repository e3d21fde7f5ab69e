import type { Id } from './ids.js';

const BUCKETS = 256;

/**
 * Many facts by id, never changed in place: adding one copies one bucket of 256 and not all there are, so that it stays
 * as cheap for a trajectory of years as for a new one.
 */
export type ItemsById<Item extends { readonly id: Id }> = readonly (ReadonlyMap<Id, Item> | undefined)[];

/** No items yet. */
export function noItems<Item extends { readonly id: Id }>(): ItemsById<Item> {
  return new Array<undefined>(BUCKETS).fill(undefined);
}

/** The last two characters tell most ids apart: the end of a UUIDv7 is random, its beginning is time. */
function bucketOf(id: Id): number {
  return ((id.charCodeAt(id.length - 2) * 31 + id.charCodeAt(id.length - 1)) | 0) % BUCKETS;
}

/** The item with this id. */
export function itemById<Item extends { readonly id: Id }>(items: ItemsById<Item>, id: Id): Item | undefined {
  return items[bucketOf(id)]?.get(id);
}

/** `items` with `item` added, or in the place of the one with its id. */
export function withItem<Item extends { readonly id: Id }>(
  items: ItemsById<Item>,
  item: Item,
): ItemsById<Item> {
  const bucket = bucketOf(item.id);
  return items.with(bucket, new Map(items[bucket]).set(item.id, item));
}

/** Every item, in no order that means anything. */
export function allItems<Item extends { readonly id: Id }>(items: ItemsById<Item>): readonly Item[] {
  return items.flatMap((bucket) => (bucket ? [...bucket.values()] : []));
}

/** Every item as `change` makes it, under the same id; buckets in which nothing changes are kept. */
export function mapItems<Item extends { readonly id: Id }>(
  items: ItemsById<Item>,
  change: (item: Item) => Item,
): ItemsById<Item> {
  return items.map((bucket) => {
    let changed: Map<Id, Item> | undefined;
    for (const [id, item] of bucket ?? []) {
      const now = change(item);
      if (now !== item) changed = (changed ?? new Map(bucket)).set(id, now);
    }
    return changed ?? bucket;
  });
}
