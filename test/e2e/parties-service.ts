import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { appModule } from '../../src/app.module.js';
import { readConfig } from '../../src/config/read-config.js';
import { createHttpApp } from '../../src/http/create-http-app.js';
import { SigningKeys } from '../../src/identity/signing-keys.js';
import { issueToken, type TokenClaims } from '../../src/identity/token.js';
import { Place } from './place.js';

/** An answer of the service. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The real service with its stores in a folder of its own, listening on a free port. */
export class Service {
  private readonly place = Place.make('parties');
  private app: NestFastifyApplication;
  private url = '';
  private readonly seen: { position?: string } = {};

  async start(): Promise<this> {
    const config = readConfig({ ...this.place.env, PORT: '0' });
    this.app = await createHttpApp(appModule(config), config, {
      logDestination: { write: () => undefined },
    });
    await this.app.listen(0, '127.0.0.1');
    this.url = await this.app.getUrl();
    return this;
  }

  async stop(): Promise<void> {
    await this.app?.close();
    this.place.remove();
  }

  /** Everything that its stores hold, as text. */
  stored(): Promise<string> {
    return this.place.stored();
  }

  /** Somebody with a token, who reads what anybody wrote before: each read waits for the last write. */
  async as(claims: TokenClaims): Promise<Client> {
    const token = await issueToken(this.app.get(SigningKeys, { strict: false }), claims);
    return new Client(this.url, token, this.seen);
  }
}

/** Somebody who asks over HTTP. */
export class Client {
  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly seen: { position?: string },
  ) {}

  async post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const answer = await this.ask(path, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (typeof answer.body.position === 'string') this.seen.position = answer.body.position;
    return answer;
  }

  /** Records it and gives its id; throws when it was refused. */
  async record(path: string, body: object): Promise<string> {
    const answer = await this.post(path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return String(answer.body.id);
  }

  get(path: string): Promise<Answer> {
    const { position } = this.seen;
    const query = position === undefined ? '' : `${path.includes('?') ? '&' : '?'}position=${position}`;
    return this.ask(path + query, {});
  }

  private async ask(
    path: string,
    init: RequestInit & { readonly headers?: Readonly<Record<string, string>> },
  ): Promise<Answer> {
    const response = await fetch(this.url + path, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${this.token}` },
    });
    const body = (await response.json()) as Answer['body'];
    return { status: response.status, headers: response.headers, body };
  }
}
