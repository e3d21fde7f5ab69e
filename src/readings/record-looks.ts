import type { FastifyInstance, FastifyReply } from 'fastify';
import { standardHeaders } from '../http/hooks/standard-headers.js';
import { Problem } from '../http/problem/problem.js';
import { VERSION } from '../shared/version.js';
import { looksOf } from './looks-of-request.js';
import type { ReadingEntry } from './reading-entry.js';

/** What recording looks takes. */
export interface LookRecording {
  /** Resolves once the entries are on disk. */
  readonly record: (entries: readonly ReadingEntry[]) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Is told why entries could not be written. */
  readonly onFault: (error: unknown) => void;
}

const STANDARD = standardHeaders(VERSION);

/**
 * Has each look by an onlooker on disk before its answer leaves; an answer whose look cannot be recorded is a 503 that
 * gives nothing. Whatever else is asked passes at once.
 */
export function recordLooks(fastify: FastifyInstance, { record, now, onFault }: LookRecording): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode >= 300 || request.reading === null) return done(null, payload);
    const entries = looksOf(request, reply, now());
    if (entries.length === 0) return done(null, payload);
    record(entries).then(
      () => done(null, payload),
      (error: unknown) => {
        onFault(error);
        forget(reply);
        done(notRecorded());
      },
    );
  });
}

/** Takes away what the answer said in its headers: a link to a next page holds ids. */
function forget(reply: FastifyReply): void {
  for (const name of Object.keys(reply.getHeaders())) reply.removeHeader(name);
  reply.headers(STANDARD);
}

function notRecorded(): Problem {
  return new Problem(503, 'reading.not-recorded', {
    detail:
      'Wie een dossier inziet, wordt vastgelegd, en dat lukt nu niet. Daarom krijgt u geen gegevens. Probeer het zo nog eens.',
    headers: { 'retry-after': '1' },
  });
}
