import type { FastifyReply, FastifyRequest } from 'fastify';
import { readCookie, setCookie } from './cookies.js';

const SESSION = 'doorlopend_sessie';
const BROWSER = 'doorlopend_aanmelding';

/** The secret of the session that the browser says it has. */
export function sessionSecret(request: FastifyRequest, secure: boolean): string | undefined {
  return readCookie(request.headers.cookie, SESSION, secure);
}

/** Gives the browser a session, until it closes; the service ends it sooner. */
export function keepSession(reply: FastifyReply, secret: string, secure: boolean): void {
  add(reply, setCookie({ name: SESSION, value: secret }, secure));
}

export function dropSession(reply: FastifyReply, secure: boolean): void {
  add(reply, setCookie({ name: SESSION, value: '', maxAgeSeconds: 0 }, secure));
}

/** The secret that binds a sign-in under way to this browser. */
export function browserSecret(request: FastifyRequest, secure: boolean): string | undefined {
  return readCookie(request.headers.cookie, BROWSER, secure);
}

export function keepBrowserSecret(
  reply: FastifyReply,
  secret: string,
  { secure, seconds }: { readonly secure: boolean; readonly seconds: number },
): void {
  add(reply, setCookie({ name: BROWSER, value: secret, maxAgeSeconds: seconds }, secure));
}

function add(reply: FastifyReply, cookie: string): void {
  const before = reply.getHeader('set-cookie');
  const cookies = before === undefined ? [] : [before].flat().map(String);
  reply.header('set-cookie', [...cookies, cookie]);
}
