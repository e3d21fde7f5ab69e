import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { describeFault } from '../../shared/describe-fault.js';
import type { AllowedMethods } from '../hooks/allowed-methods.js';
import { Problem } from './problem.js';
import { problemOf } from './problem-of.js';
import { sendProblem } from './send-problem.js';

/** Turns whatever was thrown, by a handler, a hook or the framework itself, into a problem. Logs only our own faults. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly allowed: AllowedMethods,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = request.is404 ? this.noRoute(request, error) : problemOf(error);
    if (problem.code === 'internal')
      this.logger.error({ requestId: request.id, fault: describeFault(error) }, 'fault');
    if (!reply.sent) sendProblem(reply, request.id, problem);
  }

  /** 405 when the path exists for other methods, with those; else 404. */
  private noRoute(request: FastifyRequest, error: unknown): Problem {
    const methods = this.allowed.of(request.url);
    if (methods.length === 0) return problemOf(error);
    const allow = methods.join(', ');
    return new Problem(405, 'method.not-allowed', {
      detail: `Dit adres kent ${request.method} niet. Gebruik ${allow}.`,
      headers: { allow },
    });
  }
}
