import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { DOSSIER_LAYOUT } from '../../src/import/dossier-row.js';
import { type Fault, firstFault } from '../../src/import/faults.js';
import { RefusedRows, refusedFileName } from '../../src/import/refused-rows.js';
import { readSessionRow, SESSION_LAYOUT, type SessionColumn } from '../../src/import/session-row.js';
import { openSpreadsheet, type SheetRow, type Spreadsheet } from '../../src/import/spreadsheet.js';

const TODAY = '2026-11-22';
const SESSIONS = 'test/fixtures/import/rules-uren.csv';
const folder = mkdtempSync(join(tmpdir(), 'doorlopend-refused-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function refusedOf(
  sheet: Spreadsheet<SessionColumn>,
): Promise<{ row: SheetRow<SessionColumn>; fault: Fault }[]> {
  const refused: { row: SheetRow<SessionColumn>; fault: Fault }[] = [];
  for await (const row of sheet.rows()) {
    const fault = firstFault(readSessionRow(row, TODAY).faults);
    if (fault) refused.push({ row, fault });
  }
  return refused;
}

describe('the file of refused rows', () => {
  it('is named after the spreadsheet', () => {
    expect(refusedFileName('/ergens/uren.csv')).toBe('uren.geweigerd.csv');
    expect(refusedFileName('uren')).toBe('uren.geweigerd.csv');
  });

  it('is not made when no row is refused', async () => {
    const path = join(folder, 'geen.csv');
    const sheet = await openSpreadsheet(SESSIONS, SESSION_LAYOUT);
    expect(await new RefusedRows(path, [sheet]).close()).toBeUndefined();
    expect(existsSync(path)).toBe(false);
  });

  it('has the encoding and columns of the source, with the line, the code and the reason, for its owner only', async () => {
    const path = join(folder, 'uren.geweigerd.csv');
    const sheet = await openSpreadsheet(SESSIONS, SESSION_LAYOUT);
    const refused = await refusedOf(sheet);
    const file = new RefusedRows(path, [sheet]);
    for (const { row, fault } of refused) await file.add(sheet, row, fault);
    expect(await file.close()).toBe(path);

    expect(statSync(path).mode & 0o777).toBe(0o600);
    const written = await openSpreadsheet(path, SESSION_LAYOUT);
    expect(written.encoding).toBe('windows-1252');
    expect(written.columns).toEqual([...sheet.columns, 'Regelnummer', 'Code', 'Reden']);
    let place = 0;
    for await (const row of written.rows()) {
      const { row: source, fault } = refused[place++] ?? {};
      expect(row.cells?.slice(-3)).toEqual([String(source?.line), fault?.code, fault?.sentence]);
      if (source?.cells) {
        expect(SESSION_LAYOUT.required.map(row.cell)).toEqual(SESSION_LAYOUT.required.map(source.cell));
      } else {
        expect(row.cells?.[0]).toBe(source?.text);
      }
    }
    expect(place).toBe(refused.length);
  });

  it('runs nothing when a spreadsheet program opens it, and leaves numbers alone', async () => {
    const path = join(folder, 'formule.csv');
    const source = join(folder, 'bron.csv');
    const header = [...SESSION_LAYOUT.required, 'Doel'].join(';');
    writeFileSync(source, `${header}\r\nK1;@x;-1;-30;+1+1;	=A1;"=HYPERLINK(""x"")";-kalm\r\n`);
    const sheet = await openSpreadsheet(source, SESSION_LAYOUT);
    const file = new RefusedRows(path, [sheet]);
    for (const { row, fault } of await refusedOf(sheet)) await file.add(sheet, row, fault);
    await file.close();
    const [, line = ''] = readFileSync(path, 'utf8').split('\r\n');
    expect(line).toMatch(/^K1;'@x;-1;-30;'\+1\+1;'\t=A1;"'=HYPERLINK\(""x""\)";'-kalm;2;/);
  });

  it('can be mended and brought in again: its own columns are passed over and never doubled', async () => {
    const path = join(folder, 'eerste.csv');
    const again = join(folder, 'tweede.csv');
    const sheet = await openSpreadsheet(SESSIONS, SESSION_LAYOUT);
    const file = new RefusedRows(path, [sheet]);
    for (const { row, fault } of await refusedOf(sheet)) await file.add(sheet, row, fault);
    await file.close();
    const second = await openSpreadsheet(path, SESSION_LAYOUT);
    const secondFile = new RefusedRows(again, [second]);
    for (const { row, fault } of await refusedOf(second)) await secondFile.add(second, row, fault);
    await secondFile.close();
    expect((await openSpreadsheet(again, SESSION_LAYOUT)).columns).toEqual(second.columns);
  });

  it('of two spreadsheets has the columns of both and the name of the one that a row is from', async () => {
    const path = join(folder, 'beide.csv');
    const dossiers = await openSpreadsheet('test/fixtures/import/rules-dossiers.csv', DOSSIER_LAYOUT);
    const sessions = await openSpreadsheet(SESSIONS, SESSION_LAYOUT);
    const file = new RefusedRows(path, [dossiers, sessions]);
    for await (const row of dossiers.rows()) {
      if (row.line === 2) await file.add(dossiers, row, { code: 'placement.overlaps', sentence: 'Dubbel.' });
    }
    for await (const row of sessions.rows()) {
      if (row.line === 2) await file.add(sessions, row, { code: 'coach.not-assigned', sentence: 'Niet.' });
    }
    await file.close();
    const written = await openSpreadsheet(path, SESSION_LAYOUT);
    expect(written.columns.slice(-4)).toEqual(['Bestand', 'Regelnummer', 'Code', 'Reden']);
    const cells: (readonly string[] | undefined)[] = [];
    for await (const row of written.rows()) cells.push(row.cells?.slice(-4));
    expect(cells).toEqual([
      ['rules-dossiers.csv', '2', 'placement.overlaps', 'Dubbel.'],
      ['rules-uren.csv', '2', 'coach.not-assigned', 'Niet.'],
    ]);
  });
});
