import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  type Counts,
  DOSSIERS,
  eventCount,
  importInto,
  placeOf,
  refusedLines,
  run,
  SESSIONS,
  storedFacts,
} from './import-runs.js';
import { patience } from './place.js';

jest.setTimeout(patience(120_000));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorlopend-import-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/**
 * The lines of `uren.csv` that break a rule, found by reading the two files with another program (a dictionary of
 * openings and assignments by candidate, and the minutes of each coach on each day), not with this one.
 */
const REFUSED: Readonly<Record<string, readonly number[]>> = {
  'activity.not-coaching': [1025, 1130, 1269, 1546],
  'activity.unknown': [1137, 1522],
  'candidate.unknown': [857, 1657],
  'coach.not-assigned': [846, 1653],
  'date.before-opening': [1612, 1628],
  'date.does-not-exist': [1062, 1259, 1489],
  'date.in-future': [1383, 1513],
  'minutes.invalid': [933, 1483, 1593],
};
const REFUSED_COUNTS = Object.fromEntries(
  Object.entries(REFUSED).map(([code, lines]) => [code, lines.length]),
);

describe('the import of the example spreadsheets', () => {
  it('stores every row that keeps to the rules, once, and writes the others to a file with the reason', async () => {
    const first = await importInto(folder);
    expect(first.dossiers).toEqual({ rows: 270, accepted: 270, repeated: 0, refused: {} });
    expect(first.sessions).toEqual({ rows: 1675, accepted: 1643, repeated: 12, refused: REFUSED_COUNTS });
    expect(first.refusedFile).toBe(join(folder, 'uren.geweigerd.csv'));
    const refused = await refusedLines(first.refusedFile ?? '', 'uren.csv');
    expect(linesByCode(refused)).toEqual(REFUSED);
    for (const { reason } of refused) expect(reason).toMatch(/^.{20,}\.$/u);
    expect(countOfEach(await storedFacts(folder))).toEqual({
      // 86 rows WERKPLEK, 58 of them with a last day; 54 COACH; 113 TOEKENNING; 17 AFWEZIG; 40 dossiers.
      PlacementStarted: 86,
      PlacementEnded: 58,
      CoachAssigned: 54,
      CoachingGranted: 113,
      AbsenceReported: 17,
      TrajectoryOpened: 40,
      CandidateRegistered: 40,
      FunderRegistered: 3,
      RuleSetAdopted: 3,
      OrganisationRegistered: 2,
      EmployerRegistered: 11,
      CoachRegistered: 8,
      SessionRecorded: 1643,
    });

    await expectNothingPersonalInPlain();

    const stored = await eventCount(folder);
    const second = await importInto(folder);
    expect(second.dossiers).toEqual({ rows: 270, accepted: 0, repeated: 270, refused: {} });
    expect(second.sessions).toEqual({ rows: 1675, accepted: 0, repeated: 1655, refused: REFUSED_COUNTS });
    expect(await eventCount(folder)).toBe(stored);
  });
});

describe('the import of the spreadsheet of rules', () => {
  it('gives every line the outcome that was written down for it', async () => {
    const file = (name: string): string => resolve('test/fixtures/import', name);
    const expected: {
      readonly dossiers: Counts;
      readonly sessions: Counts;
      readonly sessionLines: readonly { readonly line: number; readonly outcome: string }[];
    } = JSON.parse(readFileSync(file('rules-expected.json'), 'utf8'));
    const result = await importInto(folder, file('rules-dossiers.csv'), file('rules-uren.csv'));
    expect(result.dossiers).toEqual(expected.dossiers);
    expect(result.sessions).toEqual(expected.sessions);
    const refused = await refusedLines(result.refusedFile ?? '', 'rules-uren.csv');
    expect(refused.map(({ line, code }) => ({ line, outcome: code }))).toEqual(
      expected.sessionLines
        .filter(({ outcome }) => outcome !== 'accepted' && outcome !== 'repeated')
        .map(({ line, outcome }) => ({ line, outcome })),
    );
  });
});

describe('the command line of the import', () => {
  it('says in Dutch how many rows were what, and leaves standard output to the answer', async () => {
    const { code, stdout, stderr } = await run(folder, [
      'import',
      DOSSIERS,
      SESSIONS,
      '--refused',
      'fout.csv',
    ]);
    // How far it is, when it takes longer than a moment.
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^((Dossiers|Uren): \d+%\n)*$/)]);
    expect(stdout).toContain('Uren: 1675 rijen, 1643 overgenomen, 12 al bekend, 20 geweigerd.');
    expect(stdout).toContain(join(folder, 'fout.csv'));
    expect(existsSync(join(folder, 'fout.csv'))).toBe(true);
  });

  it('makes no file when nothing is refused', async () => {
    const header = readFileSync(SESSIONS, 'latin1').split('\n')[0] ?? '';
    writeFileSync(join(folder, 'leeg.csv'), header, 'latin1');
    const result = await importInto(folder, DOSSIERS, join(folder, 'leeg.csv'));
    expect(result.sessions).toEqual({ rows: 0, accepted: 0, repeated: 0, refused: {} });
    expect(result.refusedFile).toBeNull();
    expect(existsSync(join(folder, 'leeg.geweigerd.csv'))).toBe(false);
  });

  it('ends with 1 and stores nothing when a file cannot be read', async () => {
    const { code, stdout, stderr } = await run(folder, ['import', DOSSIERS, 'weg.csv', '--json']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe('Het bestand weg.csv kan niet worden gelezen: het bestaat niet.\n');
    const swapped = await run(folder, ['import', SESSIONS, DOSSIERS, '--json']);
    expect(swapped.code).toBe(1);
    expect(swapped.stderr).toContain('ontbreekt de kolom');
    expect(await eventCount(folder)).toBe(0);
  });

  it('ends with 2 when a file is missing from the command or would be written over', async () => {
    expect((await run(folder, ['import', DOSSIERS])).code).toBe(2);
    const own = join(folder, 'uren.csv');
    writeFileSync(own, readFileSync(SESSIONS));
    const { code, stderr } = await run(folder, ['import', DOSSIERS, own, '--refused', 'uren.csv']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Kies een ander bestand')]);
    expect(readFileSync(own).equals(readFileSync(SESSIONS))).toBe(true);
  });
});

/** Names, references and reports are sealed, in the log and in what is made from it; names of companies are not. */
async function expectNothingPersonalInPlain(): Promise<void> {
  const bytes = await placeOf(folder).stored();
  expect(bytes).toContain('Logistiek Centrum Zuid');
  for (const text of ['Kandidaat 01', 'K0001', 'zdemir', 'Dijkgraaf', 'Besproken hoe', 'zich zorgen']) {
    expect([text, bytes.includes(text)]).toEqual([text, false]);
  }
}

function linesByCode(refused: readonly { line: number; code: string }[]): Record<string, number[]> {
  const lines: Record<string, number[]> = {};
  for (const { line, code } of refused) lines[code] = [...(lines[code] ?? []), line];
  return lines;
}

function countOfEach(facts: readonly { type: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of facts) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
