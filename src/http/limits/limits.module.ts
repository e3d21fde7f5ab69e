import { Logger, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { describeFault } from '../../shared/describe-fault.js';
import { RequestBudget } from './request-budget.js';
import { SharedCounts } from './shared-counts.js';

const SHARE_EVERY_MS = 1_000;
const log = new Logger('Limits');

/** Has the instances hold to one budget of requests together. While they cannot tell each other, each holds to it alone. */
@Module({ providers: [SharedCounts] })
export class LimitsModule implements OnModuleInit, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #sharing: Promise<void> = Promise.resolve();

  constructor(
    private readonly budget: RequestBudget,
    private readonly counts: SharedCounts,
  ) {}

  onModuleInit(): void {
    this.#timer = setInterval(() => {
      this.#sharing = this.budget
        .share(this.counts)
        .catch((error: unknown) => log.warn(describeFault(error), 'requests could not be counted together'));
    }, SHARE_EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sharing;
  }
}
