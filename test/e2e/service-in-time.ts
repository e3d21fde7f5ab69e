import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import { appModule } from '../../src/app.module.js';
import { readConfig } from '../../src/config/read-config.js';
import { createHttpApp } from '../../src/http/create-http-app.js';
import { SigningKeys } from '../../src/identity/signing-keys.js';
import { issueToken, type TokenClaims } from '../../src/identity/token.js';
import { CLOCK, type Clock } from '../../src/shared/clock.js';
import { Client, type Seen } from './client.js';
import { Place } from './place.js';

/** The whole service, listening on a free port, on a day that the test says. */
export class ServiceInTime {
  private readonly seen: Seen = {};

  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly url: string,
    private readonly place: Place,
  ) {}

  static async start(today: CalendarDate): Promise<ServiceInTime> {
    const place = Place.make('in-time');
    const config = readConfig({ ...place.env, PORT: '0' });
    const app = await createHttpApp(appModule(config), config, {
      logDestination: { write: () => undefined },
    });
    await app.listen(0, '127.0.0.1');
    const service = new ServiceInTime(app, await app.getUrl(), place);
    service.goTo(today);
    return service;
  }

  /** From now on it is noon of that day. */
  goTo(today: CalendarDate): void {
    const clock: Clock = { now: () => `${today}T11:00:00.000Z`, today: () => today };
    Object.assign(this.app.get<Clock>(CLOCK, { strict: false }), clock);
  }

  /** Somebody with a token of this service; each read waits for what any client wrote before. */
  async as(claims: TokenClaims): Promise<Client> {
    const key = this.app.get(SigningKeys, { strict: false });
    return new Client(this.url, await issueToken(key, claims), this.seen);
  }

  async remove(): Promise<void> {
    await this.app.close();
    this.place.remove();
  }
}
