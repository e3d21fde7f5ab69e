import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CatchingUp } from '../../projections/runtime/errors.js';
import { ReadModelKeeper } from '../../projections/runtime/read-model-keeper.js';
import { appModule } from '../app.module.js';
import { readConfig } from '../config/read-config.js';
import { EVENT_STORE, type EventStore } from '../event-store/event-store.port.js';

/** Building the read models anew from a long log takes minutes. */
const PATIENCE_MS = 60 * 60_000;
const LOOK_EVERY_MS = 25;

/**
 * Runs `work` inside the service as the environment configures it, without listening. It works beside a running service
 * on the same data: the process that was there first keeps the read models, and this one does while there is none.
 */
export async function withService<Result>(
  work: (service: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  const service = await NestFactory.createApplicationContext(
    appModule({ ...readConfig(process.env), buildsReadModels: 'alone' }),
    {
      logger: false,
      abortOnError: false,
    },
  );
  try {
    return await work(service);
  } finally {
    await service.close();
  }
}

/** Resolves when every read model is there and has applied everything that is in the log now. */
export async function readModelsReady(service: INestApplicationContext): Promise<void> {
  const runtime = service.get(ReadModelKeeper);
  const head = await service.get<EventStore>(EVENT_STORE).head();
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await allServed(runtime))) {
    if (Date.now() > deadline) throw notCatchingUp();
    await sleep(LOOK_EVERY_MS);
  }
  if (head !== undefined) await reached(runtime, head);
}

/** Resolves when every read model has applied the event at this position. */
export async function reached(runtime: ReadModelKeeper, position: string): Promise<void> {
  try {
    await runtime.waitFor(position, { timeoutMs: PATIENCE_MS });
  } catch (error) {
    throw error instanceof CatchingUp ? notCatchingUp() : error;
  }
}

/** False while a read model is built for the first time. Throws when that building stopped, for it never will be there. */
async function allServed(runtime: ReadModelKeeper): Promise<boolean> {
  const { readModels } = await runtime.status();
  const missing = readModels.filter((model) => model.servedVersion === undefined);
  if (missing.some((model) => model.stopped !== undefined)) throw notCatchingUp();
  return missing.length === 0;
}

function notCatchingUp(): Error {
  return new Error(
    'De leesmodellen kunnen niet worden bijgewerkt. Kijk in het logboek van de dienst waarom, en probeer het opnieuw; wat al is vastgelegd, blijft staan.',
  );
}
