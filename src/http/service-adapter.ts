import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../shared/ids.js';
import { Problem, problemBody } from './problem/problem.js';
import { problemOf } from './problem/problem-of.js';
import { PROBLEM_JSON, sendProblem } from './problem/send-problem.js';

const BODY_LIMIT = 1024 * 1024;
const LONGEST_PARAMETER = 200;

/**
 * Fastify as the service wants it: bounded, strict about paths, problems for what fails before any route, and every
 * error handed to the filter as it was thrown. Nest's middleware layer is left out: nothing uses it and it costs.
 */
export class ServiceAdapter extends FastifyAdapter {
  constructor(headers: Readonly<Record<string, string>>, trustedProxies: readonly string[]) {
    super({
      bodyLimit: BODY_LIMIT,
      trustProxy: trustedProxies.length > 0 && [...trustedProxies],
      genReqId: newId,
      requestIdHeader: false,
      return503OnClosing: false,
      forceCloseConnections: 'idle',
      skipMiddie: true,
      routerOptions: { maxParamLength: LONGEST_PARAMETER },
      frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
        sendProblem(reply.headers(headers), request.id, problemOf(error));
      },
      clientErrorHandler: (error, socket) => answerUnreadable(error, socket, headers),
    });
  }

  override mapException(error: unknown): unknown {
    return error;
  }
}

/** Answers on the bare socket what is no HTTP request. */
function answerUnreadable(
  error: Error & { code?: string },
  socket: Socket,
  headers: Readonly<Record<string, string>>,
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const tooLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const problem = tooLarge
    ? new Problem(431, 'headers.too-large', { detail: 'De koppen van de aanvraag zijn te groot.' })
    : new Problem(400, 'request.malformed', { detail: 'De aanvraag is niet goed gevormd.' });
  const body = JSON.stringify(problemBody(problem, newId()));
  const status = tooLarge ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = [
    `HTTP/1.1 ${status}`,
    ...lines,
    `content-type: ${PROBLEM_JSON}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
