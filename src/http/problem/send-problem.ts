import type { FastifyReply } from 'fastify';
import { type Problem, problemBody } from './problem.js';

export const PROBLEM_JSON = 'application/problem+json';

/** Answers with a problem, its status and its headers. */
export function sendProblem(reply: FastifyReply, requestId: string, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .headers(problem.details.headers ?? {})
    .header('content-type', PROBLEM_JSON)
    .serializer(asItIs)
    .send(JSON.stringify(problemBody(problem, requestId)));
}

/** Without a serializer of its own Fastify adds a charset, which `application/problem+json` does not have. */
const asItIs = (text: string): string => text;
