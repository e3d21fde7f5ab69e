import type { FastifyReply } from 'fastify';
import { type CursorKey, decodeCursor, encodeCursor } from './cursor.js';
import { DEFAULT_ITEMS, type PageRequest } from './queries.js';

/** Which part of a collection is asked for. */
export interface PageWindow {
  /** Give what comes after the item with this key; undefined from the start. */
  readonly after: CursorKey | undefined;
  /** How many items at the most. Read one more than this to know whether there is a next page. */
  readonly limit: number;
}

/** The window that a query asks for, of a collection ordered by `columns` columns. A foreign cursor throws a 400. */
export function windowOf({ cursor, limit = DEFAULT_ITEMS }: PageRequest, columns: number): PageWindow {
  return { after: cursor === undefined ? undefined : decodeCursor(cursor, columns), limit };
}

/** The text that a page goes on after, of a collection ordered by one column of texts; undefined from the start. */
export function textAfter({ after }: PageWindow): string | undefined {
  return after && String(after[0]);
}

/**
 * Answers a page of at most `limit` of `items` (give one more than `limit` when there are more), with a `Link` to the
 * next page that keeps the rest of the query.
 */
export function answerPage<Item>(
  reply: FastifyReply,
  items: readonly Item[],
  { limit }: PageWindow,
  keyOf: (item: Item) => CursorKey,
): { readonly items: readonly Item[] } {
  const page = items.slice(0, limit);
  const last = page.at(-1);
  if (items.length > limit && last !== undefined) reply.header('link', nextLink(reply, keyOf(last)));
  return { items: page };
}

function nextLink(reply: FastifyReply, key: CursorKey): string {
  const [path = '', query = ''] = reply.request.url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', encodeCursor(key));
  parameters.delete('position');
  return `<${path}?${parameters}>; rel="next"`;
}
