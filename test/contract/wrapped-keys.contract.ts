import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MasterKey } from '../../src/privacy/master-key.js';
import { KEY_BYTES, type PersonalKeys } from '../../src/privacy/personal-keys.port.js';
import { KeyDiverged, type WrappedKey, type WrappedKeys } from '../../src/privacy/wrapped-keys.port.js';

/** A store of keys, opened both as they lie and as the service has them. */
export interface WrappedKeysUnderTest {
  readonly wrapped: WrappedKeys;
  personal(masterKey: MasterKey): Promise<PersonalKeys>;
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
