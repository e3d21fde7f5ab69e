import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { rotateSigningKey } from '../../src/identity/rotate-signing-key.js';
import { SigningKeys } from '../../src/identity/signing-keys.js';
import { issueToken, TOKEN_PARTY } from '../../src/identity/token.js';
import { bodyOf, COACH, House, SESSIONS } from '../http/house.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

const DAY = 24 * 60 * 60 * 1000;
const NOW = new Date('2026-03-02T10:00:00Z');
const after = (days: number) => new Date(NOW.getTime() + days * DAY);

describe('the file of signing keys', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  let first: string;
  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'signing.key');
    first = SigningKeys.open(file).present.kid;
  });
  afterEach(() => folder.remove());

  it('announces a next key once, that signs at the next rotation', () => {
    const [signs, announced] = rotateSigningKey(file, 'announce', NOW);
    expect(signs).toBe(first);
    expect(rotateSigningKey(file, 'announce', after(1))).toEqual([first, announced]);
    expect(rotateSigningKey(file, 'replace', after(2))).toEqual([announced, first]);
  });

  it('keeps a retired key as long as the longest token of it lives, and a day', () => {
    const [second] = rotateSigningKey(file, 'replace', NOW);
    const [third] = rotateSigningKey(file, 'replace', after(30));
    expect(SigningKeys.open(file).all.map(({ kid }) => kid)).toEqual([third, second, first]);
    const [fourth] = rotateSigningKey(file, 'replace', after(31));
    expect(SigningKeys.open(file).all.map(({ kid }) => kid)).toEqual([fourth, third, second]);
  });

  it('holds one new key and nothing else after a leak', () => {
    rotateSigningKey(file, 'announce', NOW);
    const kids = rotateSigningKey(file, 'revoke', NOW);
    expect(kids).toHaveLength(1);
    expect(kids).not.toContain(first);
    expect(readFileSync(file, 'utf8').match(/BEGIN/g)).toHaveLength(1);
  });

  it('stays for its owner alone', () => {
    rotateSigningKey(file, 'replace', NOW);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe('a service whose signing key is rotated while it runs', () => {
  const house = new House();
  const SECRET = `${SESSIONS}/${COACH}`;
  const ask = async (token: string) =>
    (await house.ask(SECRET, { headers: { authorization: `Bearer ${token}` } })).status;
  const file = () => join(house.folder, 'secrets', 'signing.key');
  beforeAll(() => house.start());
  afterAll(async () => {
    await house.stop();
    house.forget();
  });

  it('takes tokens of the new key at once and of the old one as before, and publishes both', async () => {
    const before = await house.token();
    rotateSigningKey(file(), 'replace', new Date());
    const fresh = await issueToken(SigningKeys.open(file()), { role: 'coach' });
    expect([await ask(fresh), await ask(before)]).toEqual([200, 200]);

    const published = await house.ask('/.well-known/jwks.json', { headers: { authorization: '' } });
    expect(published.headers.get('content-type')).toMatch('application/jwk-set+json');
    expect(published.text).not.toContain('"d"');
    const keys = createLocalJWKSet(bodyOf<{ keys: [] }>(published));
    for (const token of [before, fresh]) {
      expect((await jwtVerify(token, keys, { issuer: TOKEN_PARTY })).payload).toMatchObject({
        role: 'coach',
      });
    }
  });

  it('takes nothing of a key that was revoked, although it took the token before', async () => {
    const leaked = await house.token();
    expect(await ask(leaked)).toBe(200);
    rotateSigningKey(file(), 'revoke', new Date());
    const fresh = await issueToken(SigningKeys.open(file()), { role: 'coach' });
    expect(await ask(fresh)).toBe(200);
    // The file is looked at every two seconds; a token of the new key made this service look already.
    for (let tries = 0; tries < 100 && (await ask(leaked)) === 200; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await ask(leaked)).toBe(401);
  });
});
