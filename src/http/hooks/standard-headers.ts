import type { FastifyInstance } from 'fastify';

/**
 * What every answer carries. The service speaks JSON about people: nothing of it may be stored by a cache, framed,
 * sniffed or run. Fixed values set at once: Helmet's middleware computes the same ones anew for every request.
 */
export function standardHeaders(version: string): Readonly<Record<string, string>> {
  return {
    'api-version': version,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}

/** Puts the standard headers on every answer, errors included; a handler may replace one. */
export function sendStandardHeaders(
  fastify: FastifyInstance,
  headers: Readonly<Record<string, string>>,
): void {
  fastify.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}
