import 'reflect-metadata';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FirstAdministrator } from './accounts/first-administrator.js';
import { appModule } from './app.module.js';
import type { Config } from './config/config.js';
import { Readiness } from './health/readiness.js';
import { createHttpApp, type HttpAppOptions } from './http/create-http-app.js';
import { PublicAddress } from './identity/public-address.js';

const SWEEP_MS = 50;

/** A service that listens. */
export interface RunningService {
  /** `http://127.0.0.1:3000` */
  readonly address: string;
  /** Where the first administrator sets up how to sign in; undefined once somebody can. Each asking makes another link. */
  firstSetUpLink(): Promise<string | undefined>;
  stop(): Promise<void>;
}

/** Starts the service and resolves when it listens. Rejects when the port is taken or the data cannot be opened. */
export async function startService(config: Config, options: HttpAppOptions = {}): Promise<RunningService> {
  const app = await createHttpApp(appModule(config), config, options);
  await app.listen(config.port, config.host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return {
    address: `http://${host}:${port}`,
    firstSetUpLink: async () => {
      const link = await app.get(FirstAdministrator, { strict: false }).link();
      return link && `${app.get(PublicAddress, { strict: false }).origin}/uitnodiging/${link.token}`;
    },
    stop: () => stop(app, config),
  };
}

/**
 * Says first that it is not ready and goes on serving for `drainMs`, so that a balancer sends no more and its connections
 * end with their next answer; then takes no more requests, finishes those under way and closes. A connection that was
 * busy at that moment falls idle later and would be kept open for its next request, so idle ones are closed until none
 * is left.
 */
async function stop(app: NestFastifyApplication, { drainMs }: Config): Promise<void> {
  const server = app.getHttpServer();
  app.get(Readiness, { strict: false }).register({ name: 'service', check: () => 'De dienst stopt.' });
  server.prependListener('request', (_: unknown, response: ServerResponse) => {
    response.setHeader('connection', 'close');
  });
  await sleep(drainMs);
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
  }
}
