import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { GrantedRole } from '../../../src/accounts/account.js';
import { Accounts } from '../../../src/accounts/accounts.js';
import { OneTimeLinks } from '../../../src/accounts/one-time-links.js';
import { appModule } from '../../../src/app.module.js';
import { readConfig } from '../../../src/config/read-config.js';
import { createHttpApp } from '../../../src/http/create-http-app.js';
import { SigningKey } from '../../../src/identity/signing-key.js';
import { issueToken, type TokenClaims } from '../../../src/identity/token.js';
import { CLOCK, type Clock } from '../../../src/shared/clock.js';
import { SetClock } from '../../spec/set-clock.js';
import { temporaryFolder } from '../../spec/temporary-folder.js';
import { Client } from '../client.js';
import { Browser, type Shown } from './browser.js';
import { CLIENT_SECRET, IdentityProvider } from './identity-provider.js';

/** One instance of the service. */
export interface Instance {
  readonly url: string;
  readonly app: NestFastifyApplication;
}

/** The service with two OpenID providers, over HTTP, on a clock that the test moves. */
export class SignInWorld {
  readonly clock = new SetClock();
  private readonly instances: Instance[] = [];

  private constructor(
    private readonly folder: ReturnType<typeof temporaryFolder>,
    /** Of nobody in particular. */
    readonly provider: IdentityProvider,
    /** Another one, for who would pass for the first. */
    readonly other: IdentityProvider,
    private readonly more: Readonly<Record<string, string>>,
  ) {}

  static async start(more: Readonly<Record<string, string>> = {}): Promise<SignInWorld> {
    const world = new SignInWorld(
      temporaryFolder(),
      await IdentityProvider.start(),
      await IdentityProvider.start(),
      more,
    );
    await world.startInstance();
    return world;
  }

  /** One more instance on the same data. */
  async startInstance(): Promise<Instance> {
    const config = readConfig({
      DOORLOPEND_DATA: this.folder.path,
      DOORLOPEND_ISSUERS_FILE: this.issuersFile(),
      PORT: '0',
      ...this.more,
    });
    const log: string[] = this.log;
    const app = await createHttpApp(appModule(config), config, {
      logDestination: { write: (line: string) => void log.push(line) },
    });
    const clock: Clock = { now: () => this.clock.now(), today: () => this.clock.today() };
    Object.assign(app.get<Clock>(CLOCK, { strict: false }), clock);
    await app.listen(0, '127.0.0.1');
    const instance = { app, url: await app.getUrl() };
    this.instances.push(instance);
    this.provider.serves(instance.url);
    this.other.serves(instance.url);
    return instance;
  }

  readonly log: string[] = [];

  get url(): string {
    return this.first.url;
  }

  get first(): Instance {
    const [instance] = this.instances;
    if (instance === undefined) throw new Error('the service was not started');
    return instance;
  }

  get accounts(): Accounts {
    return this.first.app.get(Accounts, { strict: false });
  }

  get links(): OneTimeLinks {
    return this.first.app.get(OneTimeLinks, { strict: false });
  }

  /** An account that this subject of the first provider signs in to, with these roles. */
  async account(subject: string, ...roles: readonly GrantedRole[]): Promise<string> {
    const id = await this.accounts.create({ name: `Name of ${subject}` }, 'test');
    const { token } = await this.links.issueSetUp(id, this.clock.ahead(60), 'test');
    await this.links.setUp(token, { issuer: this.provider.issuer, subject });
    for (const role of roles) await this.accounts.grant(id, role, 'test');
    return id;
  }

  /** A new browser in which this subject signed in at the first provider. */
  async signedIn(subject: string, acr = 'two-factors', url = this.url): Promise<Browser> {
    const browser = new Browser();
    const shown = await this.signIn(browser, subject, acr, url);
    if (shown.status !== 200) throw new Error(`signing in came to ${shown.status}: ${shown.text}`);
    return browser;
  }

  signIn(browser: Browser, subject: string, acr = 'two-factors', url = this.url): Promise<Shown> {
    this.provider.who = { subject, acr };
    return browser.open(`${url}/aanmelden/eerste`);
  }

  /** What `/v1/me` says of the browser. */
  async me(browser: Browser, url = this.url) {
    const response = await browser.fetch(`${url}/v1/me`);
    return { status: response.status, body: (await response.json()) as Me };
  }

  /** Somebody with a token. */
  async as(claims: TokenClaims): Promise<Client> {
    const key = this.first.app.get(SigningKey, { strict: false });
    return new Client(this.url, await issueToken(key, claims), {});
  }

  async remove(): Promise<void> {
    for (const { app } of this.instances) await app.close();
    await this.provider.stop();
    await this.other.stop();
    this.folder.remove();
  }

  private issuersFile(): string {
    const file = join(this.folder.path, 'issuers.json');
    writeFileSync(join(this.folder.path, 'client.secret'), CLIENT_SECRET);
    const issuer = (
      key: string,
      { issuer: address, clientId }: { readonly issuer: string; readonly clientId: string },
      more: object = {},
    ) => ({
      key,
      name: `De ${key}`,
      issuer: address,
      clientId,
      clientAuthentication: { method: 'client_secret_basic', secretFile: 'client.secret' },
      acr: { 'one-factor': 'low', 'two-factors': 'substantial' },
      acrValues: ['two-factors', 'one-factor'],
      ...more,
    });
    const organisationId = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';
    writeFileSync(
      file,
      JSON.stringify({
        issuers: [
          issuer('eerste', this.provider),
          issuer('tweede', this.other, { organisationId }),
          issuer('weg', { issuer: 'http://127.0.0.1:9', clientId: 'x' }),
        ],
      }),
    );
    return file;
  }
}

export interface Me {
  readonly accountId: string | null;
  readonly name: string | null;
  readonly role: string | null;
  readonly code?: string;
  readonly roles: readonly { readonly id: string; readonly role: string; readonly words: string }[];
  readonly session: {
    readonly idleEndsAt: string;
    readonly endsAt: string;
    readonly csrfToken: string;
  } | null;
}
