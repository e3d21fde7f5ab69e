import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../http/problem/problem.js';
import type { Asker } from './asker.js';
import type { PublicAddress } from './public-address.js';
import { changesState, demandForgeryToken, demandSameOrigin, FORGERY_FIELD } from './sessions/forgery.js';
import { sessionSecret } from './sessions/session-cookie.js';
import type { SessionLookup } from './sessions/session-lookup.js';
import type { SignIn } from './sessions/sessions.js';
import { TokenRefused, type TokenVerifier } from './token-verifier.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null until it is known, on public routes, and for a session in which no role acts yet. */
    asker: Asker | null;
    /** The session by which somebody asks; null for who brings a token. */
    signIn: SignIn | null;
  }
  interface FastifyContextConfig {
    /** Set by `@Public()`. */
    readonly public?: boolean;
    /** A page for people: who is not signed in is sent to the sign-in. */
    readonly page?: boolean;
    /** Answers too while no role acts. */
    readonly withoutRole?: boolean;
  }
}

/** What tells who asks. */
export interface Authentication {
  readonly verifier: TokenVerifier;
  readonly sessions: SessionLookup;
  readonly address: PublicAddress;
}

const USUAL_SCHEME = 'Bearer ';
const BEARER = /^Bearer +([A-Za-z0-9\-._~+/]+=*) *$/i;

/**
 * Lets a request through only with a valid bearer token or a session, before its body is read; a request with a header
 * `Authorization` is held to that alone. A hook of Fastify and not a guard of Nest: a remembered token then costs one
 * lookup and no promise. Routes marked `@Public()` and paths that are no route (404 and 405 tell nothing that the public
 * OpenAPI document does not) pass without. What a session changes must come from a page of the service and carry its token.
 */
export function authenticate(fastify: FastifyInstance, authentication: Authentication): void {
  const { verifier, address } = authentication;
  fastify.decorateRequest('asker', null);
  fastify.decorateRequest('signIn', null);
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.is404 || request.routeOptions.config.public === true) return done();
    const { authorization = '' } = request.headers;
    request.asker = rememberedAsker(verifier, authorization);
    if (request.asker !== null) return done();
    if (authorization === '' && request.headers.cookie !== undefined) {
      return bySession(authentication, request, reply, done);
    }
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) return missing(request, reply, done);
    verifyFirst(verifier, token, request, done);
  });
  fastify.addHook('preHandler', (request, _reply, done) => {
    const form = request.routeOptions.config.page === true && request.routeOptions.config.public === true;
    if ((request.signIn === null && !form) || !changesState(request.method)) return done();
    demandSameOrigin(request, address.origin);
    if (request.signIn !== null) {
      demandForgeryToken(request, request.signIn.secret);
      request.body = withoutToken(request.body);
    }
    done();
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
      done();
    },
    (error: unknown) => done(refused(error)),
  );
}

function bySession(
  { sessions, address }: Authentication,
  request: FastifyRequest,
  reply: FastifyReply,
  done: (error?: Error) => void,
): void {
  const secret = sessionSecret(request, address.isSecure);
  if (secret === undefined) return void missing(request, reply, done);
  sessions.find(secret).then((signIn) => {
    if (signIn === undefined) return missing(request, reply, done);
    request.signIn = signIn;
    request.asker = askerOf(signIn);
    if (request.asker !== null || request.routeOptions.config.withoutRole === true) return done();
    if (request.routeOptions.config.page === true) return toPage(request, reply, '/aanmelden/rol');
    done(
      new Problem(403, 'role.not-chosen', {
        detail: 'U hebt meer dan één rol. Kies eerst op /aanmelden/rol in welke rol u werkt.',
      }),
    );
  }, done);
}

function askerOf({ accountId, role }: SignIn): Asker | null {
  if (role === undefined) return null;
  const { id: _, ...granted } = role;
  return { subject: accountId, ...granted };
}

/** A page sends who is not signed in to the sign-in, and back when that is done. */
function missing(request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void {
  const { authorization } = request.headers;
  if (request.routeOptions.config.page === true && authorization === undefined) {
    return void toPage(request, reply, '/aanmelden');
  }
  done(authorization === undefined ? NOT_SIGNED_IN : MALFORMED);
}

function toPage(request: FastifyRequest, reply: FastifyReply, path: string): void {
  const back = changesState(request.method) ? '' : `?terug=${encodeURIComponent(request.url)}`;
  reply.redirect(`${path}${back}`, 303);
}

const NOT_SIGNED_IN = new Problem(401, 'token.missing', {
  detail:
    'Stuur een geldig token mee in de kop Authorization: "Bearer", een spatie en het token. Of meld u aan op /aanmelden.',
  headers: { 'www-authenticate': 'Bearer' },
});

const MALFORMED = new Problem(401, 'token.invalid', {
  detail: 'De kop Authorization is niet geldig. Stuur "Bearer", een spatie en het token.',
  headers: { 'www-authenticate': 'Bearer error="invalid_request"' },
});

/** No form has to know the field. */
function withoutToken(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !(FORGERY_FIELD in body)) return body;
  const { [FORGERY_FIELD]: _, ...rest } = body;
  return rest;
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
