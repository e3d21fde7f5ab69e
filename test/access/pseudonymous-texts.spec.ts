import { describe, expect, it } from '@jest/globals';
import { isSealed, type Sealed } from '../../domain/shared/protected.js';
import { PseudonymousTexts, type Texts } from '../../src/access/texts.js';
import { FORGOTTEN } from '../../src/privacy/forgotten.js';

const sealed = (value: unknown): Sealed => ({
  sealedWith: 'candidate/1/narrative/1',
  of: 'event/field',
  box: value as string,
});
const opened = (value: unknown) => (isSealed(value) ? value.box : value);
/** As the sealer opens, without the keys. */
const sealer = {
  openAll: async (values: readonly unknown[]) => values.map(opened),
  openRows: async (rows: readonly object[]) =>
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([field, value]) => [field, opened(value)])),
    ),
} as Texts;
const pseudonym = 'P-7F3K-9QXM-2T4V';

function textsAbout(...words: string[]): PseudonymousTexts {
  return new PseudonymousTexts(sealer, async () => ({ words, pseudonym }));
}

async function read(text: unknown, ...words: string[]): Promise<unknown> {
  const [found] = await textsAbout(...words).openAll([sealed(text)]);
  return found;
}

describe('a text that an auditor reads', () => {
  it.each([
    ['Jikke Kandidaatsma kwam op tijd.', `${pseudonym} kwam op tijd.`],
    ['Met JIKKE  kandidaatsma, en haar chef.', `Met ${pseudonym}, en haar chef.`],
    ['Zie K-0017 (jikke@doorlopend.example).', `Zie ${pseudonym} (${pseudonym}).`],
    [
      'K-00171 is een ander, en mevrouw Kandidaatsma ook.',
      'K-00171 is een ander, en mevrouw Kandidaatsma ook.',
    ],
  ])('“%s” has the pseudonym in place of what the candidate is registered by', async (text, expected) => {
    const words = ['Jikke Kandidaatsma', 'K-0017', 'jikke@doorlopend.example'];
    expect(await read(text, ...words)).toBe(expected);
  });

  it('is searched in depth, and what is no text stays as it is', async () => {
    const value = { goals: [{ what: 'Jan (A+) belt zelf' }], minutes: 30, gone: FORGOTTEN, none: null };
    expect(await read(value, 'Jan (A+)')).toEqual({ ...value, goals: [{ what: `${pseudonym} belt zelf` }] });
  });

  it('changes nothing that was not sealed: a number may look like a day', async () => {
    const texts = textsAbout('2024');
    const row = { on: '2024-03-01', by: sealed('Nummer 2024') };
    expect(await texts.openRows([row])).toEqual([{ on: '2024-03-01', by: `Nummer ${pseudonym}` }]);
    expect(await texts.openAll(['2024-03-01', sealed('2024')])).toEqual(['2024-03-01', pseudonym]);
  });

  it('keeps its words where the candidate is registered by something too short to be looked for, or was forgotten', async () => {
    expect(await read('Om 8 uur begonnen.', '8', ' ')).toBe('Om 8 uur begonnen.');
    expect(await read('Om 8 uur begonnen.')).toBe('Om 8 uur begonnen.');
  });

  it('takes the longest of two words that overlap', async () => {
    expect(await read('Jan de Wit-Bos', 'Jan de Wit', 'Jan de Wit-Bos')).toBe(pseudonym);
  });
});
