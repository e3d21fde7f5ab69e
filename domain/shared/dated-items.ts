import type { CalendarDate } from './calendar.js';
import type { Id } from './ids.js';

interface Dated {
  readonly id: Id;
  readonly on: CalendarDate;
}

/**
 * Many dated facts, by month, day and id: adding one copies a month's days and one day, not all there are.
 * Months are `YYYY-MM`.
 */
export type DatedItems<Item extends Dated> = ReadonlyMap<
  string,
  ReadonlyMap<CalendarDate, ReadonlyMap<Id, Item>>
>;

function monthOf(day: CalendarDate): string {
  return day.slice(0, 7);
}

/** The items of `day`, in order of recording. */
export function itemsOn<Item extends Dated>(
  items: DatedItems<Item>,
  day: CalendarDate,
): ReadonlyMap<Id, Item> {
  return items.get(monthOf(day))?.get(day) ?? new Map();
}

/** The item with this id; `likelyOn` is looked at first, so that a hit there costs nothing. */
export function itemById<Item extends Dated>(
  items: DatedItems<Item>,
  id: Id,
  likelyOn?: CalendarDate,
): Item | undefined {
  const likely = likelyOn && itemsOn(items, likelyOn).get(id);
  if (likely) return likely;
  for (const days of items.values()) {
    for (const day of days.values()) {
      const found = day.get(id);
      if (found) return found;
    }
  }
  return undefined;
}

function withDay<Item extends Dated>(
  items: DatedItems<Item>,
  day: CalendarDate,
  held: ReadonlyMap<Id, Item>,
): DatedItems<Item> {
  const days = new Map(items.get(monthOf(day)));
  days.set(day, held);
  return new Map(items).set(monthOf(day), days);
}

/** `items` with `item` added, or in the place of `previous`, which may have been on another day. */
export function withItem<Item extends Dated>(
  items: DatedItems<Item>,
  item: Item,
  previous?: Item,
): DatedItems<Item> {
  let kept = items;
  if (previous && previous.on !== item.on) {
    const held = new Map(itemsOn(items, previous.on));
    held.delete(previous.id);
    kept = withDay(items, previous.on, held);
  }
  return withDay(kept, item.on, new Map(itemsOn(kept, item.on)).set(item.id, item));
}

/** Every item, by month and day of first recording. */
export function allItems<Item extends Dated>(items: DatedItems<Item>): readonly Item[] {
  return [...items.values()].flatMap((days) => [...days.values()].flatMap((day) => [...day.values()]));
}
