import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MasterKey, MasterKeyFault } from '../../src/privacy/master-key.js';
import { output, startChild } from '../spec/child.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

describe('the master key', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'master.key');
  });
  afterEach(() => folder.remove());

  it('is made at the first start: 32 bytes that only the owner reads', () => {
    MasterKey.inFile(file);
    expect(readFileSync(file)).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder.path)).toEqual(['master.key']);
  });

  it('is the same at every later start', () => {
    const { fingerprint } = MasterKey.inFile(file);
    expect(MasterKey.inFile(file).fingerprint).toBe(fingerprint);
    expect(MasterKey.inFile(join(folder.path, 'other.key')).fingerprint).not.toBe(fingerprint);
  });

  it('is made once when several processes start together', async () => {
    const children = Array.from({ length: 4 }, () => startChild('test/privacy/master-key.child.ts', [file]));
    const fingerprints = await Promise.all(children.map(output));
    expect(new Set(fingerprints)).toEqual(new Set([`${MasterKey.inFile(file).fingerprint}\n`]));
  });

  it.each([0o640, 0o604])('is refused when others may read it (mode %o)', (mode) => {
    MasterKey.inFile(file);
    chmodSync(file, mode);
    expect(() => MasterKey.inFile(file)).toThrow(MasterKeyFault);
    expect(() => MasterKey.inFile(file)).toThrow(/chmod 600/);
  });

  it.each([0, 31, 33])('is refused when it counts %i bytes', (length) => {
    writeFileSync(file, Buffer.alloc(length), { mode: 0o600 });
    expect(() => MasterKey.inFile(file)).toThrow(MasterKeyFault);
  });

  it('wraps a key so that only its own name opens it', () => {
    const key = Buffer.alloc(32, 7);
    const masterKey = MasterKey.inFile(file);
    const wrapped = masterKey.wrap('candidate/a/identity/1', key);
    expect(masterKey.unwrap('candidate/a/identity/1', wrapped).export()).toEqual(key);
    expect(() => masterKey.unwrap('candidate/b/identity/1', wrapped)).toThrow(MasterKeyFault);
  });
});
