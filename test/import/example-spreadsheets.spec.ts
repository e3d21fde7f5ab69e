import { describe, expect, it } from '@jest/globals';
import { DOSSIER_LAYOUT, readDossierRow } from '../../src/import/dossier-row.js';
import { firstFault } from '../../src/import/faults.js';
import { readSessionRow, SESSION_LAYOUT } from '../../src/import/session-row.js';
import { openSpreadsheet } from '../../src/import/spreadsheet.js';

const TODAY = '2026-11-22';

describe('the example spreadsheets of a coaching organisation', () => {
  it('has 270 readable rows of forty dossiers', async () => {
    const sheet = await openSpreadsheet('test/fixtures/import/dossiers.csv', DOSSIER_LAYOUT);
    const count: Record<string, number> = {};
    const candidates = new Set<string>();
    for await (const row of sheet.rows()) {
      const reading = readDossierRow(row, TODAY);
      expect([row.line, reading.faults]).toEqual([row.line, []]);
      candidates.add(reading.row?.trajectory.candidateReference ?? '');
      const kind = reading.row?.line.kind ?? 'none';
      count[kind] = (count[kind] ?? 0) + 1;
    }
    expect(count).toEqual({ grant: 113, placement: 86, coach: 54, absence: 17 });
    expect(candidates.size).toBe(40);
    expect(sheet.encoding).toBe('windows-1252');
  });

  it('has 1675 sessions, of which those with a fault of their own are found by line and code', async () => {
    const sheet = await openSpreadsheet('test/fixtures/import/uren.csv', SESSION_LAYOUT);
    const lines: Record<string, number[]> = {};
    const keys = new Set<string>();
    let rows = 0;
    for await (const row of sheet.rows()) {
      rows++;
      keys.add(row.key);
      const fault = firstFault(readSessionRow(row, TODAY).faults);
      if (fault) lines[fault.code] = [...(lines[fault.code] ?? []), row.line];
    }
    expect(rows).toBe(1675);
    expect(lines).toEqual({
      'date.does-not-exist': [1062, 1259, 1489],
      'date.in-future': [1383, 1513],
      'minutes.invalid': [933, 1483, 1593],
      'activity.not-coaching': [1025, 1130, 1269, 1546],
      'activity.unknown': [1137, 1522],
    });
    expect(rows - keys.size).toBe(REPEATED);
  });
});

/** Rows of the file that are equal to an earlier one, counted with `sort uren.csv | uniq -d`. */
const REPEATED = 12;
