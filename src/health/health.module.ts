import { Global, Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { HttpMetrics } from './http-metrics.js';
import { Readiness } from './readiness.js';

/** Health and metrics. Other modules register what must be ready with `Readiness`. */
@Global()
@Module({
  controllers: [HealthController],
  providers: [Readiness, HttpMetrics],
  exports: [Readiness, HttpMetrics],
})
export class HealthModule {}
