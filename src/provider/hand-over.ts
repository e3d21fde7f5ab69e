import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import { MOUNT } from './provider-configuration.js';

const SESSION_COOKIE = '_oidc_session';
/** Where a sign-in begins, and where it goes on after its pages. */
const AUTHORIZATION = `${MOUNT}/auth`;

/**
 * Hands a request to the provider, which is a program for Node's own requests. It sees the address that is configured and
 * not the one that a request claims, and in a sign-in no session of an earlier one: whoever signs in proves who it is, also
 * where somebody else did so before.
 */
export async function handOver(
  provider: Provider,
  origin: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { raw } = request;
  asConfigured(raw.headers, origin);
  if (request.url.startsWith(AUTHORIZATION)) raw.headers.cookie = withoutSession(raw.headers.cookie);
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  Object.assign(raw, { originalUrl: request.url, url: request.url.slice(MOUNT.length) });
  reply.hijack();
  await provider.callback()(raw, reply.raw);
}

/** Writes the headers by which the provider knows where it is. */
export function asConfigured(headers: FastifyRequest['raw']['headers'], origin: string): void {
  const { protocol, host } = new URL(origin);
  headers.host = host;
  headers['x-forwarded-host'] = host;
  headers['x-forwarded-proto'] = protocol.slice(0, -1);
  delete headers['x-forwarded-for'];
}

function withoutSession(cookies = ''): string {
  return cookies
    .split(';')
    .filter((cookie) => !cookie.trim().startsWith(SESSION_COOKIE))
    .join(';');
}
