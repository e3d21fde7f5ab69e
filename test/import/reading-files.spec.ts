import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openSpreadsheet, type SheetRow } from '../../src/import/spreadsheet.js';
import { detectEncoding, encodeText, readLines } from '../../src/import/text-file.js';

const folder = mkdtempSync(join(tmpdir(), 'doorlopend-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LAYOUT = { kind: 'proef', required: ['A', 'B'], optional: ['C'] } as const;
type Column = 'A' | 'B' | 'C';

function file(content: string | Uint8Array): string {
  const path = join(folder, `${Math.floor(performance.now() * 1000)}.csv`);
  writeFileSync(path, content);
  return path;
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function rowsOf(content: string | Uint8Array): Promise<SheetRow<Column>[]> {
  const sheet = await openSpreadsheet<Column>(file(content), LAYOUT);
  return all(sheet.rows());
}

/** Line and cells A and B; `null` for a row that cannot be taken apart. */
async function read(content: string | Uint8Array): Promise<unknown[]> {
  return (await rowsOf(content)).map((row) => [row.line, row.cells && [row.cell('A'), row.cell('B')]]);
}

describe('the encoding of a spreadsheet', () => {
  it('is UTF-8 when every byte is, with or without a byte-order mark', async () => {
    expect(await detectEncoding(file('Ö’€'))).toBe('utf-8');
    expect(await detectEncoding(file('\uFEFFÖ’€'))).toBe('utf-8-bom');
    expect(await detectEncoding(file(''))).toBe('utf-8');
  });

  it('is Windows-1252 otherwise, a broken end of a character included', async () => {
    expect(await detectEncoding(file(Uint8Array.of(0x41, 0xd6, 0x42)))).toBe('windows-1252');
    expect(await detectEncoding(file(Uint8Array.of(0x41, 0xc3)))).toBe('windows-1252');
  });

  it('is found over a character that two chunks of the file share', async () => {
    const text = `${'a'.repeat(65_535)}Ö\n`;
    const path = file(text);
    expect(await detectEncoding(path)).toBe('utf-8');
    expect((await all(readLines(path, 'utf-8'))).map((line) => line.text)).toEqual([text.trim()]);
  });

  it('reads the quotes and dashes of Windows-1252, and writes them back', async () => {
    const text = '‘’“”–…€ÖÇñë';
    const bytes = encodeText(text, 'windows-1252');
    expect(bytes).toHaveLength(text.length);
    const [line] = await all(readLines(file(bytes), 'windows-1252'));
    expect(line?.text).toBe(text);
    expect(encodeText('→', 'windows-1252').toString()).toBe('?');
  });
});

describe('the rows of a spreadsheet', () => {
  it('have the line that they start on, whatever the line endings', async () => {
    expect(await read('A;B\r\n1;2\r\n"x\r\n\r\ny";4\r\n5;6')).toEqual([
      [2, ['1', '2']],
      [3, ['x\n\ny', '4']],
      [6, ['5', '6']],
    ]);
    expect(await read('A;B\n1;2\n\n5;6\n')).toEqual([
      [2, ['1', '2']],
      [4, ['5', '6']],
    ]);
  });

  it('keep semicolons and doubled quotes of a quoted cell, and a quote inside one that is not quoted', async () => {
    expect(await read('A;B\n"1;""2""";3\nbuis 8" dik;"a;b"\n')).toEqual([
      [2, ['1;"2"', '3']],
      [3, ['buis 8" dik', 'a;b']],
    ]);
  });

  it('go on at the next line after a quote that is never closed', async () => {
    expect(await read('A;B\n1;"open\n2;b\n"3;x";"c"\n4;d\n')).toEqual([
      [2, undefined],
      [3, ['2', 'b']],
      [4, ['3;x', 'c']],
      [5, ['4', 'd']],
    ]);
    expect(await read(`A;B\n1;"open\n${'2;b\n'.repeat(300)}`)).toHaveLength(301);
  });

  it('are unreadable with a cell too few, a cell too many, or a character that nobody types', async () => {
    expect(await read('A;B\n1\n1;2;3\n1;\u00002\n1;2;;\n')).toEqual([
      [2, undefined],
      [3, undefined],
      [4, undefined],
      [5, ['1', '2']],
    ]);
  });

  it('leave out those that are blank', async () => {
    expect(await read('A;B\n;\n\n;;;\n1;2\n')).toEqual([[5, ['1', '2']]]);
  });

  it('give their cells in NFC, trimmed, and without the apostrophe that keeps a formula from running', async () => {
    expect(await read("A;B\n e\u0308 ;'=1+1\n")).toEqual([[2, ['\u00eb', '=1+1']]]);
  });

  it('have one key exactly when they are equal to the byte', async () => {
    const [first, again, spaced, quoted] = await rowsOf('A;B\r\n1;2\r\n1;2\r\n1;2 \r\n1;"2"');
    expect(again?.key).toBe(first?.key);
    expect(new Set([first?.key, spaced?.key, quoted?.key]).size).toBe(3);
    expect(first?.key).toMatch(/^[0-9a-f]{64}$/);
  });

  it('survive any text in any cell (property)', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ' ', ';', '"', '\n', 'é', '’', '\t'),
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), async (pairs) => {
        const lines = pairs.map((pair) => pair.map((text) => `"${text.replaceAll('"', '""')}"`).join(';'));
        const rows = await rowsOf(['A;B', ...lines].join('\n'));
        const filled = pairs.filter((pair) => pair.some((text) => text.trim() !== ''));
        expect(rows.map((row) => row.cells)).toEqual(filled);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the columns of a spreadsheet', () => {
  it('may come in any order, in other case, with others beside them', async () => {
    expect(await read('extra; b ;A\nx;2;1\n')).toEqual([[2, ['1', '2']]]);
  });

  it('may leave out an optional one', async () => {
    const [row] = await rowsOf('A;B\n1;2\n');
    expect(row?.cell('C')).toBe('');
  });

  it('come after the line with which Excel names the separator', async () => {
    expect(await read('sep=;\nA;B\n1;2\n')).toEqual([[3, ['1', '2']]]);
  });

  it.each([
    ['a required one is missing', 'A;C\n1;2\n', 'ontbreekt de kolom ‘B’'],
    ['one stands there twice', 'A;B;a\n1;2;3\n', 'meer dan eens de kolom ‘A’'],
    ['commas separate them', 'A,B\n1,2\n', 'gescheiden door puntkomma’s'],
    ['the file is empty', '', 'geen regel met kolomnamen'],
    ['the file is a workbook', 'PK\u0003\u0004…', 'is een werkmap'],
  ])('make the file unreadable when %s', async (_, content, sentence) => {
    await expect(openSpreadsheet(file(content), LAYOUT)).rejects.toThrow(sentence);
  });

  it('cannot be read from a file that is not there, or from a folder', async () => {
    await expect(openSpreadsheet(join(folder, 'weg.csv'), LAYOUT)).rejects.toThrow('het bestaat niet');
    await expect(openSpreadsheet(folder, LAYOUT)).rejects.toThrow('het is een map');
  });

  it('are refused in a file that is one endless line', async () => {
    await expect(openSpreadsheet(file('a'.repeat(1_200_000)), LAYOUT)).rejects.toThrow('is te lang');
  });
});
