import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../../http/problem/problem.js';

/** The field of a form, and the header of a script, that carry the token. */
export const FORGERY_FIELD = 'csrf';
export const FORGERY_HEADER = 'x-csrf-token';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** True for a method that changes something. */
export function changesState(method: string): boolean {
  return !SAFE.includes(method);
}

/** The token that a page of this session sends along: it follows from the secret, which no other site can read. */
export function forgeryToken(secret: string): string {
  return createHmac('sha256', secret).update('csrf').digest('base64url');
}

/**
 * Throws a 403 unless the request came from a page of the service itself: by the browser's own word (`Sec-Fetch-Site`),
 * or by `Origin` for browsers that do not give it.
 */
export function demandSameOrigin({ headers }: FastifyRequest, origin: string): void {
  const site = headers['sec-fetch-site'];
  const own = site === undefined ? headers.origin === origin : site === 'same-origin';
  if (own && (headers.origin === undefined || headers.origin === origin)) return;
  throw new Problem(403, 'request.other-site', {
    detail:
      'Deze aanvraag kwam van een andere website en is niet uitgevoerd. Ga terug en doe het in Doorlopend zelf.',
  });
}

/** Throws a 403 unless the request carries the token of its session, in the header or in the form. */
export function demandForgeryToken(request: FastifyRequest, secret: string): void {
  const { body, headers } = request;
  const inForm =
    typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[FORGERY_FIELD] : undefined;
  const given = headers[FORGERY_HEADER] ?? inForm;
  if (typeof given === 'string' && equal(given, forgeryToken(secret))) return;
  throw new Problem(403, 'request.forgery-token', {
    detail:
      'De beveiligingscode van deze pagina ontbreekt of is verouderd. Laad de pagina opnieuw en probeer het nog eens.',
  });
}

function equal(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
