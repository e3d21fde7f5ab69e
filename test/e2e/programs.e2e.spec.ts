import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { appModule } from '../../src/app.module.js';
import { readConfig } from '../../src/config/read-config.js';
import { createHttpApp } from '../../src/http/create-http-app.js';
import { SigningKeys } from '../../src/identity/signing-keys.js';
import { issueToken, type TokenClaims } from '../../src/identity/token.js';
import { ed25519, formOf, type ProgramKey, statement } from '../programs/programs-under-test.js';
import { Client, type Items, type ProblemBody } from './client.js';
import { Place, patience } from './place.js';

const place = Place.make('programs');
let app: NestFastifyApplication;
let url: string;
let administrator: Client;
let organisationId: string;
let otherOrganisationId: string;

async function as(claims: TokenClaims): Promise<Client> {
  return new Client(url, await issueToken(app.get(SigningKeys, { strict: false }), claims), {});
}

/** What the token endpoint answers to a program's statement. */
async function tokenFor(id: string, key: ProgramKey, more: Record<string, string> = {}) {
  const assertion = await statement(id, key, { aud: `${url}/oauth/token` });
  const response = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams(formOf(assertion, more)),
  });
  return {
    status: response.status,
    body: (await response.json()) as { access_token: string; error?: string },
  };
}

const program = (key: ProgramKey, changes: object = {}) => ({
  name: 'Roosterkoppeling',
  role: 'coordinator',
  organisationId,
  jwks: { keys: [key.jwk] },
  ...changes,
});

beforeAll(async () => {
  const config = readConfig({
    ...place.env,
    PORT: '0',
    DOORLOPEND_REQUESTS_PER_SECOND: '2',
    DOORLOPEND_SECURITY_CONTACT: 'mailto:beveiliging@voorbeeld.nl',
  });
  app = await createHttpApp(appModule(config), config, { logDestination: { write: () => undefined } });
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
  administrator = await as({ role: 'administrator' });
  organisationId = await administrator.record('/v1/organisations', { name: 'Jobcoach Noord' });
  otherOrganisationId = await administrator.record('/v1/organisations', { name: 'Jobcoach Zuid' });
}, patience(60_000));
afterAll(async () => {
  await app?.close();
  place.remove();
}, patience(60_000));

describe('a program of an organisation', () => {
  const key = ed25519('2026');
  let coordinator: Client;
  let id: string;
  beforeAll(async () => {
    coordinator = await as({ role: 'coordinator', organisation: organisationId });
    id = await coordinator.record(
      '/v1/programs',
      program(key, { scopes: ['dossiers:read', 'parties:read'] }),
    );
  });

  it('is registered once for one key of the request, and shown without more than its key’s name', async () => {
    const body = program(ed25519('x'));
    const first = await coordinator.post('/v1/programs', body, { key: 'once' });
    const again = await coordinator.post('/v1/programs', body, { key: 'once' });
    expect([first.status, again.body.id]).toEqual([201, first.body.id]);
    expect(await coordinator.read(`/v1/programs/${id}`)).toEqual({
      id,
      name: 'Roosterkoppeling',
      role: 'coordinator',
      organisationId,
      funderId: null,
      scopes: ['dossiers:read', 'parties:read'],
      keyIds: ['2026'],
      registeredAt: expect.any(String),
      endedAt: null,
    });
  });

  it('gets a token and asks with it what its scopes are good for, and nothing else', async () => {
    const { status, body } = await tokenFor(id, key);
    expect(status).toBe(200);
    const itself = new Client(url, body.access_token, {});
    expect(await itself.read<Items>('/v1/tasks')).toEqual({ items: [] });
    expect((await itself.get(`/v1/organisations/${organisationId}`)).status).toBe(200);
    const beyond = await itself.post<ProblemBody>('/v1/employers', { name: 'Bakkerij' });
    expect([beyond.status, beyond.body.code]).toEqual([403, 'scope.insufficient']);
    expect(beyond.headers.get('www-authenticate')).toContain('scope="parties:record"');
    for (const closed of ['/v1/programs', '/v1/me']) {
      expect((await itself.get<ProblemBody>(closed)).body.code).toBe('scope.insufficient');
    }
  });

  it('is out of sight of another organisation, and of who manages none', async () => {
    const other = await as({ role: 'coordinator', organisation: otherOrganisationId });
    for (const [path, send] of [
      ['', undefined],
      ['/keys', { jwks: { keys: [key.jwk] } }],
      ['/endings', {}],
    ] as const) {
      const answer = await (send === undefined
        ? other.get<ProblemBody>(`/v1/programs/${id}${path}`)
        : other.post<ProblemBody>(`/v1/programs/${id}${path}`, send));
      expect([path, answer.status, answer.body.code]).toEqual([path, 404, 'program.not-found']);
    }
    expect((await other.read<Items>('/v1/programs')).items).toEqual([]);
    const coach = await as({ role: 'coach', coach: organisationId });
    expect((await coach.get('/v1/programs')).status).toBe(403);
  });

  it('gets no more tokens once it was ended, and no other keys', async () => {
    const own = ed25519();
    const ended = await coordinator.record('/v1/programs', program(own));
    expect((await tokenFor(ended, own)).status).toBe(200);
    await coordinator.record(`/v1/programs/${ended}/endings`, {});
    expect((await tokenFor(ended, own)).body.error).toBe('invalid_client');
    const keys = await coordinator.post<ProblemBody>(`/v1/programs/${ended}/keys`, {
      jwks: { keys: [own.jwk] },
    });
    expect([keys.status, keys.body.code]).toEqual([409, 'program.ended']);
  });
});

describe('a program that is refused', () => {
  it.each<[string, object, string]>([
    ['without the organisation of its role', { organisationId: undefined }, 'party.not-of-role'],
    [
      'with a scope that the role cannot have',
      { role: 'administrator', organisationId: undefined, scopes: ['dossiers:read'] },
      'scopes.beyond-role',
    ],
    ['with a scope that there is not', { scopes: ['everything'] }, 'scopes.unknown'],
    ['in the role of a person', { role: 'coach' }, 'value.unknown'],
    ['without keys', { jwks: { keys: [] } }, 'keys.invalid'],
  ])('%s', async (_, changes, code) => {
    const answer = await administrator.post<ProblemBody>('/v1/programs', program(ed25519(), changes));
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  });

  it('by who may register none there', async () => {
    const other = await as({ role: 'coordinator', organisation: otherOrganisationId });
    expect((await other.post('/v1/programs', program(ed25519()))).status).toBe(403);
  });
});

it('answers who is not known with a problem, as every refusal of the API is', async () => {
  const response = await fetch(`${url}/v1/funders`);
  expect([response.status, response.headers.get('content-type')]).toEqual([401, 'application/problem+json']);
  expect(response.headers.get('www-authenticate')).toBe('Bearer');
});

it('says without a token where to report what is not safe (RFC 9116)', async () => {
  const response = await fetch(`${url}/.well-known/security.txt`);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const text = await response.text();
  expect(text).toContain('Contact: mailto:beveiliging@voorbeeld.nl\n');
  const expires = Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? '');
  expect(expires).toBeGreaterThan(Date.now());
  expect(expires).toBeLessThanOrEqual(Date.now() + 366 * 24 * 60 * 60 * 1000);
});

describe('too many requests in a minute', () => {
  it('of one account are 429 and say how long to wait, and others go on', async () => {
    const busy = await as({ role: 'administrator', subject: 'busy' });
    // Twice the budget and one: they come in two minutes at the most, of which one gets more than its budget.
    const answers = [];
    for (let round = 0; round < 241; round++) answers.push(await busy.get<ProblemBody>('/v1/funders'));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    for (const { status, body, headers } of refused) {
      expect([status, body.code]).toEqual([429, 'requests.too-many']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await administrator.get('/v1/funders')).status).toBe(200);
  });

  it('by which nobody is known are 429 for the address, and who is known there goes on', async () => {
    const stranger = new Client(url, 'no.token.here', {});
    const statuses = new Set<number>();
    for (let round = 0; round < 601; round++) statuses.add((await stranger.get('/v1/funders')).status);
    expect([...statuses].sort()).toEqual([401, 429]);
    const known = await as({ role: 'administrator', subject: 'known' });
    expect((await known.get('/v1/funders')).status).toBe(200);
  });
});
