import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asker } from '../../identity/asker.js';
import { askerOf } from '../../identity/current-asker.js';
import type { ExpectedMatch } from '../../recording/recording.js';
import { fingerprintOf, parseIdempotencyKey, reservationId } from '../idempotency/idempotency-key.js';
import { parseIfMatch } from './if-match.js';

/** What a write brings beside its body: who asks, what the stream must be at, and under which key. */
export class WriteRequest {
  readonly asker: Asker;
  /** What `If-Match` expects; hand it to the recording. */
  readonly match: ExpectedMatch | undefined;
  /** Identifies the key within its scope and its body; undefined without an `Idempotency-Key`. */
  readonly idempotency: { readonly reservation: string; readonly fingerprint: () => string } | undefined;

  /** Reads the headers; a malformed one throws a 400. */
  constructor(
    request: FastifyRequest,
    readonly reply: FastifyReply,
  ) {
    this.asker = askerOf(request);
    this.match = parseIfMatch(request.headers['if-match']);
    const key = parseIdempotencyKey(request.headers['idempotency-key']);
    if (key === undefined) return;
    const path = request.url.split('?', 1)[0] ?? '';
    this.idempotency = {
      reservation: reservationId({ subject: this.asker.subject, method: request.method, path }, key),
      // Computed when the body has been looked at: a text that is no Unicode has no canonical form.
      fingerprint: () => fingerprintOf(request.body),
    };
  }
}

/** Gives a handler the `WriteRequest` of its request; hand it to `Writes.answer`. */
export const CurrentWrite = createParamDecorator((_: undefined, context: ExecutionContext): WriteRequest => {
  const http = context.switchToHttp();
  return new WriteRequest(http.getRequest(), http.getResponse());
});
