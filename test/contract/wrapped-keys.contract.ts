import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PROTECTIONS } from '../../domain/shared/protected.js';
import { MasterKey, MasterKeyFault } from '../../src/privacy/master-key.js';
import { KEY_BYTES, type PersonalKeys } from '../../src/privacy/personal-keys.port.js';
import {
  KeyDiverged,
  KeysInUse,
  type WrappedKey,
  type WrappedKeys,
} from '../../src/privacy/wrapped-keys.port.js';

/** A store of keys, opened both as they lie and as the service has them. */
export interface WrappedKeysUnderTest {
  readonly wrapped: WrappedKeys;
  personal(masterKey: MasterKey): Promise<PersonalKeys>;
  /** The same with connections of its own, as another process has. */
  service(masterKey: MasterKey): Promise<PersonalKeys>;
  remove(): Promise<void>;
}

/** What every store of wrapped keys keeps to, whichever database it is. */
export function wrappedKeysContract(name: string, begin: () => Promise<WrappedKeysUnderTest>): void {
  describe(`${name}, keys as they lie`, () => {
    const masterKey = new MasterKey(Buffer.alloc(32, 7));
    const createdAt = '2025-01-01T00:00:00.000Z';
    const destroyedAt = '2026-01-01T00:00:00.000Z';
    const key = (of: string): WrappedKey => ({
      name: of,
      wrapped: masterKey.wrap(of, Buffer.alloc(KEY_BYTES, of)),
      createdAt,
      destroyedAt: null,
    });
    const gone = (of: string): WrappedKey => ({ name: of, wrapped: null, createdAt, destroyedAt });
    const all = async () => {
      const keys: WrappedKey[] = [];
      for await (const one of under.wrapped.all()) keys.push(one);
      return keys;
    };
    let under: WrappedKeysUnderTest;
    beforeEach(async () => {
      under = await begin();
    });
    afterEach(async () => {
      await under.wrapped.close();
      await under.remove();
    });

    it('are given as they were added, by name, however many', async () => {
      const added = Array.from({ length: 2_345 }, (_, n) =>
        key(`candidate/${String(n).padStart(5, '0')}/x/1`),
      );
      added.push(gone('coach/a/identity/1'));
      expect(await under.wrapped.add(added.toReversed())).toBe(added.length);
      expect(await all()).toEqual(added);
      expect(await under.wrapped.add(added)).toBe(0);
    });

    it('belong to the first master key that is named, and to no other', async () => {
      expect(await under.wrapped.masterKey()).toBeUndefined();
      expect(await under.wrapped.belongTo(masterKey.fingerprint)).toBe(true);
      expect(await under.wrapped.belongTo('another')).toBe(false);
      expect(await under.wrapped.masterKey()).toBe(masterKey.fingerprint);
    });

    it('are opened by the service that has their master key', async () => {
      await under.wrapped.belongTo(masterKey.fingerprint);
      await under.wrapped.add([key('candidate/a/identity/1'), gone('candidate/b/identity/1')]);
      const personal = await under.personal(masterKey);
      const opened = await personal.toOpen(['candidate/a/identity/1', 'candidate/b/identity/1']);
      await personal.close();
      expect([...opened.keys()]).toEqual(['candidate/a/identity/1']);
    });

    it('are wrapped anew by another master key, all at once, and open what they sealed before', async () => {
      await under.wrapped.belongTo(masterKey.fingerprint);
      const names = Array.from({ length: 1_500 }, (_, n) => `candidate/${n}/identity/1`).sort();
      await under.wrapped.add([...names.map(key), gone('coach/a/identity/1')]);
      const next = new MasterKey(Buffer.alloc(32, 9));
      const anew = (of: string, wrapped: Buffer) => next.wrap(of, masterKey.unwrap(of, wrapped).export());
      expect(await under.wrapped.rewrap(anew, next.fingerprint)).toBe(names.length);
      expect(await under.wrapped.masterKey()).toBe(next.fingerprint);
      await expect(under.personal(masterKey)).rejects.toBeInstanceOf(MasterKeyFault);
      const personal = await under.personal(next);
      const opened = await personal.toOpen([...names, 'coach/a/identity/1']);
      await personal.close();
      expect([...opened.keys()].sort()).toEqual(names);
      expect(opened.get('candidate/7/identity/1')?.export()).toEqual(
        Buffer.alloc(KEY_BYTES, 'candidate/7/identity/1'),
      );
    });

    it('are as they were when wrapping them anew breaks off', async () => {
      await under.wrapped.belongTo(masterKey.fingerprint);
      await under.wrapped.add([key('a'), key('b')]);
      const breaksOff = (of: string, wrapped: Buffer) => {
        if (of === 'b') throw new Error('broken off');
        return Buffer.concat([wrapped, wrapped]);
      };
      await expect(under.wrapped.rewrap(breaksOff, 'next')).rejects.toThrow('broken off');
      expect(await all()).toEqual(
        [key('a'), key('b')].map((one) => ({ ...one, wrapped: expect.anything() })),
      );
      expect(await under.wrapped.masterKey()).toBe(masterKey.fingerprint);
      expect((await all()).map((one) => one.wrapped?.length)).toEqual(
        [key('a'), key('b')].map((one) => one.wrapped?.length),
      );
    });

    it('are not wrapped anew while a service has them open', async () => {
      await under.wrapped.belongTo(masterKey.fingerprint);
      await under.wrapped.add([key('candidate/a/identity/1')]);
      const service = await under.service(masterKey);
      const anew = (_: string, wrapped: Buffer) => wrapped;
      await expect(under.wrapped.rewrap(anew, 'next')).rejects.toThrow(KeysInUse);
      expect(await under.wrapped.masterKey()).toBe(masterKey.fingerprint);
      await service.close();
      expect(await under.wrapped.rewrap(anew, 'next')).toBe(1);
    });

    it('are destroyed in every version, as the service destroys them', async () => {
      const names = ['candidate/a/identity/1', 'candidate/a/identity/2', 'candidate/a/narrative/1'];
      await under.wrapped.add([...names, 'candidate/ab/identity/1'].map(key));
      expect(await under.wrapped.destroy('candidate/a', PROTECTIONS, destroyedAt)).toBe(3);
      expect(await under.wrapped.destroy('candidate/a', PROTECTIONS, destroyedAt)).toBe(0);
      const left = (await all()).filter(({ wrapped }) => wrapped !== null);
      expect(left.map((one) => one.name)).toEqual(['candidate/ab/identity/1']);
      expect((await all()).map((one) => one.name)).toContain('candidate/a/confidential/1');
    });

    it('stay destroyed, and are destroyed by one that was', async () => {
      await under.wrapped.add([key('a'), gone('b')]);
      expect(await under.wrapped.add([gone('a'), key('b')])).toBe(1);
      expect(await all()).toEqual([gone('a'), gone('b')]);
    });

    it('are added all or none: another key under a name that is there refuses them', async () => {
      await under.wrapped.add([key('b')]);
      const other = { ...key('b'), wrapped: Buffer.from('other') };
      await expect(under.wrapped.add([key('a'), other])).rejects.toThrow(KeyDiverged);
      expect((await all()).map((one) => one.name)).toEqual(['b']);
    });
  });
}
