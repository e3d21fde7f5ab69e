import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../http/problem/problem.js';
import type { Asker } from './asker.js';
import { scopeNeeded } from './scopes.js';
import { TokenRefused, type TokenVerifier } from './token-verifier.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null until the token was verified, and on public routes. */
    asker: Asker | null;
  }
  interface FastifyContextConfig {
    /** Set by `@Public()`. */
    readonly public?: boolean;
  }
}

const USUAL_SCHEME = 'Bearer ';
const BEARER = /^Bearer +([A-Za-z0-9\-._~+/]+=*) *$/i;

/**
 * Lets a request through only with a valid bearer token, before its body is read. A hook of Fastify and not a guard of
 * Nest: a remembered token then costs one lookup and no promise. Routes marked `@Public()` and paths that are no route
 * (404 and 405 tell nothing that the public OpenAPI document does not) pass without.
 */
export function requireBearer(fastify: FastifyInstance, verifier: TokenVerifier): void {
  fastify.decorateRequest('asker', null);
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.is404 || request.routeOptions.config.public === true) return done();
    const { authorization = '' } = request.headers;
    request.asker = rememberedAsker(verifier, authorization);
    if (request.asker !== null) return done(beyondScopes(request.asker, request));
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) return done(missing(request));
    verifyFirst(verifier, token, request, done);
  });
}

/** The asker of a header that is written as nearly all are, when its token was verified before. */
function rememberedAsker(verifier: TokenVerifier, authorization: string): Asker | null {
  if (!authorization.startsWith(USUAL_SCHEME)) return null;
  return verifier.remembered(authorization.slice(USUAL_SCHEME.length)) ?? null;
}

function verifyFirst(
  verifier: TokenVerifier,
  token: string,
  request: FastifyRequest,
  done: (error?: Error) => void,
): void {
  verifier.verify(token).then(
    (asker) => {
      request.asker = asker;
      done(beyondScopes(asker, request));
    },
    (error: unknown) => done(refused(error)),
  );
}

/** The refusal of a program's token that is not good for this route; undefined when it is. */
function beyondScopes({ scopes }: Asker, request: FastifyRequest): Problem | undefined {
  if (scopes === undefined) return undefined;
  const needed = scopeNeeded(request.method, request.routeOptions.url ?? '');
  if (needed !== 'none' && scopes.includes(needed)) return undefined;
  const [detail, scope] =
    needed === 'none'
      ? ['Hier komt geen programma. Doe dit met een eigen account.', '']
      : [`Het token is hier niet goed voor. Vraag er een met scope ${needed}.`, `, scope="${needed}"`];
  return new Problem(403, 'scope.insufficient', {
    detail,
    headers: { 'www-authenticate': `Bearer error="insufficient_scope"${scope}` },
  });
}

function missing(request: FastifyRequest): Problem {
  const malformed = request.headers.authorization !== undefined;
  return new Problem(401, malformed ? 'token.invalid' : 'token.missing', {
    detail: malformed
      ? 'De kop Authorization is niet geldig. Stuur "Bearer", een spatie en het token.'
      : 'Stuur een geldig token mee in de kop Authorization: "Bearer", een spatie en het token.',
    headers: { 'www-authenticate': malformed ? 'Bearer error="invalid_request"' : 'Bearer' },
  });
}

function refused(error: unknown): Error {
  if (error instanceof TokenRefused) {
    return new Problem(401, error.code, {
      detail: error.message,
      headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
    });
  }
  return error instanceof Error ? error : new Error('the token could not be verified', { cause: error });
}
