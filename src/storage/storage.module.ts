import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
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
import { alone, besideRequests } from '../../projections/runtime/settings.js';
import { CONFIG, type Config } from '../config/config.js';
import { EventRegistry } from '../event-store/event-registry.js';
import { EVENT_STORE, type EventStore } from '../event-store/event-store.port.js';
import { CommittingThread } from '../event-store/sqlite/committing-thread.js';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import { POSITION_GATE, type PositionGate } from '../http/read/position-gate.js';
import { MasterKey } from '../privacy/master-key.js';
import { PERSONAL_KEYS, type PersonalKeys } from '../privacy/personal-keys.port.js';
import { Sealer } from '../privacy/sealer.js';
import { SqlitePersonalKeys } from '../privacy/sqlite/sqlite-personal-keys.js';
import { openRuntime } from '../projecting/open-runtime.js';
import { ProjectingThread } from '../projecting/projecting-thread.js';
import { openReadStore, READ_STORE, type ReadStore } from '../read-store/read-store.js';
import { Recorders } from '../recording/recorders.js';
import { describeFault, type Fault } from '../shared/describe-fault.js';
import { VERSION } from '../shared/version.js';
import { StorageHealth } from './storage-health.js';

/** A file in the data folder, which is made when it is not there: only the service's own user may look in it. */
function inFolder({ dataFolder }: Config, name: string): string {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  return join(dataFolder, name);
}

const log = new Logger('ReadModels');

function logFailure(fault: Fault): void {
  log.error(fault, 'the read models could not be brought up to date');
}

function threadBeside(store: SqliteEventStore, config: Config): ReadModelKeeper {
  const thread = new ProjectingThread(config, logFailure);
  store.onCommit(() => thread.committed());
  return thread;
}

/** The log, the keys, the read models and what keeps them up to date. */
@Global()
@Module({
  providers: [
    { provide: EventRegistry, useFactory: () => new EventRegistry(VERSION) },
    {
      provide: EVENT_STORE,
      useFactory: (config: Config) => {
        const file = inFolder(config, 'events.db');
        const inThread = config.commitsEvents === 'in-own-thread';
        return SqliteEventStore.open(file, inThread ? new CommittingThread(file) : undefined);
      },
      inject: [CONFIG],
    },
    {
      provide: PERSONAL_KEYS,
      useFactory: (config: Config) => {
        const file = inFolder(config, 'keys.db');
        mkdirSync(join(config.masterKeyFile, '..'), { recursive: true, mode: 0o700 });
        return SqlitePersonalKeys.open(file, MasterKey.inFile(config.masterKeyFile));
      },
      inject: [CONFIG],
    },
    { provide: Sealer, useFactory: (keys: PersonalKeys) => new Sealer(keys), inject: [PERSONAL_KEYS] },
    {
      provide: READ_STORE,
      useFactory: (config: Config) => openReadStore(config.dataFolder),
      inject: [CONFIG],
    },
    {
      provide: Recorders,
      useFactory: (store: EventStore, registry: EventRegistry, sealer: Sealer) =>
        new Recorders({ store, registry, sealer }),
      inject: [EVENT_STORE, EventRegistry, Sealer],
    },
    {
      provide: ReadModelKeeper,
      useFactory: (
        config: Config,
        store: SqliteEventStore,
        registry: EventRegistry,
        readStore: ReadStore,
        sealer: Sealer,
      ) => {
        if (config.buildsReadModels === 'in-own-thread') return threadBeside(store, config);
        const settings = config.buildsReadModels === 'alone' ? alone : besideRequests;
        const onFailure = (error: unknown): void => logFailure(describeFault(error));
        return openRuntime({ settings, store, registry, readStore, sealer, onFailure });
      },
      inject: [CONFIG, EVENT_STORE, EventRegistry, READ_STORE, Sealer],
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
    Recorders,
    ReadModelKeeper,
    POSITION_GATE,
  ],
})
export class StorageModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly runtime: ReadModelKeeper,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(PERSONAL_KEYS) private readonly keys: PersonalKeys,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.runtime.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runtime.stop();
    await this.readStore.close();
    await this.store.close();
    await this.keys.close();
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
