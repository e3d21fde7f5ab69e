import {
  Global,
  Inject,
  Logger,
  Module,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { CatchingUp } from '../../projections/runtime/errors.js';
import { ReadModelKeeper } from '../../projections/runtime/read-model-keeper.js';
import { CONFIG, type Config } from '../config/config.js';
import { EventRegistry } from '../event-store/event-registry.js';
import { EVENT_STORE } from '../event-store/event-store.port.js';
import { POSITION_GATE, type PositionGate } from '../http/read/position-gate.js';
import { PERSONAL_KEYS, type PersonalKeys } from '../privacy/personal-keys.port.js';
import { Sealer } from '../privacy/sealer.js';
import { openKeeper } from '../projecting/open-keeper.js';
import { READ_STORE } from '../read-store/read-store.js';
import { Recorders } from '../recording/recorders.js';
import { openServiceStore } from '../service-store/open-service-store.js';
import { SERVICE_STORE, type ServiceStore } from '../service-store/service-store.js';
import { describeFault } from '../shared/describe-fault.js';
import { VERSION } from '../shared/version.js';
import { openStores } from './open-stores.js';
import { StorageHealth } from './storage-health.js';
import type { Stores } from './stores.js';

const STORES = Symbol('STORES');
const log = new Logger('Storage');

const onIdleFailure = (error: unknown) => log.warn(describeFault(error), 'an idle connection broke');

/** The log, the keys, the service's own store, the read models and what keeps them up to date. */
@Global()
@Module({
  providers: [
    { provide: EventRegistry, useFactory: () => new EventRegistry(VERSION) },
    {
      provide: STORES,
      useFactory: (config: Config) => openStores(config, onIdleFailure),
      inject: [CONFIG],
    },
    {
      provide: SERVICE_STORE,
      useFactory: (config: Config) => openServiceStore(config, onIdleFailure),
      inject: [CONFIG],
    },
    { provide: EVENT_STORE, useFactory: ({ eventStore }: Stores) => eventStore, inject: [STORES] },
    { provide: PERSONAL_KEYS, useFactory: ({ keys }: Stores) => keys, inject: [STORES] },
    { provide: READ_STORE, useFactory: ({ readStore }: Stores) => readStore, inject: [STORES] },
    { provide: Sealer, useFactory: (keys: PersonalKeys) => new Sealer(keys), inject: [PERSONAL_KEYS] },
    {
      provide: Recorders,
      useFactory: ({ eventStore, shared }: Stores, registry: EventRegistry, sealer: Sealer) =>
        new Recorders({ store: eventStore, shared, registry, sealer }),
      inject: [STORES, EventRegistry, Sealer],
    },
    {
      provide: ReadModelKeeper,
      useFactory: (config: Config, stores: Stores, registry: EventRegistry, sealer: Sealer) =>
        openKeeper(config, { stores, registry, sealer }, (fault) =>
          log.error(fault, 'the read models could not be brought up to date'),
        ),
      inject: [CONFIG, STORES, EventRegistry, Sealer],
    },
    StorageHealth,
    {
      provide: POSITION_GATE,
      useFactory: (runtime: ReadModelKeeper): PositionGate => ({
        waitFor: (position, timeoutMs) => reached(runtime, position, timeoutMs),
      }),
      inject: [ReadModelKeeper],
    },
  ],
  exports: [
    EventRegistry,
    EVENT_STORE,
    PERSONAL_KEYS,
    Sealer,
    READ_STORE,
    SERVICE_STORE,
    Recorders,
    ReadModelKeeper,
    POSITION_GATE,
  ],
})
export class StorageModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly runtime: ReadModelKeeper,
    @Inject(STORES) private readonly stores: Stores,
    @Inject(SERVICE_STORE) private readonly serviceStore: ServiceStore,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.runtime.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runtime.stop();
    await this.stores.close();
    await this.serviceStore.close();
  }
}

const POSITION = /^\d{1,19}$/;

async function reached(
  runtime: ReadModelKeeper,
  position: string,
  timeoutMs: number,
): Promise<'reached' | 'late' | 'malformed'> {
  if (!POSITION.test(position)) return 'malformed';
  try {
    await runtime.waitFor(position, { timeoutMs });
    return 'reached';
  } catch (error) {
    if (error instanceof CatchingUp) return 'late';
    throw error;
  }
}
