import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem/problem.js';

const FORM = 'application/x-www-form-urlencoded';
const LARGEST_FORM = 64 * 1024;

/** Reads the forms of pages, each field once. The API speaks JSON: there a form is refused as any other kind is. */
export function readForms(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(
    FORM,
    { parseAs: 'string', bodyLimit: LARGEST_FORM },
    (request, body, done) => {
      if (request.routeOptions.config.page !== true) {
        return done(
          new Problem(415, 'body.not-json', {
            detail: 'Stuur de inhoud als JSON, met de kop Content-Type: application/json.',
          }),
        );
      }
      done(null, Object.fromEntries(new URLSearchParams(String(body))));
    },
  );
}
