import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Activity, SessionForm } from '../../domain/shared/lists.js';
import { parseCount, parseMinutes, parseTimeOfDay } from './cells.js';
import { brokenRow, type Fault, FaultList } from './faults.js';
import { CellReader } from './read-cells.js';
import type { Layout, SheetRow } from './spreadsheet.js';
import { activityWords, formWords, notCoachingWords } from './words.js';

/** The columns of an export of sessions (`uren.csv`). Those whose cells may all be empty may be left out. */
export const SESSION_LAYOUT = {
  kind: 'sessions',
  required: ['Kandidaatnummer', 'Jobcoach', 'Datum', 'Duur', 'Activiteit', 'Vorm', 'Verslag'],
  optional: ['Begintijd', 'Groepsgrootte', 'Doel', 'Vertrouwelijk', 'Geregistreerd op'],
} as const satisfies Layout<string>;
export type SessionColumn =
  | (typeof SESSION_LAYOUT)['required'][number]
  | (typeof SESSION_LAYOUT)['optional'][number];

/** A session as a row states it, its words mapped; who the candidate and the coach are is still to be found. */
export interface SessionRow {
  readonly candidateReference: string;
  readonly coachName: string;
  readonly on: CalendarDate;
  /** `HH:mm`. */
  readonly startsAt?: string;
  /** Whole minutes of the whole group, 1 to 1440. */
  readonly minutes: number;
  readonly activity: Activity;
  readonly form: SessionForm;
  readonly groupSize: number;
  readonly goals: readonly string[];
  readonly summary: string;
  readonly confidentialNote?: string;
  readonly registeredOn?: CalendarDate;
}

/** What a row says, whether it can be accepted by itself or not. */
export interface SessionReading {
  /** Empty when the cell is empty or the row is broken. */
  readonly candidateReference: string;
  readonly coachName: string;
  /** The session's day, where it is a day, so that it can be held against the opening whatever else is wrong. */
  readonly on: CalendarDate | undefined;
  /** Every fault that the row shows by itself; there may be more that only stored facts show. */
  readonly faults: readonly Fault[];
  /** The session, exactly when there are no faults. */
  readonly row: SessionRow | undefined;
}

const LARGEST_GROUP = 100;

/** Reads one row of sessions. Pure; `today` is the date in Europe/Amsterdam. */
export function readSessionRow(row: SheetRow<SessionColumn>, today: CalendarDate): SessionReading {
  const candidateReference = row.cell('Kandidaatnummer');
  const coachName = row.cell('Jobcoach');
  if (!row.cells) {
    return { candidateReference: '', coachName: '', on: undefined, faults: [brokenRow], row: undefined };
  }
  const faults = new FaultList();
  const cells = new CellReader(row, faults);
  const on = cells.date('Datum');
  cells.notAfterToday('Datum', on, today);
  const registeredOn = cells.optionalDate('Geregistreerd op');
  cells.notAfterToday('Geregistreerd op', registeredOn, today);
  const minutes = readMinutes(row, faults);
  const activity = readActivity(row, faults);
  const form = cells.word('Vorm', formWords);
  const startsAt = readStart(row, faults);
  const groupSize = cells.optional('Groepsgrootte')
    ? cells.number('Groepsgrootte', `een heel getal van 1 tot ${LARGEST_GROUP}`, (text) =>
        parseCount(text, LARGEST_GROUP),
      )
    : 1;
  const reading = { candidateReference, coachName, on, faults: faults.all };
  if (
    faults.all.length > 0 ||
    on === undefined ||
    minutes === undefined ||
    activity === undefined ||
    form === undefined ||
    groupSize === undefined
  ) {
    return { ...reading, row: undefined };
  }
  const goal = cells.optional('Doel');
  const confidentialNote = cells.optional('Vertrouwelijk');
  return {
    ...reading,
    row: {
      candidateReference,
      coachName,
      on,
      ...(startsAt === undefined ? {} : { startsAt }),
      minutes,
      activity,
      form,
      groupSize,
      goals: goal === undefined ? [] : [goal],
      summary: row.cell('Verslag'),
      ...(confidentialNote === undefined ? {} : { confidentialNote }),
      ...(registeredOn === undefined ? {} : { registeredOn }),
    },
  };
}

function readMinutes(row: SheetRow<SessionColumn>, faults: FaultList): number | undefined {
  const text = row.cell('Duur');
  return (
    parseMinutes(text) ??
    faults.add(
      'minutes.invalid',
      'Duur',
      `De duur ‘${text}’ kan niet. Vul hele minuten in van 1 tot en met 1440, zoals ‘75’ of ‘1,25 uur’.`,
    )
  );
}

function readActivity(row: SheetRow<SessionColumn>, faults: FaultList): Activity | undefined {
  const text = row.cell('Activiteit');
  if (notCoachingWords.termFor(text) !== undefined) {
    return faults.add(
      'activity.not-coaching',
      'Activiteit',
      `‘${text}’ is geen coaching: dit zit al in het tarief. Lever deze tijd niet aan.`,
    );
  }
  return (
    activityWords.termFor(text) ??
    faults.add(
      'activity.unknown',
      'Activiteit',
      `De activiteit ‘${text}’ is niet bekend. Kies uit: ${activityWords.words}.`,
    )
  );
}

function readStart(row: SheetRow<SessionColumn>, faults: FaultList): string | undefined {
  const text = row.cell('Begintijd');
  if (text === '') return undefined;
  return (
    parseTimeOfDay(text) ??
    faults.add(
      'row.unreadable',
      'Begintijd',
      `De begintijd ‘${text}’ is geen tijd. Vul een tijd in als uu:mm.`,
    )
  );
}
