import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { PROTECTIONS, type Sealed } from '../../domain/shared/protected.js';
import { MasterKey, MasterKeyFault } from '../../src/privacy/master-key.js';
import { KeyDestroyed, type Person, type PersonalKeys } from '../../src/privacy/personal-keys.port.js';
import { Sealer } from '../../src/privacy/sealer.js';

/** A store of keys that another process or instance may open too. */
export interface KeysUnderTest {
  open(masterKey: MasterKey): Promise<PersonalKeys>;
  /** Does what erasing a person will do, as another process. */
  destroy(name: string): Promise<void>;
  remove(): Promise<void>;
}

/** What every store of personal keys keeps to, whichever database it is. */
export function personalKeysContract(name: string, begin: () => Promise<KeysUnderTest>): void {
  describe(`${name}, a store of personal keys`, () => {
    const masterKey = new MasterKey(Buffer.alloc(32, 7));
    let under: KeysUnderTest;
    let opened: PersonalKeys[];
    let person: Person;
    const open = async () => {
      const keys = await under.open(masterKey);
      opened.push(keys);
      return keys;
    };
    beforeEach(async () => {
      under = await begin();
      opened = [];
      person = `candidate/${v7()}`;
    });
    afterEach(async () => {
      for (const keys of opened) await keys.close();
      await under.remove();
    });

    it('makes a key once, whoever asks for it and however many at once', async () => {
      const stores = [await open(), await open()];
      const asked = await Promise.all(
        Array.from({ length: 20 }, (_, n) => stores[n % 2]?.toSeal(person, ['identity', 'narrative'])),
      );
      const texts = asked.map((keys) => keys?.identity?.key.export().toString('hex'));
      expect(new Set(texts).size).toBe(1);
      const [, other] = stores;
      expect((await other?.toOpen([`${person}/narrative/1`]))?.size).toBe(1);
    });

    it('gives the keys that are asked for, and none under a name that was never made', async () => {
      const keys = await open();
      await keys.toSeal(person, ['identity']);
      const found = await keys.toOpen([`${person}/identity/1`, `${person}/confidential/1`, 'nobody']);
      expect([...found.keys()]).toEqual([`${person}/identity/1`]);
      expect(await keys.toOpen([])).toEqual(new Map());
    });

    it('opens after a restart what was sealed before, and has one key for the blind index', async () => {
      const sealer = new Sealer(await open());
      const { name: sealed } = await sealer.seal(person, v7(), { name: 'identity' }, { name: 'Noor' });
      const restarted = new Sealer(await open());
      expect(await restarted.open(sealed as Sealed)).toBe('Noor');
      const indexes = await Promise.all([
        sealer.blindIndex(sealed as Sealed),
        restarted.blindIndex(sealed as Sealed),
      ]);
      expect(indexes[0]).toBe(indexes[1]);
    });

    it('forgets at once a key that another process destroyed, and never makes it again', async () => {
      const keys = await open();
      await keys.toSeal(person, ['narrative']);
      const name = `${person}/narrative/1`;
      expect((await keys.toOpen([name])).size).toBe(1);
      await under.destroy(name);
      expect((await keys.toOpen([name])).size).toBe(0);
      await expect(keys.toSeal(person, ['narrative'])).rejects.toBeInstanceOf(KeyDestroyed);
      expect((await keys.toSeal(person, ['identity'])).identity).toBeDefined();
    });

    it('destroys every key of a person at once, and makes none again, also where there was none', async () => {
      const [keys, elsewhere] = [await open(), await open()];
      await keys.toSeal(person, ['identity', 'narrative']);
      await elsewhere.toSeal(person, ['identity', 'narrative']);
      await keys.renew(person, ['narrative']);
      expect(await keys.destroy(person, PROTECTIONS)).toBe(3);
      expect(await keys.destroy(person, PROTECTIONS)).toBe(0);
      expect(await elsewhere.destroy(person, PROTECTIONS)).toBe(0);
      const names = PROTECTIONS.flatMap((one) => [`${person}/${one}/1`, `${person}/${one}/2`]);
      for (const store of [keys, elsewhere]) {
        expect(await store.toOpen(names)).toEqual(new Map());
        expect(await store.fingerprints(person, PROTECTIONS)).toEqual([]);
        for (const one of PROTECTIONS) {
          await expect(store.toSeal(person, [one])).rejects.toBeInstanceOf(KeyDestroyed);
          await expect(store.renew(person, [one])).rejects.toBeInstanceOf(KeyDestroyed);
        }
      }
    });

    it('destroys some keys of one person, and leaves the others and everybody else theirs', async () => {
      const keys = await open();
      const other: Person = `candidate/${v7()}`;
      for (const each of [person, other]) await keys.toSeal(each, PROTECTIONS);
      expect(await keys.destroy(person, ['narrative', 'confidential'])).toBe(2);
      expect(Object.keys(await keys.toSeal(person, ['identity']))).toEqual(['identity']);
      expect(Object.keys(await keys.toSeal(other, PROTECTIONS))).toEqual([...PROTECTIONS]);
    });

    it('makes no key for somebody who is being forgotten, whoever comes first', async () => {
      const stores = [await open(), await open()];
      const outcomes = await Promise.allSettled([
        ...Array.from({ length: 10 }, (_, n) => stores[n % 2]?.toSeal(person, ['narrative'])),
        stores[0]?.destroy(person, ['narrative']),
        ...Array.from({ length: 10 }, (_, n) => stores[n % 2]?.toSeal(person, ['narrative'])),
        stores[1]?.renew(person, ['narrative']),
      ]);
      const kinds = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      for (const failure of kinds) expect(failure).toBeInstanceOf(KeyDestroyed);
      for (const store of stores) expect(await store?.fingerprints(person, ['narrative'])).toEqual([]);
    });

    it('seals with the newest version, in every process at once, and opens what the older ones sealed', async () => {
      const [keys, elsewhere] = [await open(), await open()];
      const [sealer, other] = [new Sealer(keys), new Sealer(elsewhere)];
      const seal = async (by: Sealer) =>
        (await by.seal(person, v7(), { name: 'identity' }, { name: 'Noor' })).name as Sealed;
      const first = [await seal(sealer), await seal(other)];
      expect(await keys.renew(person, ['identity'])).toEqual([`${person}/identity/2`]);
      const second = [await seal(sealer), await seal(other)];
      for (let version = 3; version <= 11; version++) await elsewhere.renew(person, ['identity']);
      const last = [await seal(sealer), await seal(other)];
      const names = [...first, ...second, ...last].map(({ sealedWith }) => sealedWith.split('/').at(-1));
      expect(names).toEqual(['1', '1', '2', '2', '11', '11']);
      for (const by of [sealer, other]) {
        expect(new Set(await by.openAll([...first, ...second, ...last]))).toEqual(new Set(['Noor']));
      }
      expect(await keys.fingerprints(person, ['identity'])).toHaveLength(11);
    });

    it('tells keys apart by a fingerprint that every process finds the same', async () => {
      const [keys, elsewhere] = [await open(), await open()];
      await keys.toSeal(person, PROTECTIONS);
      const found = await keys.fingerprints(person, PROTECTIONS);
      expect(await elsewhere.fingerprints(person, PROTECTIONS)).toEqual(found);
      expect(found.map(({ name }) => name)).toEqual(PROTECTIONS.map((one) => `${person}/${one}/1`).sort());
      expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(3);
    });

    it('refuses another master key than the one that wrapped the keys', async () => {
      await open();
      const other = new MasterKey(Buffer.alloc(32, 8));
      await expect(under.open(other)).rejects.toBeInstanceOf(MasterKeyFault);
    });
  });
}
