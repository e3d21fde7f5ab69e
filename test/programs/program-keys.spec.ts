import { describe, expect, it } from '@jest/globals';
import { keySetFault, publicKeysOf } from '../../src/programs/program-keys.js';
import { ed25519, p256, rsa } from './programs-under-test.js';

const secret = ed25519().privateKey.export({ format: 'jwk' });

describe('the public keys of a program', () => {
  it('are those of RSA, P-256 and Ed25519, each with a name', () => {
    const keys = [rsa(2_048, 'a').jwk, p256('b').jwk, ed25519('c').jwk];
    expect(keySetFault({ keys })).toBeUndefined();
  });

  it('are kept without what is not needed', () => {
    const { jwk } = ed25519();
    expect(publicKeysOf({ keys: [{ ...jwk, x5u: 'https://elsewhere.example' }] })).toEqual([jwk]);
  });

  it.each<[string, unknown, string]>([
    ['no set', 'x', 'JWK Set'],
    ['an empty set', { keys: [] }, 'JWK Set'],
    ['too many', { keys: Array.from({ length: 6 }, (_, n) => ed25519(`k${n}`).jwk) }, 'ten hoogste 5'],
    ['one without a name', { keys: [{ ...ed25519().jwk, kid: undefined }] }, 'kid nodig'],
    ['two of one name', { keys: [ed25519().jwk, ed25519().jwk] }, 'een andere kid'],
    ['one with its secret part', { keys: [{ ...secret, kid: 'k' }] }, 'geheim deel'],
    ['a shared secret', { keys: [{ kty: 'oct', k: 'c2VjcmV0', kid: 'k' }] }, 'geheim deel'],
    ['an RSA key of 1,024 bits', { keys: [rsa(1_024).jwk] }, '2048 bits'],
    ['another curve', { keys: [{ ...p256().jwk, crv: 'P-384' }] }, 'P-256'],
    ['no key', { keys: [{ kid: 'k', kty: 'RSA' }] }, 'P-256'],
    ['a text', { keys: ['k'] }, 'geen JWK'],
  ])('are refused: %s', (_, value, words) => {
    const fault = keySetFault(value);
    expect([fault?.code, fault?.detail]).toEqual(['keys.invalid', expect.stringContaining(words)]);
  });
});
