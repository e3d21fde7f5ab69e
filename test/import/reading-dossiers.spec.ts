import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  DOSSIER_LAYOUT,
  type DossierColumn,
  type DossierReading,
  readDossierRow,
} from '../../src/import/dossier-row.js';
import { openSpreadsheet } from '../../src/import/spreadsheet.js';

const folder = mkdtempSync(join(tmpdir(), 'doorlopend-dossier-'));
afterAll(() => rmSync(folder, { recursive: true }));

const COLUMNS: readonly DossierColumn[] = [...DOSSIER_LAYOUT.required, ...DOSSIER_LAYOUT.optional];
const TRAJECTORY = {
  Kandidaatnummer: 'K1',
  Naam: 'Proef',
  Opdrachtgever: 'Gemeente Proefstad',
  Regels: 'gemeente-2-jaar',
  Jobcoachorganisatie: 'Proef BV',
  'Traject geopend': '01-02-2025',
};
const PLACEMENT = {
  Regel: 'WERKPLEK',
  Van: '01-02-2025',
  Werkgever: 'De Zaak',
  'Soort werkplek': 'detachering',
  'Uren per week': '37,5',
};
const GRANT = {
  Regel: 'TOEKENNING',
  Van: '01-02-2025',
  'Tot en met': '31-07-2025',
  Regime: 'zeer licht',
  'Uren toegekend': '12,5',
};

async function readRow(cells: Partial<Record<DossierColumn, string>>): Promise<DossierReading> {
  const path = join(folder, 'dossiers.csv');
  const all: Partial<Record<DossierColumn, string>> = { ...TRAJECTORY, ...cells };
  writeFileSync(path, `${COLUMNS.join(';')}\n${COLUMNS.map((column) => all[column] ?? '').join(';')}\n`);
  for await (const row of (await openSpreadsheet(path, DOSSIER_LAYOUT)).rows()) {
    return readDossierRow(row, '2025-09-01');
  }
  throw new Error('no row');
}

async function faultsOf(cells: Partial<Record<DossierColumn, string>>): Promise<(string | undefined)[][]> {
  return (await readRow(cells)).faults.map(({ code, field }) => [code, field]);
}

describe('a row of the dossiers', () => {
  it('tells the trajectory and a placement', async () => {
    expect((await readRow(PLACEMENT)).row).toEqual({
      trajectory: {
        candidateReference: 'K1',
        candidateName: 'Proef',
        funderName: 'Gemeente Proefstad',
        funderKind: 'municipality',
        ruleSetName: 'municipal-2y',
        organisationName: 'Proef BV',
        openedOn: '2025-02-01',
      },
      line: {
        kind: 'placement',
        from: '2025-02-01',
        employerName: 'De Zaak',
        placementKind: 'secondment',
        hoursPerWeek: 37.5,
      },
    });
  });

  it('tells a grant, decided on its first day (reading 55), its hours in minutes', async () => {
    expect((await readRow(GRANT)).row?.line).toEqual({
      kind: 'grant',
      decidedOn: '2025-02-01',
      from: '2025-02-01',
      to: '2025-07-31',
      regime: 'very-light',
      minutes: 750,
    });
    expect((await readRow({ ...GRANT, 'Uren toegekend': '' })).row?.line).not.toHaveProperty('minutes');
  });

  it('tells an assignment and an absence, their last day included (reading 55)', async () => {
    expect((await readRow({ Regel: 'coach', Van: '01-02-2025', Jobcoach: 'C. Oach' })).row?.line).toEqual({
      kind: 'coach',
      from: '2025-02-01',
      coachName: 'C. Oach',
    });
    expect(
      (await readRow({ Regel: 'AFWEZIG', Van: '01-02-2025', 'Tot en met': '01-12-2025' })).row?.line,
    ).toEqual({ kind: 'absence', from: '2025-02-01', to: '2025-12-01' });
  });

  it.each<[string, Partial<Record<DossierColumn, string>>, string[][]]>([
    ['an unknown kind of line', { ...PLACEMENT, Regel: 'WERK' }, [['row.unreadable', 'Regel']]],
    ['no candidate number', { ...PLACEMENT, Kandidaatnummer: ' ' }, [['row.unreadable', 'Kandidaatnummer']]],
    [
      'an unknown kind of placement',
      { ...PLACEMENT, 'Soort werkplek': 'stage' },
      [['row.unreadable', 'Soort werkplek']],
    ],
    ['no hours', { ...PLACEMENT, 'Uren per week': '0' }, [['row.unreadable', 'Uren per week']]],
    [
      'more hours than a week has',
      { ...PLACEMENT, 'Uren per week': '168,5' },
      [['row.unreadable', 'Uren per week']],
    ],
    ['no employer', { ...PLACEMENT, Werkgever: '' }, [['row.unreadable', 'Werkgever']]],
    ['no coach', { Regel: 'COACH', Van: '01-02-2025' }, [['row.unreadable', 'Jobcoach']]],
    ['an unknown regime', { ...GRANT, Regime: 'zwaar' }, [['row.unreadable', 'Regime']]],
    [
      'hours of no whole minutes',
      { ...GRANT, 'Uren toegekend': '0,01' },
      [['row.unreadable', 'Uren toegekend']],
    ],
    ['a grant without an end', { ...GRANT, 'Tot en met': '' }, [['date.does-not-exist', 'Tot en met']]],
    [
      'an opening that is no day',
      { ...PLACEMENT, 'Traject geopend': '31-02-2025' },
      [['date.does-not-exist', 'Traject geopend']],
    ],
    [
      'an absence that has yet to begin',
      { Regel: 'AFWEZIG', Van: '02-09-2025' },
      [['date.in-future', 'Van']],
    ],
  ])('is refused with %s', async (_, cells, faults) => {
    expect(await faultsOf(cells)).toEqual(faults);
    expect((await readRow(cells)).row).toBeUndefined();
  });

  it('may place, assign and grant in the future (reading 33)', async () => {
    expect(await faultsOf({ ...PLACEMENT, Van: '01-02-2026' })).toEqual([]);
    expect(await faultsOf({ ...GRANT, Van: '01-02-2026', 'Tot en met': '31-07-2026' })).toEqual([]);
  });

  it('tells every fault at once', async () => {
    expect(await faultsOf({ ...GRANT, Naam: '', Van: '32-01-2025', Regime: 'x' })).toEqual([
      ['row.unreadable', 'Naam'],
      ['date.does-not-exist', 'Van'],
      ['row.unreadable', 'Regime'],
    ]);
  });
});
