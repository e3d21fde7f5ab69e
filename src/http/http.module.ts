import { join } from 'node:path';
import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { CLOCK, SystemClock } from '../shared/clock.js';
import { IDEMPOTENCY_STORE, type IdempotencyStore } from './idempotency/idempotency-store.port.js';
import { SqliteIdempotencyStore } from './idempotency/sqlite-idempotency-store.js';
import { Writes } from './write/writes.js';

/** What every feature with routes uses: the clock, and writes that are safe to repeat. */
@Global()
@Module({
  providers: [
    { provide: CLOCK, useClass: SystemClock },
    {
      provide: IDEMPOTENCY_STORE,
      useFactory: ({ dataFolder }: Config) => new SqliteIdempotencyStore(join(dataFolder, 'operations.db')),
      inject: [CONFIG],
    },
    {
      provide: Writes,
      useFactory: (store: IdempotencyStore) => new Writes(store),
      inject: [IDEMPOTENCY_STORE],
    },
  ],
  exports: [CLOCK, Writes],
})
export class HttpModule implements OnApplicationShutdown {
  constructor(@Inject(IDEMPOTENCY_STORE) private readonly store: IdempotencyStore) {}

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}
