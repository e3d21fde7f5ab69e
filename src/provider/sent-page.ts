import type { FastifyReply } from 'fastify';
import { PAGE_POLICY, type Page, written } from './pages/layout.js';

/** Answers with the page: 400 when something is wrong with what was sent, unless another status is given. */
export function sendPage(
  reply: FastifyReply,
  page: Page,
  status = Object.keys(page.faults ?? {}).length > 0 ? 400 : 200,
): FastifyReply {
  return (
    reply
      .code(status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', PAGE_POLICY)
      // Under `no-referrer` browsers send a form with `Origin: null`.
      .header('referrer-policy', 'same-origin')
      .send(written(page))
  );
}
