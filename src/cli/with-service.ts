import { setTimeout as sleep } from 'node:timers/promises';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { CatchingUp } from '../../projections/runtime/errors.js';
import { ProjectionRuntime } from '../../projections/runtime/projection-runtime.js';
import { configModule } from '../config/config.module.js';
import { readConfig } from '../config/read-config.js';
import { EVENT_STORE, type EventStore } from '../event-store/event-store.port.js';
import { HttpModule } from '../http/http.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { OverviewModule } from '../overview/overview.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { TrajectoriesModule } from '../trajectories/trajectories.module.js';

@Module({})
class ServiceWithoutRoutes {}

/**
 * Runs `work` inside the service as the environment configures it, without listening. It works beside a running service
 * on the same data: whichever process was first keeps the read models.
 */
export async function withService<Result>(
  work: (service: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  const module = {
    module: ServiceWithoutRoutes,
    imports: [
      configModule(readConfig(process.env)),
      CqrsModule.forRoot(),
      IdentityModule,
      HttpModule,
      StorageModule,
      TrajectoriesModule,
      OverviewModule,
    ],
  };
  const service = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  try {
    return await work(service);
  } finally {
    await service.close();
  }
}

/** The read models may be built anew from the whole log first, which takes minutes when it is long. */
const PATIENCE_MS = 60 * 60_000;
const LOOK_EVERY_MS = 25;

/** Resolves when every read model is there and has applied what is in the log now. */
export async function readModelsReady(service: INestApplicationContext): Promise<void> {
  const runtime = service.get(ProjectionRuntime, { strict: false });
  const head = await service.get<EventStore>(EVENT_STORE, { strict: false }).head();
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await allServed(runtime))) {
    if (Date.now() > deadline) throw notCatchingUp();
    await sleep(LOOK_EVERY_MS);
  }
  if (head !== undefined) await reached(runtime, head);
}

/** Resolves when every read model has applied the event at this position. */
export async function reached(runtime: ProjectionRuntime, position: string): Promise<void> {
  try {
    await runtime.waitFor(position, { timeoutMs: PATIENCE_MS });
  } catch (error) {
    throw error instanceof CatchingUp ? notCatchingUp() : error;
  }
}

async function allServed(runtime: ProjectionRuntime): Promise<boolean> {
  const { readModels } = await runtime.status();
  return readModels.every((model) => model.servedVersion !== undefined);
}

function notCatchingUp(): Error {
  return new Error(
    'De leesmodellen komen niet bij. Controleer de schijf en het logboek van de dienst en probeer het opnieuw; wat al is overgenomen, blijft staan.',
  );
}
