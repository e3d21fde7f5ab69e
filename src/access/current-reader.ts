import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { askerOf } from '../identity/current-asker.js';
import { type Reader, Reading } from './reader.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What is read by this request; null where nothing is. */
    reading: Reading | null;
  }
}

/** Gives a handler the `Reader` of its request. Throws on a route that does not say what it gives. */
export const CurrentReader = createParamDecorator((_: undefined, context: ExecutionContext): Reader => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const { url = 'unknown', config } = request.routeOptions;
  if (config.gives === undefined) throw new Error(`${url} does not say what it gives`);
  const reading = new Reading(url, config.gives);
  request.reading = reading;
  return { ...askerOf(request), reading };
});
