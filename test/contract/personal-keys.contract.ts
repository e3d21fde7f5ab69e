import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import type { Sealed } from '../../domain/shared/protected.js';
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

    it('refuses another master key than the one that wrapped the keys', async () => {
      await open();
      const other = new MasterKey(Buffer.alloc(32, 8));
      await expect(under.open(other)).rejects.toBeInstanceOf(MasterKeyFault);
    });
  });
}
