import { createSecretKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose';
import { TokenVerifier } from '../../src/identity/token-verifier.js';
import type { Program } from '../../src/programs/program.js';
import {
  ADDRESS,
  ed25519,
  formOf,
  ORGANISATION,
  p256,
  rsa,
  statement,
  TokenService,
} from './programs-under-test.js';

const service = new TokenService();
const key = ed25519();
let program: Program;
beforeAll(async () => {
  await service.start();
  program = await service.program(key);
});
afterAll(() => service.stop());

const now = () => Math.floor(Date.now() / 1000);
const asked = async (form: Record<string, string>) => service.ask(form);

describe('a program with a statement that it signed itself', () => {
  it.each([
    ['Ed25519', ed25519],
    ['RSA (PS256)', rsa],
    ['P-256', p256],
  ])('gets a token for ten minutes with a key of %s', async (_, make) => {
    const own = make();
    const { id } = await service.program(own);
    const { status, body } = await asked(formOf(await statement(id, own)));
    expect([status, body]).toEqual([
      200,
      {
        access_token: expect.any(String),
        token_type: 'Bearer',
        expires_in: 600,
        scope: 'dossiers:read dossiers:record',
      },
    ]);
    const asker = await new TokenVerifier(service.keys).verify(String(body.access_token));
    expect(asker).toEqual({
      subject: id,
      role: 'coordinator',
      organisationId: ORGANISATION,
      scopes: ['dossiers:read', 'dossiers:record'],
    });
    const { exp = 0, iat = 0 } = decodeJwt(String(body.access_token));
    expect(exp - iat).toBe(600);
  });

  it('gets only what it asks for, and never more than it has', async () => {
    const less = await asked(formOf(await statement(program.id, key), { scope: 'dossiers:read' }));
    expect(less.body.scope).toBe('dossiers:read');
    const more = await asked(
      formOf(await statement(program.id, key), { scope: 'dossiers:read exports:read' }),
    );
    expect([more.status, more.body.error]).toEqual([400, 'invalid_scope']);
  });

  it('may name the service or the endpoint as whom it is for', async () => {
    const { status } = await asked(formOf(await statement(program.id, key, { aud: [ADDRESS, 'other'] })));
    expect(status).toBe(200);
  });

  it('gets none for the same statement twice, also when both come at once', async () => {
    const once = formOf(await statement(program.id, key));
    const answers = await Promise.all([asked(once), asked(once), asked(once)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  it('gets none once it was ended', async () => {
    const own = ed25519();
    const { id } = await service.program(own);
    await service.register.end(id, '2026-03-03T00:00:00.000Z');
    expect((await asked(formOf(await statement(id, own)))).status).toBe(401);
  });

  it('signs with a new key beside the old one, and then with that alone', async () => {
    const old = ed25519('old');
    const next = ed25519('next');
    const { id } = await service.program(old);
    await service.register.replaceKeys(id, [old.jwk, next.jwk]);
    const both = await Promise.all([old, next].map(async (by) => asked(formOf(await statement(id, by)))));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    await service.register.replaceKeys(id, [next.jwk]);
    expect((await asked(formOf(await statement(id, old)))).status).toBe(401);
  });
});

describe('a statement that is refused without saying why', () => {
  const other = ed25519();
  it.each<[string, () => Promise<string> | string]>([
    ['signed by a key that is not registered', () => statement(program.id, other)],
    ['of nobody', () => statement('01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b31', key)],
    ['about another', () => statement(program.id, key, { sub: '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b31' })],
    ['for another service', () => statement(program.id, key, { aud: 'https://elsewhere.example' })],
    ['that expired', () => statement(program.id, key, { exp: now() - 60 })],
    ['that lives for an hour', () => statement(program.id, key, { exp: now() + 3_600 })],
    ['without an end', () => statement(program.id, key, { exp: undefined })],
    ['without a name of its own', () => statement(program.id, key, { jti: undefined })],
    ['with an endless name', () => statement(program.id, key, { jti: 'x'.repeat(201) })],
    ['not valid yet', () => statement(program.id, key, { nbf: now() + 60 })],
    ['without a signature', () => new UnsecuredJWT({ iss: program.id, sub: program.id }).encode()],
    [
      'signed with the public key as a secret',
      () =>
        new SignJWT({ iss: program.id, sub: program.id, aud: ADDRESS, exp: now() + 60, jti: 'a' })
          .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
          .sign(createSecretKey(Buffer.from(String(key.jwk.x).padEnd(32, '=')))),
    ],
    ['that is none', () => 'abc.def.ghi'],
    ['of a hundred thousand characters', () => 'a'.repeat(10_000)],
  ])('%s', async (_, make) => {
    const { status, body } = await asked(formOf(await make()));
    expect([status, body]).toEqual([
      401,
      { error: 'invalid_client', error_description: expect.stringContaining('De verklaring is niet goed.') },
    ]);
  });

  it('that came with the name of another program', async () => {
    const form = formOf(await statement(program.id, key), {
      client_id: '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b31',
    });
    expect((await asked(form)).body.error).toBe('invalid_client');
  });
});

describe('a request that is none', () => {
  it.each([
    ['another grant', 'grant_type=password', 'unsupported_grant_type'],
    ['no statement', 'grant_type=client_credentials', 'invalid_request'],
    ['a secret in place of a statement', 'grant_type=client_credentials&client_secret=x', 'invalid_request'],
    ['a field twice', 'grant_type=client_credentials&grant_type=client_credentials', 'invalid_request'],
    ['nothing', '', 'unsupported_grant_type'],
  ])('%s', async (_, form, error) => {
    const { status, body } = await service.ask(form);
    expect([status, body.error]).toEqual([400, error]);
  });
});

it('says where its parts are (RFC 8414)', async () => {
  const { payload } = await service.get('/.well-known/oauth-authorization-server');
  expect(JSON.parse(payload)).toMatchObject({
    issuer: ADDRESS,
    token_endpoint: `${ADDRESS}/oauth/token`,
    jwks_uri: `${ADDRESS}/.well-known/jwks.json`,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  });
});
