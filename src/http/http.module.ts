import { Global, Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { CLOCK, SystemClock } from '../shared/clock.js';
import { describeFault } from '../shared/describe-fault.js';
import { IDEMPOTENCY_STORE, type IdempotencyStore } from './idempotency/idempotency-store.port.js';
import { openIdempotencyStore } from './idempotency/open-idempotency-store.js';
import { Writes } from './write/writes.js';

const log = new Logger('Http');

/** What every feature with routes uses: the clock, and writes that are safe to repeat. */
@Global()
@Module({
  providers: [
    { provide: CLOCK, useClass: SystemClock },
    {
      provide: IDEMPOTENCY_STORE,
      useFactory: (config: Config) =>
        openIdempotencyStore(config, (error) => log.warn(describeFault(error), 'an idle connection broke')),
      inject: [CONFIG],
    },
    {
      provide: Writes,
      useFactory: (store: IdempotencyStore) => new Writes(store),
      inject: [IDEMPOTENCY_STORE],
    },
  ],
  exports: [CLOCK, Writes, IDEMPOTENCY_STORE],
})
export class HttpModule implements OnApplicationShutdown {
  constructor(@Inject(IDEMPOTENCY_STORE) private readonly store: IdempotencyStore) {}

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}
