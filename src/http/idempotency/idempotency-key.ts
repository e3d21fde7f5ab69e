import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { Problem } from '../problem/problem.js';

const KEY = /^[\x21-\x7e]{1,255}$/;

/** The `Idempotency-Key` of a request, 1 to 255 visible ASCII characters; undefined without the header, else a 400. */
export function parseIdempotencyKey(header: string | readonly string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === 'string' && KEY.test(header)) return header;
  throw new Problem(400, 'idempotency-key.invalid', {
    detail: 'De kop Idempotency-Key mag 1 tot en met 255 zichtbare tekens hebben (ASCII, geen spaties).',
  });
}

/** A body as SHA-256 of its canonical form (RFC 8785): the order of its fields and its spaces do not matter. */
export function fingerprintOf(body: unknown): string {
  return hash('sha256', canonicalize(body ?? null) ?? 'null');
}

/** What a key belongs to: who sent it, and to which address. */
export interface IdempotencyScope {
  readonly subject: string;
  readonly method: string;
  readonly path: string;
}

/** A scope and its key as one SHA-256, so that nothing that a client put in a key lies on disk. */
export function reservationId({ subject, method, path }: IdempotencyScope, key: string): string {
  return hash('sha256', JSON.stringify([subject, method, path, key]));
}
