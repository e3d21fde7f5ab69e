import type { FastifyReply } from 'fastify';
import { encodeCursor } from '../http/read/cursor.js';

/** Answers a page of a stream, with a `Link` to the next while there is more after revision `next`. */
export function followingPage<Item>(
  reply: FastifyReply,
  items: readonly Item[],
  next: number | undefined,
): { readonly items: readonly Item[] } {
  if (next !== undefined) {
    const [path = '', query = ''] = reply.request.url.split('?', 2);
    const parameters = new URLSearchParams(query);
    parameters.set('cursor', encodeCursor([next]));
    parameters.delete('position');
    reply.header('link', `<${path}?${parameters}>; rel="next"`);
  }
  return { items };
}
