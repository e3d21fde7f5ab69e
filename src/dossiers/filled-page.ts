import type { ItemCursor } from '../../projections/trajectory/trajectory.query.js';

interface Page {
  readonly after?: ItemCursor | undefined;
  readonly limit: number;
}

/**
 * At most `page.limit` of a list, newest first, as `seen` makes them of what is read: in the same order, without what is
 * out of sight or had not come about. A page that was read may hold nothing of it, so it goes on until there is enough or
 * nothing left.
 */
export async function filledPage<Item, Seen>(
  { after, limit }: Page,
  read: (page: Page) => Promise<readonly Item[]>,
  seen: (items: readonly Item[]) => readonly Seen[] | Promise<readonly Seen[]>,
  cursorOf: (item: Item) => ItemCursor,
): Promise<readonly Seen[]> {
  const filled: Seen[] = [];
  for (let cursor = after; ; ) {
    const items = await read({ after: cursor, limit });
    filled.push(...(await seen(items)));
    const last = items.at(-1);
    if (last === undefined || items.length < limit || filled.length >= limit) return filled.slice(0, limit);
    cursor = cursorOf(last);
  }
}
