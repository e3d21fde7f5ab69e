import type { FastifyInstance } from 'fastify';
import type { DataKind, Gives } from '../../domain/access/index.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route gives; set by `@GivesData`. */
    readonly gives?: Gives;
  }
}

/** What is the same for everybody, or is of whoever asks and nobody else, so that nothing is decided by a table. */
const DECIDED: readonly DataKind[] = ['reference', 'own-account'];

/**
 * Refuses, when the service starts, a route that can be read and does not say what it gives; and fails, when it is asked,
 * one that would answer without having been decided on.
 */
export function demandDecisions(fastify: FastifyInstance): void {
  fastify.decorateRequest('reading', null);
  fastify.addHook('onRoute', ({ method, url, config }) => {
    const isRead = [method].flat().some((one) => one === 'GET' || one === 'HEAD');
    if (!isRead || config?.public === true || config?.gives !== undefined) return;
    throw new Error(`${method} ${url} does not say what it gives: see src/access/gives-data.ts`);
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const { gives } = request.routeOptions.config;
    const isAnswered = reply.statusCode === 200 && gives !== undefined && !DECIDED.includes(gives[0]);
    if (isAnswered && request.reading?.isDecided !== true) {
      return done(new Error(`${request.routeOptions.url} answered before it was decided who may read it`));
    }
    done(null, payload);
  });
}
