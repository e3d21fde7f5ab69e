import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/** Called when an answer is out; `route` is the pattern of the path, never the path itself. */
export type RequestObserver = (method: string, route: string, status: number, seconds: number) => void;

/**
 * One log line for each answer: which route, which status, how long. No path, query, header or body, because those hold
 * people: only the pattern `/v1/trajectories/:id` and the request's own number.
 */
export function logRequests(fastify: FastifyInstance, logger: Logger, observe: RequestObserver): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');
    const { method } = request;
    const status = reply.statusCode;
    const milliseconds = reply.elapsedTime;
    observe(method, route, status, milliseconds / 1000);
    logger.info(
      { requestId: request.id, method, route, status, ms: Math.round(milliseconds * 10) / 10 },
      'request',
    );
    done();
  });
}
