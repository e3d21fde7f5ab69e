import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSecret, newSecret } from '../accounts/secret.js';

const NAME = '_oidc_browser';
/** As long as a known browser is remembered. */
const MAX_AGE_SECONDS = 180 * 24 * 60 * 60;

/** The secret by which a browser is known, where somebody signed in with it before. */
export function browserOf({ headers }: FastifyRequest): string | undefined {
  const found = (headers.cookie ?? '')
    .split(';')
    .map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith(`${NAME}=`));
  const value = found?.slice(NAME.length + 1);
  return isSecret(value) ? value : undefined;
}

/** Gives a browser its secret, or keeps the one that it has for longer, and returns it. It opens nothing by itself. */
export function keepBrowser(request: FastifyRequest, reply: FastifyReply, secure: boolean): string {
  const secret = browserOf(request) ?? newSecret();
  const cookie = `${NAME}=${secret}; Path=/oidc; Max-Age=${MAX_AGE_SECONDS}; HttpOnly; SameSite=Lax`;
  reply.header('set-cookie', secure ? `${cookie}; Secure` : cookie);
  return secret;
}
