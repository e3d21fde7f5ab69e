import type { FastifyInstance } from 'fastify';
import type { SigningKeys } from './signing-keys.js';
import { TOKEN_ALGORITHM } from './token.js';

/** Where the public keys are read. */
export const JWKS_PATH = '/.well-known/jwks.json';
/** How long a reader may keep them, in seconds: shorter than a key is announced before it signs. */
const FRESH_SECONDS = 300;

/** Publishes the public keys of the service (RFC 7517), those that are announced and those that retired included. */
export function publishKeys(fastify: FastifyInstance, keys: SigningKeys): void {
  fastify.get(JWKS_PATH, { config: { public: true } }, (_request, reply) =>
    reply
      .header('cache-control', `public, max-age=${FRESH_SECONDS}`)
      .type('application/jwk-set+json')
      .send(JSON.stringify({ keys: keys.all.map(({ kid, publicKey }) => ({ ...jwkOf(publicKey), kid })) })),
  );
}

function jwkOf(publicKey: SigningKeys['present']['publicKey']) {
  return { ...publicKey.export({ format: 'jwk' }), alg: TOKEN_ALGORITHM, use: 'sig' };
}
