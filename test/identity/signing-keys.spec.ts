import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SigningKeys } from '../../src/identity/signing-keys.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorlopend-key-'));
  file = join(folder, 'data', 'secrets', 'signing.key');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const publicText = (keys: SigningKeys) =>
  keys.present.publicKey.export({ type: 'spki', format: 'pem' }).toString();

describe('the signing key', () => {
  it('is made at first start, for its owner only, and stays the same', () => {
    const first = publicText(SigningKeys.open(file));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'data', 'secrets')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, 'data', 'secrets'))).toEqual(['signing.key']);
    expect(publicText(SigningKeys.open(file))).toBe(first);
  });

  it('is the same for eight processes that start at once', async () => {
    const script = `
      import { once } from ${JSON.stringify(join(import.meta.dirname, '../../src/shared/exclusive-file.ts'))};
      process.stdout.write(once(process.argv[1], () => 'made by ' + process.pid));`;
    const run = () =>
      promisify(execFile)(process.execPath, [
        '--input-type=module',
        '--disable-warning=ExperimentalWarning',
        '-e',
        script,
        file,
      ]);
    const found = await Promise.all(Array.from({ length: 8 }, run));
    expect(new Set(found.map(({ stdout }) => stdout)).size).toBe(1);
    expect(found[0]?.stdout).toMatch(/^made by \d+$/);
  });

  it.each([
    ['no key', 'abc'],
    [
      'a key of another kind',
      generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ],
  ])('is refused when the file holds %s', (_, text) => {
    const other = join(folder, 'other.key');
    writeFileSync(other, text);
    expect(() => SigningKeys.open(other)).toThrow(
      `Het bestand ${other} bevat geen sleutel van het type Ed25519`,
    );
  });
});
