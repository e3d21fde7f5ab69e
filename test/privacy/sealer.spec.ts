import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import type { Sealed } from '../../domain/shared/protected.js';
import { FORGOTTEN } from '../../src/privacy/forgotten.js';
import { MasterKey, MasterKeyFault } from '../../src/privacy/master-key.js';
import { KeyDestroyed, type Person } from '../../src/privacy/personal-keys.port.js';
import { SealBroken, Sealer } from '../../src/privacy/sealer.js';
import { SqlitePersonalKeys } from '../../src/privacy/sqlite/sqlite-personal-keys.js';
import { temporaryFolder } from '../spec/temporary-folder.js';

const FIELDS = { summary: 'narrative', goals: 'narrative', confidentialNote: 'confidential' } as const;
const SECRET = 'Was vandaag erg moe, wil dit niet bij de gemeente hebben';

describe('sealing', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  let masterKey: MasterKey;
  let opened: SqlitePersonalKeys[];
  let keys: SqlitePersonalKeys;
  let sealer: Sealer;
  let person: Person;
  let eventId: string;

  function openKeys(): SqlitePersonalKeys {
    const other = SqlitePersonalKeys.open(file, masterKey, () => new Date('2025-03-02T09:30:00Z'));
    opened.push(other);
    return other;
  }

  /** Does what erasing a person will do, as another process. */
  function destroy(name: string): void {
    const database = new Database(file);
    database
      .prepare('UPDATE keys SET wrapped = NULL, destroyed_at = ? WHERE name = ?')
      .run('2025-04-01T00:00:00.000Z', name);
    database.close();
  }

  async function sealSession(): Promise<{ summary: Sealed; confidentialNote: Sealed; minutes: number }> {
    const data = { minutes: 60, summary: 'Werkplek ingericht', confidentialNote: SECRET };
    return (await sealer.seal(person, eventId, FIELDS, data)) as Awaited<ReturnType<typeof sealSession>>;
  }

  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'keys.db');
    masterKey = MasterKey.inFile(join(folder.path, 'master.key'));
    opened = [];
    keys = openKeys();
    sealer = new Sealer(keys);
    person = `candidate/${v7()}`;
    eventId = v7();
  });
  afterEach(async () => {
    for (const each of opened) await each.close();
    folder.remove();
  });

  it('encrypts each protected field that is there with its own key, and leaves the rest', async () => {
    const data = await sealSession();
    expect(data).toEqual({
      minutes: 60,
      summary: { sealedWith: `${person}/narrative/1`, of: `${eventId}/summary`, box: expect.any(String) },
      confidentialNote: {
        sealedWith: `${person}/confidential/1`,
        of: `${eventId}/confidentialNote`,
        box: expect.any(String),
      },
    });
    expect(JSON.stringify(data)).not.toContain('Werkplek');
  });

  it('opens what it sealed, of any JSON shape, also after a restart', async () => {
    const contact = { email: 'a@example.org', lines: ['é', null, 1.5] };
    const data = await sealer.seal(
      person,
      eventId,
      { contact: 'identity', goals: 'narrative' },
      { contact, goals: [] },
    );
    const restarted = new Sealer(openKeys());
    expect(await restarted.open(data.contact)).toEqual(contact);
    expect(await restarted.open(data.goals)).toEqual([]);
  });

  it('never seals the same text to the same box', async () => {
    expect((await sealSession()).summary.box).not.toBe((await sealSession()).summary.box);
  });

  it('does not tell illness from leave by the length', async () => {
    const lengths = ['illness', 'leave', 'unknown'].map(async (kind) => {
      const { kind: sealed } = await sealer.seal(person, eventId, { kind: 'narrative' }, { kind });
      return (sealed as Sealed).box.length;
    });
    expect(new Set(await Promise.all(lengths)).size).toBe(1);
  });

  it('leaves null, an absent field and what was sealed before as they are', async () => {
    const { summary } = await sealSession();
    const again = await sealer.seal(person, v7(), FIELDS, { summary, goals: null });
    expect(again).toEqual({ summary, goals: null });
  });

  it("does not take over another person's sealed value", async () => {
    const { summary } = await sealSession();
    await expect(sealer.seal(`coach/${v7()}`, v7(), FIELDS, { summary })).rejects.toThrow(TypeError);
  });

  it('makes one key when two processes need the same at once', async () => {
    const sealers = [sealer, new Sealer(openKeys()), new Sealer(openKeys())];
    const sealed = await Promise.all(
      sealers.map((each) => each.seal(person, eventId, { name: 'identity' }, { name: 'Noor' })),
    );
    for (const each of sealers) {
      expect(await each.openAll(sealed.map(({ name }) => name))).toEqual(['Noor', 'Noor', 'Noor']);
    }
  });

  it('has a key on disk before anything is sealed with it, and only wrapped', async () => {
    const { summary } = await sealSession();
    const database = new Database(file, { readonly: true });
    const row = database.prepare('SELECT * FROM keys WHERE name = ?').get(summary.sealedWith) as {
      wrapped: Buffer;
    };
    database.close();
    expect(row).toMatchObject({ created_at: '2025-03-02T09:30:00.000Z', destroyed_at: null });
    expect(row.wrapped).toHaveLength(12 + 32 + 16);
    expect(() => masterKey.unwrap(`${person}/identity/1`, row.wrapped)).toThrow(MasterKeyFault);
  });

  it('reads a destroyed key as forgotten at once, whichever process destroyed it', async () => {
    const { summary, confidentialNote } = await sealSession();
    expect(await sealer.open(summary)).toBe('Werkplek ingericht');
    destroy(summary.sealedWith);
    expect(await sealer.open(summary)).toBe(FORGOTTEN);
    expect(await sealer.open(confidentialNote)).toBe(SECRET);
  });

  it('reads a key that never was as forgotten', async () => {
    const sealed = { sealedWith: `candidate/${v7()}/narrative/1`, of: `${eventId}/summary`, box: 'AAAA' };
    expect(await sealer.open(sealed)).toBe(FORGOTTEN);
  });

  it('does not make a destroyed key again', async () => {
    const { summary } = await sealSession();
    destroy(summary.sealedWith);
    await expect(sealSession()).rejects.toThrow(KeyDestroyed);
    expect(await sealer.open(summary)).toBe(FORGOTTEN);
  });

  const changes: readonly [string, (sealed: Sealed) => Sealed][] = [
    [
      'a changed box',
      (sealed) => ({ ...sealed, box: `${sealed.box.slice(0, -2)}${sealed.box.endsWith('A') ? 'BB' : 'AA'}` }),
    ],
    ['a cut box', (sealed) => ({ ...sealed, box: sealed.box.slice(0, 8) })],
    ['an empty box', (sealed) => ({ ...sealed, box: '' })],
    ['another event', (sealed) => ({ ...sealed, of: `${v7()}/confidentialNote` })],
    ['another field', (sealed) => ({ ...sealed, of: sealed.of.replace('confidentialNote', 'summary') })],
    [
      'another key',
      (sealed) => ({ ...sealed, sealedWith: sealed.sealedWith.replace('confidential', 'narrative') }),
    ],
  ];
  it.each(changes)('notices %s, and says nothing of what was in it', async (_, change) => {
    const { confidentialNote } = await sealSession();
    const failure = await sealer.open(change(confidentialNote)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SealBroken);
    expect(String((failure as Error).stack)).not.toContain('moe');
  });

  it('opens the fields of many rows of many people, the forgotten ones marked', async () => {
    const people = Array.from({ length: 50 }, (): Person => `candidate/${v7()}`);
    const rows = await Promise.all(
      people.map(async (each, index) => {
        const { name } = await sealer.seal(each, v7(), { name: 'identity' }, { name: `Naam ${index}` });
        return { index, name: name as Sealed | string };
      }),
    );
    destroy(`${people[7]}/identity/1`);
    expect(await new Sealer(openKeys()).openRows(rows)).toEqual(
      people.map((_, index) => ({ index, name: index === 7 ? FORGOTTEN : `Naam ${index}` })),
    );
  });

  it('looks at the keys once for many values', async () => {
    const sealed = await Promise.all(Array.from({ length: 30 }, () => sealSession()));
    let looks = 0;
    const counting = new Sealer({
      toSeal: (...asked) => keys.toSeal(...asked),
      toOpen: (names) => {
        looks += 1;
        return keys.toOpen(names);
      },
      forBlindIndex: () => keys.forBlindIndex(),
      fingerprints: (...asked) => keys.fingerprints(...asked),
      destroy: (...asked) => keys.destroy(...asked),
      renew: (...asked) => keys.renew(...asked),
      close: () => keys.close(),
    });
    await counting.openAll(sealed.flatMap(({ summary, confidentialNote }) => [summary, confidentialNote]));
    expect(looks).toBe(1);
  });

  it('refuses keys that another master key wrapped', async () => {
    await sealSession();
    const other = MasterKey.inFile(join(folder.path, 'other.key'));
    expect(() => SqlitePersonalKeys.open(file, other)).toThrow(MasterKeyFault);
  });

  it('keeps the keys in a file that only its owner reads', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  describe('a blind index', () => {
    it('is the same for the same text, however it was typed, in every process', async () => {
      const other = new Sealer(openKeys());
      const index = await sealer.blindIndex('Renée');
      expect(await other.blindIndex('  Rene\u0301e ')).toBe(index);
      expect(index).not.toBe(await sealer.blindIndex('Renee'));
    });

    it('is the same for a sealed text, until its key is destroyed', async () => {
      const { reference } = await sealer.seal(
        person,
        eventId,
        { reference: 'identity' },
        { reference: 'K-104' },
      );
      expect(await sealer.blindIndex(reference as Sealed)).toBe(await sealer.blindIndex('K-104'));
      destroy(`${person}/identity/1`);
      expect(await sealer.blindIndex(reference as Sealed)).toBeNull();
    });

    it('differs between installations', async () => {
      const elsewhere = SqlitePersonalKeys.open(join(folder.path, 'elsewhere.db'), masterKey);
      opened.push(elsewhere);
      expect(await new Sealer(elsewhere).blindIndex('K-104')).not.toBe(await sealer.blindIndex('K-104'));
    });
  });

  describe('a pseudonym', () => {
    const [funder, other] = ['01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3d', '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3e'];
    const candidate = '01931f6e-0b7a-7c3e-9d52-5f0a8f1c2b3f';

    it('is the same for the same reader in every process, and another for every other reader or person', async () => {
      const pseudonym = await sealer.pseudonym(funder, candidate);
      expect(pseudonym).toMatch(/^P(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
      expect(await new Sealer(openKeys()).pseudonym(funder, candidate)).toBe(pseudonym);
      expect(await sealer.pseudonym(other, candidate)).not.toBe(pseudonym);
      expect(await sealer.pseudonym(funder, other)).not.toBe(pseudonym);
    });

    it('needs the key of the installation: nobody finds it from the ids alone', async () => {
      const elsewhere = SqlitePersonalKeys.open(join(folder.path, 'elsewhere.db'), masterKey);
      opened.push(elsewhere);
      expect(await new Sealer(elsewhere).pseudonym(funder, candidate)).not.toBe(
        await sealer.pseudonym(funder, candidate),
      );
    });
  });
});
