import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { ConfigError } from '../../src/config/config.js';
import { readConfig } from '../../src/config/read-config.js';
import { newId } from '../../src/shared/ids.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());
writeFileSync(join(folder.path, 'secret'), 'geheim\n');
writeFileSync(join(folder.path, 'empty'), '\n');
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
writeFileSync(join(folder.path, 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));

const LEAST = {
  key: 'assen',
  name: 'Gemeente Assen',
  issuer: 'https://aanmelden.assen.example',
  clientId: 'doorlopend',
  clientAuthentication: { method: 'none' },
};

function configOf(file: unknown) {
  const path = join(folder.path, 'issuers.json');
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file));
  return readConfig({ DOORLOPEND_ISSUERS_FILE: path }).signIn;
}

function faultOf(file: unknown): string {
  try {
    configOf(file);
    return 'no fault';
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

const withIssuer = (more: object) => ({ issuers: [{ ...LEAST, ...more }] });

describe('the file of issuers', () => {
  it('takes the usual for what it leaves out', () => {
    const { issuers, leastAssurance } = configOf({ issuers: [LEAST], leastAssurance: { candidate: 'high' } });
    expect(issuers).toMatchObject([
      { scopes: ['openid'], idTokenAlgorithm: 'RS256', acr: {}, ownRedirect: false },
    ]);
    expect(leastAssurance).toMatchObject({ candidate: 'high', employer: 'low', coach: 'substantial' });
  });

  it('takes secrets from files beside it', () => {
    const basic = { method: 'client_secret_basic', secretFile: 'secret' };
    expect(configOf(withIssuer({ clientAuthentication: basic })).issuers[0]?.clientAuthentication).toEqual({
      method: 'client_secret_basic',
      secret: 'geheim',
    });
    const jwt = { method: 'private_key_jwt', keyFile: 'key.pem', keyId: 'k' };
    expect(
      configOf(withIssuer({ clientAuthentication: jwt })).issuers[0]?.clientAuthentication,
    ).toMatchObject({
      method: 'private_key_jwt',
      algorithm: 'PS256',
      keyId: 'k',
    });
  });

  it.each<readonly [unknown, string]>([
    ['{', 'het is geen geldige JSON'],
    [[], 'het geheel moet een object zijn'],
    [{}, 'issuers moet een lijst zijn'],
    [{ issuers: [LEAST, LEAST] }, 'staat er als key meer dan eens in'],
    [{ issuers: [LEAST, { ...LEAST, key: 'ander' }] }, 'staat er als issuer meer dan eens in'],
    [{ issuers: [LEAST], extra: 1 }, 'extra is een onbekend veld'],
    [{ issuers: [], leastAssurance: { baas: 'low' } }, 'leastAssurance.baas is geen rol'],
    [{ issuers: [], leastAssurance: { coach: 'veel' } }, 'leastAssurance.coach moet een van deze zijn'],
    [withIssuer({ key: 'terug' }), 'issuers[0].key mag'],
    [withIssuer({ key: 'Assen!' }), 'issuers[0].key mag'],
    [withIssuer({ name: '' }), 'issuers[0].name moet een tekst zijn'],
    [withIssuer({ issuer: 'http://assen.example' }), 'issuers[0].issuer moet een adres met https zijn'],
    [withIssuer({ issuer: 'https://a.example/?x=1' }), 'issuers[0].issuer moet een adres met https zijn'],
    [withIssuer({ scopes: ['profile'] }), 'issuers[0].scopes moet openid bevatten'],
    [withIssuer({ idTokenAlgorithm: 'HS256' }), 'issuers[0].idTokenAlgorithm moet een van deze zijn'],
    [withIssuer({ acr: { x: 'veel' } }), 'issuers[0].acr["x"] moet een van deze zijn'],
    [withIssuer({ acrValues: 'x' }), 'issuers[0].acrValues moet een lijst van teksten zijn'],
    [withIssuer({ funderId: 'x' }), 'issuers[0].funderId moet een id zijn'],
    [withIssuer({ funderId: newId(), organisationId: newId() }), 'niet bij beide'],
    [withIssuer({ ownRedirect: 'ja' }), 'issuers[0].ownRedirect moet true of false zijn'],
    [withIssuer({ claims: { nam: 'x' } }), 'issuers[0].claims.nam is een onbekend veld'],
    [withIssuer({ geheim: 'x' }), 'issuers[0].geheim is een onbekend veld'],
    [withIssuer({ clientAuthentication: undefined }), 'issuers[0].clientAuthentication moet een object zijn'],
    [withIssuer({ clientAuthentication: { method: 'x' } }), 'clientAuthentication.method moet een van deze'],
    [
      withIssuer({ clientAuthentication: { method: 'client_secret_post', secretFile: 'no' } }),
      'niet te lezen',
    ],
    [
      withIssuer({ clientAuthentication: { method: 'client_secret_post', secretFile: 'empty' } }),
      'dat is leeg',
    ],
    [withIssuer({ clientAuthentication: { method: 'private_key_jwt', keyFile: 'secret' } }), 'geen sleutel'],
  ])('%j is refused: %s', (file, sentence) => {
    const fault = faultOf(file);
    expect(fault).toContain(sentence);
    expect(fault).toMatch(/^DOORLOPEND_ISSUERS_FILE: in .+ klopt iets niet: .+\.$/);
    expect(fault).not.toContain('geheim\n');
  });

  it('has to be there', () => {
    expect(() => readConfig({ DOORLOPEND_ISSUERS_FILE: '/no/such/file' })).toThrow(/niet te lezen/);
  });
});

describe('the public address', () => {
  it.each(['http://doorlopend.example', 'https://doorlopend.example/pad', 'doorlopend.example', 'ftp://x'])(
    'is not %s',
    (PUBLIC_URL) => {
      expect(() => readConfig({ PUBLIC_URL })).toThrow(ConfigError);
    },
  );

  it('is an origin, over TLS or on this machine', () => {
    expect(readConfig({ PUBLIC_URL: 'https://doorlopend.example/' }).signIn.publicUrl).toBe(
      'https://doorlopend.example',
    );
    expect(readConfig({ PUBLIC_URL: 'http://localhost:8080' }).signIn.publicUrl).toBe(
      'http://localhost:8080',
    );
  });
});
