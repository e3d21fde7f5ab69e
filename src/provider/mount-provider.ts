import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CurrentProvider } from './current-provider.js';
import { readForms } from './form-body.js';
import { asConfigured, handOver } from './hand-over.js';
import { type InteractionParts, interactionRoutes } from './interaction-routes.js';
import { type LinkParts, linkRoutes } from './link-routes.js';
import { STYLE, STYLE_PATH } from './pages/layout.js';
import { MOUNT } from './provider-configuration.js';

/** What the provider's routes need. */
export type MountedParts = Omit<InteractionParts, 'provider'> &
  Omit<LinkParts, 'issuer'> & {
    readonly current: CurrentProvider;
    /** Milliseconds since 1970. */
    readonly now: () => number;
  };

const A_YEAR = 'public, max-age=31536000, immutable';

/**
 * Serves the provider, its pages and their style under `/oidc`. Not waited for: that would start Fastify before Nest has told
 * it how errors are answered.
 */
export function mountProvider(fastify: FastifyInstance, parts: MountedParts): void {
  const { current, now, address } = parts;
  const provider = () => current.at(now());
  fastify.register(
    async (pages) => {
      readForms(pages);
      pages.addHook('onRequest', async ({ raw }) => asConfigured(raw.headers, address.origin));
      interactionRoutes(pages, { ...parts, provider });
      linkRoutes(pages, { ...parts, issuer: () => current.issuer });
      pages.get(STYLE_PATH.slice(MOUNT.length), { config: { public: true } }, async (_, reply) =>
        reply.header('cache-control', A_YEAR).type('text/css; charset=utf-8').send(STYLE),
      );
    },
    { prefix: MOUNT },
  );
  fastify.register(
    async (library) => {
      // The library reads bodies itself.
      library.removeAllContentTypeParsers();
      library.addContentTypeParser('*', (_request, _payload, done) => done(null));
      const handle = (request: FastifyRequest, reply: FastifyReply) =>
        handOver(provider(), address.origin, request, reply);
      const config = { public: true };
      library.get('/.well-known/openid-configuration', { config }, handle);
      library.get('/jwks', { config }, handle);
      library.get('/auth', { config }, handle);
      library.get('/auth/:uid', { config }, handle);
      library.post('/token', { config }, handle);
    },
    { prefix: MOUNT },
  );
}
