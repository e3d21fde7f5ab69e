import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';

/** The place after an item in a list that is newest first. */
interface Cursor {
  readonly on: CalendarDate;
  readonly id: Id;
}

interface Page {
  readonly after?: Cursor | undefined;
  readonly limit: number;
}

/**
 * At most `page.limit` items that `isSeen`. A page that was read may hold nothing that this asker sees, so it goes on
 * until there is enough or nothing left.
 */
export async function fullPage<Item>(
  page: Page,
  isSeen: (item: Item) => boolean,
  read: (page: Page) => Promise<readonly Item[]>,
  cursorOf: (item: Item) => Cursor,
): Promise<readonly Item[]> {
  const { limit } = page;
  const seen: Item[] = [];
  for (let { after } = page; seen.length < limit; ) {
    const items = await read({ after, limit });
    seen.push(...items.filter(isSeen).slice(0, limit - seen.length));
    const last = items.at(-1);
    if (last === undefined || items.length < limit) break;
    after = cursorOf(last);
  }
  return seen;
}
