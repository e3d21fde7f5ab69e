import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Asker } from './asker.js';

/** Who asks, from a request whose token was verified. Throws on a public route, where nobody is known. */
export function askerOf(request: FastifyRequest): Asker {
  if (request.asker === null) throw new Error('a public route has no asker');
  return request.asker;
}

/** Gives a handler the `Asker` of its request. */
export const CurrentAsker = createParamDecorator(
  (_: undefined, context: ExecutionContext): Asker => askerOf(context.switchToHttp().getRequest()),
);
