import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { appModule } from './app.module.js';
import type { Config } from './config/config.js';
import { createHttpApp, type HttpAppOptions } from './http/create-http-app.js';

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
  return { address: `http://${host}:${port}`, stop: () => app.close() };
}
