import type { FastifyReply } from 'fastify';
import { answerPage, windowOf } from '../http/read/page.js';
import type { PageRequest } from '../http/read/queries.js';

/** Answers a page of a list that is at hand whole, in order of `keyOf` (ascending). */
export function listPage<Item>(
  reply: FastifyReply,
  list: readonly Item[],
  query: PageRequest,
  keyOf: (item: Item) => string | number,
): { readonly items: readonly Item[] } {
  const window = windowOf(query, 1);
  const after = window.after?.[0] ?? undefined;
  const rest = after === undefined ? list : list.filter((item) => keyOf(item) > after);
  return answerPage(reply, rest, window, (item) => [keyOf(item)]);
}
