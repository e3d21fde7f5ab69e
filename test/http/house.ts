import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '../../src/config/read-config.js';
import { createHttpApp, type HttpAppOptions } from '../../src/http/create-http-app.js';
import { SigningKeys } from '../../src/identity/signing-keys.js';
import { issueToken, type TokenClaims } from '../../src/identity/token.js';
import { SampleGate, SampleStream, sampleModule } from './sample.module.js';

export const TRAJECTORY = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d';
export const COACH = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3e';
export const SESSIONS = `/v1/trajectories/${TRAJECTORY}/sessions`;

/** A good session; today in the tests is whatever the machine says, so its day is long past. */
export const SESSION = {
  coachId: COACH,
  on: '2024-02-29',
  minutes: 60,
  activity: 'training',
  form: 'phone',
  summary: 'Samen de planning gemaakt.',
};

/** The sample service, listening on a port of its own, with what it logs. */
export class House {
  readonly log: string[] = [];
  url = '';
  app: NestFastifyApplication;
  readonly folder = mkdtempSync(join(tmpdir(), 'doorlopend-http-'));

  async start(options: HttpAppOptions = {}): Promise<this> {
    const config = readConfig({ DOORLOPEND_DATA: this.folder, PORT: '0' });
    const logDestination = { write: (line: string) => void this.log.push(line) };
    this.app = await createHttpApp(sampleModule(config), config, { logDestination, ...options });
    await this.app.listen(0, '127.0.0.1');
    this.url = await this.app.getUrl();
    return this;
  }

  async stop(): Promise<void> {
    await this.app?.close();
  }

  forget(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  get stream(): SampleStream {
    return this.app.get(SampleStream, { strict: false });
  }

  get gate(): SampleGate {
    return this.app.get(SampleGate, { strict: false });
  }

  token(claims: TokenClaims = { role: 'coach', subject: 'tester' }, seconds?: number): Promise<string> {
    return issueToken(this.app.get(SigningKeys, { strict: false }), claims, seconds);
  }

  /** A request with a coach's token, unless the headers say otherwise. */
  async ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers);
    if (!headers.has('authorization')) headers.set('authorization', `Bearer ${await this.token()}`);
    const response = await fetch(this.url + path, { ...init, headers });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text };
  }

  /** A POST with a JSON body. */
  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** The JSON body of an answer. */
export function bodyOf<T = Record<string, unknown>>({ text }: Answer): T {
  return JSON.parse(text) as T;
}
