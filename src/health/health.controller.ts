import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentReader } from '../access/current-reader.js';
import { GivesData } from '../access/gives-data.js';
import { seesOperations } from '../access/party-sight.js';
import type { Reader } from '../access/reader.js';
import { Problem } from '../http/problem/problem.js';
import { Public } from '../identity/public.js';
import { HttpMetrics } from './http-metrics.js';
import { Readiness } from './readiness.js';

/** For those who keep the service running. Health is open; the metrics need an administrator's token. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: HttpMetrics,
  ) {}

  /** The process runs. */
  @Get('health/live')
  @Public()
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  /** Every part can do its work; else 503 with each that cannot, and why. */
  @Get('health/ready')
  @Public()
  async ready(): Promise<{ readonly status: 'ready' }> {
    const notReady = await this.readiness.notReady();
    if (notReady.length === 0) return { status: 'ready' };
    throw new Problem(503, 'not-ready', {
      detail: 'De dienst is nog niet klaar om te werken.',
      errors: notReady.map(({ name, reason }) => ({ code: name, detail: reason })),
      headers: { 'retry-after': '5' },
    });
  }

  /** Prometheus text. */
  @Get('metrics')
  @GivesData('operations')
  async scrape(
    @CurrentReader() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    if (!seesOperations(reader)) {
      throw new Problem(403, 'access.denied', { detail: 'Alleen een beheerder mag de meetwaarden zien.' });
    }
    reply.header('content-type', this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }
}
