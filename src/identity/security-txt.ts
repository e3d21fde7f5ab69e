import type { FastifyInstance } from 'fastify';

const PATH = '/.well-known/security.txt';
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/**
 * Says where to report what is not safe (RFC 9116), when a contact is configured. It expires a year after the start, so that
 * nobody is sent to an address that was left behind.
 */
export function serveSecurityTxt(
  fastify: FastifyInstance,
  contact: string | undefined,
  origin: () => string,
  startedAt: Date,
): void {
  if (contact === undefined) return;
  const expires = new Date(startedAt.getTime() + YEAR_MS).toISOString();
  fastify.get(PATH, { config: { public: true } }, (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .send(
        `Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: nl, en\nCanonical: ${origin()}${PATH}\n`,
      ),
  );
}
