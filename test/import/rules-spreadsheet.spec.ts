import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import { DOSSIER_LAYOUT, type DossierRow, readDossierRow } from '../../src/import/dossier-row.js';
import { type Fault, firstFault, IMPORT_FAULT_ORDER, type ImportFaultCode } from '../../src/import/faults.js';
import { readSessionRow, SESSION_LAYOUT, type SessionReading } from '../../src/import/session-row.js';
import { openSpreadsheet } from '../../src/import/spreadsheet.js';

const TODAY = '2026-11-22';
const FOLDER = 'test/fixtures/import';

interface Tally {
  readonly rows: number;
  readonly accepted: number;
  readonly repeated: number;
  readonly refused: Readonly<Record<string, number>>;
}
interface Expected {
  readonly dossiers: Tally;
  readonly sessions: Tally;
  readonly dossierLines: readonly { line: number; outcome: string }[];
  readonly sessionLines: readonly { line: number; outcome: string; why: string }[];
}
const expected: Expected = JSON.parse(readFileSync(`${FOLDER}/rules-expected.json`, 'utf8'));

/** The rules on stored facts in their plainest form, over this one spreadsheet: a check on the expectations. */
class PlainRules {
  readonly #dossiers: readonly DossierRow[];
  readonly #coachDays = new Map<string, number>();

  constructor(dossiers: readonly DossierRow[]) {
    this.#dossiers = dossiers;
  }

  outcome(reading: SessionReading): string {
    const fault = firstFault([...reading.faults, ...this.#onStoredFacts(reading)]);
    if (fault) return fault.code;
    const { day, minutes } = this.#coachDay(reading);
    this.#coachDays.set(day, minutes);
    return 'accepted';
  }

  #onStoredFacts(reading: SessionReading): readonly Fault[] {
    const own = this.#dossiers.filter(
      ({ trajectory }) => trajectory.candidateReference === reading.candidateReference,
    );
    const { on } = reading;
    const codes: ImportFaultCode[] = [];
    if (own.length === 0) codes.push('candidate.unknown');
    if (on && own.some(({ trajectory }) => on < trajectory.openedOn)) codes.push('date.before-opening');
    if (on && !own.some((dossier) => assigns(dossier, reading.coachName, on)))
      codes.push('coach.not-assigned');
    if (reading.row && this.#coachDay(reading).minutes > 1440) codes.push('coach-day.over-24-hours');
    return codes.map((code) => ({ code, field: undefined, sentence: '' }));
  }

  #coachDay({ coachName, on, row }: SessionReading): { day: string; minutes: number } {
    const day = `${coachName} ${on}`;
    const own = row ? Math.floor(row.minutes / row.groupSize) : 0;
    return { day, minutes: (this.#coachDays.get(day) ?? 0) + own };
  }
}

function assigns({ line }: DossierRow, coachName: string, on: CalendarDate): boolean {
  return (
    line.kind === 'coach' &&
    line.coachName === coachName &&
    line.from <= on &&
    (line.to === undefined || on <= line.to)
  );
}

function tally(outcomes: readonly string[]): Tally {
  const count = (outcome: string) => outcomes.filter((other) => other === outcome).length;
  const codes = new Set(outcomes.filter((outcome) => outcome !== 'accepted' && outcome !== 'repeated'));
  return {
    rows: outcomes.length,
    accepted: count('accepted'),
    repeated: count('repeated'),
    refused: Object.fromEntries([...codes].map((code) => [code, count(code)])),
  };
}

async function readDossiers(): Promise<{ rows: DossierRow[]; lines: { line: number; outcome: string }[] }> {
  const rows: DossierRow[] = [];
  const lines: { line: number; outcome: string }[] = [];
  const seen = new Set<string>();
  const sheet = await openSpreadsheet(`${FOLDER}/rules-dossiers.csv`, DOSSIER_LAYOUT);
  for await (const row of sheet.rows()) {
    const reading = readDossierRow(row, TODAY);
    if (reading.row) rows.push(reading.row);
    const outcome = seen.has(row.key) ? 'repeated' : 'accepted';
    lines.push({ line: row.line, outcome: firstFault(reading.faults)?.code ?? outcome });
    seen.add(row.key);
  }
  return { rows, lines };
}

describe('the spreadsheet of the rules', () => {
  it('has dossiers without a fault', async () => {
    const { lines } = await readDossiers();
    expect(lines).toEqual(expected.dossierLines);
    expect(tally(lines.map(({ outcome }) => outcome))).toEqual(expected.dossiers);
  });

  it('has sessions whose every line comes out as the readings say', async () => {
    const rules = new PlainRules((await readDossiers()).rows);
    const accepted = new Set<string>();
    const lines: { line: number; outcome: string }[] = [];
    const sheet = await openSpreadsheet(`${FOLDER}/rules-uren.csv`, SESSION_LAYOUT);
    for await (const row of sheet.rows()) {
      const outcome = accepted.has(row.key) ? 'repeated' : rules.outcome(readSessionRow(row, TODAY));
      if (outcome === 'accepted') accepted.add(row.key);
      lines.push({ line: row.line, outcome });
    }
    expect(lines).toEqual(expected.sessionLines.map(({ line, outcome }) => ({ line, outcome })));
    expect(tally(lines.map(({ outcome }) => outcome))).toEqual(expected.sessions);
  });

  it.each(IMPORT_FAULT_ORDER)('has at least two rows refused as %s', (code) => {
    expect(expected.sessions.refused[code]).toBeGreaterThanOrEqual(2);
  });

  it('logs 34 hours of one coach on one day over six candidates, of which 24 are taken', async () => {
    const sheet = await openSpreadsheet(`${FOLDER}/rules-uren.csv`, SESSION_LAYOUT);
    const outcomes = new Map(expected.sessionLines.map(({ line, outcome }) => [line, outcome]));
    const candidates = new Map<string, number>();
    let taken = 0;
    for await (const row of sheet.rows()) {
      const { row: session } = readSessionRow(row, TODAY);
      if (session?.coachName !== 'Ö. Çelik' || session.on !== '2025-05-12') continue;
      if (session.minutes === 340) candidates.set(session.candidateReference, session.minutes);
      if (outcomes.get(row.line) === 'accepted') taken += session.minutes;
    }
    expect(candidates.size).toBe(6);
    expect([...candidates.values()].reduce((sum, minutes) => sum + minutes)).toBe(34 * 60);
    expect(taken).toBe(24 * 60);
  });
});
