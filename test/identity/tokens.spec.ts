import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT } from 'jose';
import { SigningKeys } from '../../src/identity/signing-keys.js';
import { TOKEN_PARTY } from '../../src/identity/token.js';
import { bodyOf, COACH, House, SESSIONS } from '../http/house.js';

const house = new House();
let ownKey: KeyObject;
let kid: string;
beforeAll(async () => {
  await house.start();
  ({ kid, privateKey: ownKey } = house.app.get(SigningKeys, { strict: false }).present);
});
afterAll(async () => {
  await house.stop();
  house.forget();
});

const SECRET = `${SESSIONS}/${COACH}`;
const now = Math.floor(Date.now() / 1000);

/** A token like the service's own, but for what is given. */
function forged(claims: Record<string, unknown> = {}, key: KeyObject | Uint8Array = ownKey, alg = 'EdDSA') {
  const payload = { sub: 'x', role: 'coach', iss: TOKEN_PARTY, aud: TOKEN_PARTY, exp: now + 60, ...claims };
  return new SignJWT(payload).setProtectedHeader({ alg, kid }).sign(key);
}

const ask = (token: string, path = SECRET) =>
  house.ask(path, { headers: { authorization: `Bearer ${token}` } });

describe('a token of the service', () => {
  it('lets its holder in, as what it says, also the second time', async () => {
    const token = await house.token({ role: 'coordinator', organisation: COACH });
    expect(bodyOf(await ask(token)).role).toBe('coordinator');
    expect(bodyOf(await ask(token)).role).toBe('coordinator');
  });

  it('is refused once it has expired, although it was good before', async () => {
    const token = await forged({ exp: Math.floor(Date.now() / 1000) - 4 });
    expect((await ask(token)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 2_200));
    const answer = await ask(token);
    expect([answer.status, bodyOf(answer).code]).toEqual([401, 'token.expired']);
  });
});

describe('refused with 401 and how to sign in', () => {
  const stranger = generateKeyPairSync('ed25519').privateKey;
  const publicText = (): Uint8Array =>
    new TextEncoder().encode(
      house.app
        .get(SigningKeys, { strict: false })
        .present.publicKey.export({ type: 'spki', format: 'pem' })
        .toString(),
    );

  it.each<[string, () => Promise<string> | string, string]>([
    ['that expired', () => forged({ exp: now - 60 }), 'token.expired'],
    ['without an expiry', () => forged({ exp: undefined }), 'token.invalid'],
    ['of another key', () => forged({}, stranger), 'token.invalid'],
    ['signed with the public key as a secret', () => forged({}, publicText(), 'HS256'), 'token.invalid'],
    ['for another audience', () => forged({ aud: 'other' }), 'token.invalid'],
    ['of another issuer', () => forged({ iss: 'other' }), 'token.invalid'],
    ['without a subject', () => forged({ sub: undefined }), 'token.invalid'],
    ['with an unknown role', () => forged({ role: 'king' }), 'token.invalid'],
    ['with a role from the prototype', () => forged({ role: 'constructor' }), 'token.invalid'],
    ['with a party that is no id', () => forged({ coach: '1' }), 'token.invalid'],
    ['not valid yet', () => forged({ nbf: now + 60 }), 'token.invalid'],
    [
      'without a signature',
      () =>
        new UnsecuredJWT({ role: 'administrator' })
          .setSubject('x')
          .setIssuer(TOKEN_PARTY)
          .setAudience(TOKEN_PARTY)
          .setExpirationTime('1h')
          .encode(),
      'token.invalid',
    ],
    ['that is no token', () => 'abc.def.ghi', 'token.invalid'],
    ['of ten thousand characters', () => 'a'.repeat(10_000), 'token.invalid'],
  ])('a token %s', async (_, make, code) => {
    const answer = await ask(await make());
    expect([answer.status, bodyOf(answer).code]).toEqual([401, code]);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  });

  it('no token at all', async () => {
    const response = await fetch(house.url + SECRET);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'token.missing' });
  });

  it.each(['Basic eDp5', 'Bearer', 'Bearer a b'])('the header "%s"', async (authorization) => {
    const answer = await house.ask(SECRET, { headers: { authorization } });
    expect([answer.status, bodyOf(answer).code]).toEqual([401, 'token.invalid']);
  });

  it('before the body is read', async () => {
    const response = await fetch(house.url + SESSIONS, {
      method: 'POST',
      body: '{broken',
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(401);
  });
});
