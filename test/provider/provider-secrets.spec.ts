import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { addressBlock } from '../../src/provider/address-block.js';
import { ProviderSecrets } from '../../src/provider/provider-secrets.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

describe('the secret of the embedded provider', () => {
  it('is made once, for the own user alone, and gives everybody who has it the same keys', () => {
    const folder = temporaryFolder();
    const file = join(folder.path, 'secrets', 'sign-in.key');
    const made = ProviderSecrets.open(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toHaveLength(32);
    const again = ProviderSecrets.open(file);
    expect(again.signingKeys(1)).toEqual(made.signingKeys(1));
    expect(again.cookieKeys(1)).toEqual(made.cookieKeys(1));
    folder.remove();
  });

  it('is refused when others may read it, or when it is something else', () => {
    const folder = temporaryFolder();
    const file = join(folder.path, 'sign-in.key');
    ProviderSecrets.open(file);
    chmodSync(file, 0o644);
    expect(() => ProviderSecrets.open(file)).toThrow('chmod 600');
    chmodSync(file, 0o600);
    writeFileSync(file, 'too short');
    expect(() => ProviderSecrets.open(file)).toThrow('openssl rand -base64 32');
    folder.remove();
  });

  it('gives each period keys of its own, published a period before and after the one in which they sign', () => {
    const secrets = new ProviderSecrets(randomBytes(32));
    const kids = (period: number) => secrets.signingKeys(period).map(({ kid }) => kid);
    expect(kids(7)).toEqual(['sign-in-7', 'sign-in-8', 'sign-in-6']);
    expect(secrets.signingKeys(8)[0]).toEqual(secrets.signingKeys(7)[1]);
    expect(secrets.cookieKeys(8)[1]).toBe(secrets.cookieKeys(7)[0]);
    expect(secrets.cookieKeys(8)[0]).not.toBe(secrets.cookieKeys(7)[0]);
    const day = 24 * 60 * 60 * 1000;
    expect([secrets.periodAt(0), secrets.periodAt(90 * day - 1), secrets.periodAt(90 * day)]).toEqual([
      0, 0, 1,
    ]);
  });
});

describe('one network address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0db8:0:0:1:2:3:4', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as %s', (address, block) => {
    expect(addressBlock(address)).toBe(block);
  });
});
