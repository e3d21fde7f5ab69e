import {
  Global,
  Inject,
  Logger,
  Module,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { PartiesModule } from '../parties/parties.module.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import { describeFault } from '../shared/describe-fault.js';
import { ReadingsExport } from './export-readings.js';
import { OldReadings } from './old-readings.js';
import { ReadingLog } from './reading-log.js';
import { ReadingsController } from './readings.controller.js';
import { ReadingsOfCandidateHandler } from './readings.query.js';
import { recordLooks } from './record-looks.js';

/** How often it is looked whether a new day has come. */
const LOOK_EVERY_MS = 10 * 60_000;
const log = new Logger('Readings');

/** Who looked into which file: recorded before the answer leaves, shown to the candidate, kept for its term. */
@Global()
@Module({
  imports: [PartiesModule],
  controllers: [ReadingsController],
  providers: [ReadingLog, ReadingsExport, OldReadings, ReadingsOfCandidateHandler],
  exports: [ReadingLog],
})
export class ReadingsModule implements OnModuleInit, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #removing: Promise<void> = Promise.resolve();

  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly readings: ReadingLog,
    private readonly old: OldReadings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter?.getInstance();
    // A command runs the service without listening.
    if (fastify === undefined) return;
    recordLooks(fastify, {
      record: (entries) => this.readings.record(entries),
      now: () => Date.parse(this.clock.now()),
      onFault: (error) => log.error(describeFault(error), 'who looked could not be recorded'),
    });
    this.#removeOld();
    this.#timer = setInterval(() => this.#removeOld(), LOOK_EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#removing;
  }

  #removeOld(): void {
    this.#removing = this.old.removeDaily().then(
      (removed) => {
        if (removed) log.log({ removed }, 'readings were kept for their term');
      },
      (error: unknown) => log.warn(describeFault(error), 'old readings could not be removed'),
    );
  }
}
