import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { appModule } from './app.module.js';
import type { Config } from './config/config.js';
import { createHttpApp, type HttpAppOptions } from './http/create-http-app.js';

const SWEEP_MS = 50;

/** A service that listens. */
export interface RunningService {
  /** `http://127.0.0.1:3000` */
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts the service and resolves when it listens. Rejects when the port is taken or the data cannot be opened. */
export async function startService(config: Config, options: HttpAppOptions = {}): Promise<RunningService> {
  const app = await createHttpApp(appModule(config), config, options);
  await app.listen(config.port, config.host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return { address: `http://${host}:${port}`, stop: () => stop(app) };
}

/**
 * Takes no more requests, finishes those under way and closes. A connection that was busy at that moment falls idle
 * later and would be kept open for its next request, so idle ones are closed until none is left.
 */
async function stop(app: NestFastifyApplication): Promise<void> {
  const sweep = setInterval(() => app.getHttpServer().closeIdleConnections(), SWEEP_MS);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
  }
}
