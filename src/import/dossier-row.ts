import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { FunderKind, PlacementKind, Regime } from '../../domain/shared/lists.js';
import { parseDecimal, parseHoursAsMinutes } from './cells.js';
import { brokenRow, type Fault, FaultList } from './faults.js';
import { CellReader } from './read-cells.js';
import type { Layout, SheetRow } from './spreadsheet.js';
import { dossierLineWords, funderKindFor, placementWords, regimeWords, ruleSetNameFor } from './words.js';

/** The columns of an export of dossiers (`dossiers.csv`): one row for each fact, told by `Regel`. */
export const DOSSIER_LAYOUT = {
  kind: 'dossiers',
  required: [
    'Kandidaatnummer',
    'Naam',
    'Opdrachtgever',
    'Regels',
    'Jobcoachorganisatie',
    'Traject geopend',
    'Regel',
    'Van',
    'Tot en met',
    'Werkgever',
    'Soort werkplek',
    'Uren per week',
    'Jobcoach',
    'Regime',
  ],
  optional: ['Uren toegekend'],
} as const satisfies Layout<string>;
export type DossierColumn =
  | (typeof DOSSIER_LAYOUT)['required'][number]
  | (typeof DOSSIER_LAYOUT)['optional'][number];

/** The trajectory that a row belongs to; the same on every row of a candidate under one funder. */
export interface DossierTrajectory {
  readonly candidateReference: string;
  readonly candidateName: string;
  readonly funderName: string;
  readonly funderKind: FunderKind;
  /** A preset, or a funder's own rule set. */
  readonly ruleSetName: string;
  readonly organisationName: string;
  readonly openedOn: CalendarDate;
}

/** A stay with an employer; `to` is the last day, when it has ended. */
export interface PlacementLine {
  readonly kind: 'placement';
  readonly from: CalendarDate;
  readonly to?: CalendarDate;
  readonly employerName: string;
  readonly placementKind: PlacementKind;
  /** More than 0, at most 168; may be a fraction. */
  readonly hoursPerWeek: number;
}

/** An assignment of a coach, `to` included (reading 55). */
export interface CoachLine {
  readonly kind: 'coach';
  readonly from: CalendarDate;
  readonly to?: CalendarDate;
  readonly coachName: string;
}

/** A grant, decided on its first day (reading 55). */
export interface GrantLine {
  readonly kind: 'grant';
  readonly decidedOn: CalendarDate;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly regime: Regime;
  /** The hours that it states, in minutes. */
  readonly minutes?: number;
}

/** An absence, `to` included (reading 55); the export does not say of what kind. */
export interface AbsenceLine {
  readonly kind: 'absence';
  readonly from: CalendarDate;
  readonly to?: CalendarDate;
}

export type DossierLine = PlacementLine | CoachLine | GrantLine | AbsenceLine;

/** One row of the dossiers: the trajectory, and one fact of it. */
export interface DossierRow {
  readonly trajectory: DossierTrajectory;
  readonly line: DossierLine;
}

/** What a row says: the row when it can be read, else every fault that it shows by itself. */
export interface DossierReading {
  readonly faults: readonly Fault[];
  /** Present exactly when there are no faults. */
  readonly row: DossierRow | undefined;
}

type Cells = CellReader<DossierColumn>;

/**
 * Reads one row of dossiers. Pure; `today` is the date in Europe/Amsterdam. Rules between dates and between rows
 * (an end before its start, two placements at once, a grant beyond a limit) are the domain's to refuse.
 */
export function readDossierRow(row: SheetRow<DossierColumn>, today: CalendarDate): DossierReading {
  if (!row.cells) return { faults: [brokenRow], row: undefined };
  const faults = new FaultList();
  const cells = new CellReader(row, faults);
  const trajectory = readTrajectory(cells);
  const line = readLine(cells, today);
  const readable = faults.all.length === 0 && trajectory !== undefined && line !== undefined;
  return { faults: faults.all, row: readable ? { trajectory, line } : undefined };
}

function readTrajectory(cells: Cells): DossierTrajectory | undefined {
  const candidateReference = cells.required('Kandidaatnummer');
  const candidateName = cells.required('Naam');
  const funderName = cells.required('Opdrachtgever');
  const ruleSetName = cells.required('Regels');
  const organisationName = cells.required('Jobcoachorganisatie');
  const openedOn = cells.date('Traject geopend');
  if (!candidateReference || !candidateName || !funderName || !ruleSetName || !organisationName || !openedOn)
    return undefined;
  return {
    candidateReference,
    candidateName,
    funderName,
    funderKind: funderKindFor(funderName),
    ruleSetName: ruleSetNameFor(ruleSetName),
    organisationName,
    openedOn,
  };
}

function readLine(cells: Cells, today: CalendarDate): DossierLine | undefined {
  switch (cells.word('Regel', dossierLineWords)) {
    case 'placement':
      return readPlacement(cells);
    case 'coach':
      return readCoach(cells);
    case 'grant':
      return readGrant(cells);
    case 'absence':
      return readAbsence(cells, today);
    case undefined:
      return undefined;
  }
}

function readPlacement(cells: Cells): PlacementLine | undefined {
  const period = readPeriod(cells);
  const employerName = cells.required('Werkgever');
  const placementKind = cells.word('Soort werkplek', placementWords);
  const hoursPerWeek = cells.number(
    'Uren per week',
    'een aantal uren van meer dan 0 en hoogstens 168',
    weekly,
  );
  if (!period || !employerName || !placementKind || hoursPerWeek === undefined) return undefined;
  return { kind: 'placement', ...period, employerName, placementKind, hoursPerWeek };
}

function readCoach(cells: Cells): CoachLine | undefined {
  const period = readPeriod(cells);
  const coachName = cells.required('Jobcoach');
  return period && coachName ? { kind: 'coach', ...period, coachName } : undefined;
}

function readGrant(cells: Cells): GrantLine | undefined {
  const from = cells.date('Van');
  const to = cells.date('Tot en met');
  const regime = cells.word('Regime', regimeWords);
  const minutes = cells.optional('Uren toegekend')
    ? cells.number('Uren toegekend', 'uren die op hele minuten uitkomen', parseHoursAsMinutes)
    : undefined;
  if (!from || !to || !regime) return undefined;
  return { kind: 'grant', decidedOn: from, from, to, regime, ...(minutes === undefined ? {} : { minutes }) };
}

function readAbsence(cells: Cells, today: CalendarDate): AbsenceLine | undefined {
  const period = readPeriod(cells);
  cells.notAfterToday('Van', period?.from, today);
  return period && { kind: 'absence', ...period };
}

function readPeriod(cells: Cells): { from: CalendarDate; to?: CalendarDate } | undefined {
  const from = cells.date('Van');
  const to = cells.optionalDate('Tot en met');
  return from && { from, ...(to === undefined ? {} : { to }) };
}

function weekly(text: string): number | undefined {
  const hours = parseDecimal(text);
  return hours !== undefined && hours > 0 && hours <= 168 ? hours : undefined;
}
