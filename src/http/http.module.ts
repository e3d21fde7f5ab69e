import { Global, Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { CLOCK } from '../shared/clock.js';
import { describeFault } from '../shared/describe-fault.js';
import { IDEMPOTENCY_STORE } from './idempotency/idempotency-store.port.js';
import { type Operations, openOperations } from './idempotency/open-operations.js';
import { RequestBudget } from './limits/request-budget.js';
import { Writes } from './write/writes.js';

const OPERATIONS = Symbol('OPERATIONS');
const log = new Logger('Http');

/** What every feature with routes uses: the clock, and writes that are safe to repeat. */
@Global()
@Module({
  providers: [
    {
      provide: OPERATIONS,
      useFactory: (config: Config) =>
        openOperations(config, (error) => log.warn(describeFault(error), 'an idle connection broke')),
      inject: [CONFIG],
    },
    { provide: CLOCK, useFactory: ({ clock }: Operations) => clock, inject: [OPERATIONS] },
    {
      provide: IDEMPOTENCY_STORE,
      useFactory: ({ idempotency }: Operations) => idempotency,
      inject: [OPERATIONS],
    },
    {
      provide: RequestBudget,
      useFactory: ({ budgets }: Config) => new RequestBudget(budgets),
      inject: [CONFIG],
    },
    {
      provide: Writes,
      useFactory: ({ idempotency }: Operations) => new Writes(idempotency),
      inject: [OPERATIONS],
    },
  ],
  exports: [CLOCK, IDEMPOTENCY_STORE, RequestBudget, Writes],
})
export class HttpModule implements OnApplicationShutdown {
  constructor(@Inject(OPERATIONS) private readonly operations: Operations) {}

  async onApplicationShutdown(): Promise<void> {
    await this.operations.close();
  }
}
