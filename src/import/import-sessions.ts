import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import { isUsed } from '../../domain/trajectory/guards.js';
import { mayCoachOn, organisationOn } from '../../domain/trajectory/state.js';
import { ActOnTrajectory } from '../trajectories/commands/act-on-trajectory/act-on-trajectory.command.js';
import { type Fault, firstFault } from './faults.js';
import { factIdFor } from './import-ids.js';
import { askingFor, type ImportParts, recordOnce } from './import-parts.js';
import type { Piece } from './in-order.js';
import { outcomeOf, type RowOutcome } from './outcome.js';
import { type KnownTrajectory, type SessionPlaces, trajectoryOn } from './session-places.js';
import { readSessionRow, type SessionColumn, type SessionReading, type SessionRow } from './session-row.js';
import type { SheetRow } from './spreadsheet.js';

/** Stores the rows of the sessions. */
export class SessionImport {
  readonly #parts: ImportParts;
  readonly #places: SessionPlaces;

  constructor(parts: ImportParts, places: SessionPlaces) {
    this.#parts = parts;
    this.#places = places;
  }

  /**
   * The work on one row. What a row's outcome depends on besides the dossiers is the coach's day, and an equal row is
   * of the same day: so rows of one coach on one day are taken in the file's order.
   */
  begin(row: SheetRow<SessionColumn>): Piece<RowOutcome> {
    const reading = readSessionRow(row, this.#parts.clock.today());
    const { coachName, on } = reading;
    const key = on && JSON.stringify([coachName, on]);
    return { key, run: () => outcomeOf(() => this.#store(row.key, reading)) };
  }

  /** Refuses with the first fault by reading 60, whether the row shows it by itself or only stored facts do. */
  async #store(rowKey: string, reading: SessionReading): Promise<RowOutcome> {
    const { candidateReference, coachName, on, row } = reading;
    const trajectories = await this.#places.trajectoriesOf(candidateReference, coachName, on);
    const trajectory = on && trajectoryOn(trajectories, on);
    const fault = firstFault([
      ...reading.faults,
      ...(trajectories.length === 0 ? [unknownCandidate(candidateReference)] : []),
      ...(on && trajectories.length > 0 && trajectory === undefined ? [beforeOpening] : []),
    ]);
    if (fault) return fault;
    if (row === undefined || trajectory === undefined)
      throw new TypeError('a row without a fault has a place');
    if (isStored(trajectories, row.on, rowKey)) return 'repeated';
    const coachId = await this.#coachOf(coachName, trajectory, row.on);
    return coachId === undefined ? unknownCoach(coachName) : this.#record(rowKey, row, trajectory, coachId);
  }

  async #record(
    rowKey: string,
    row: SessionRow,
    { facts }: KnownTrajectory,
    coachId: Id,
  ): Promise<RowOutcome> {
    const { commands, keepUp } = this.#parts;
    const { candidateReference: _, coachName: __, goals, ...session } = row;
    const sessionId = factIdFor(row.on, facts.id, rowKey);
    const intent = {
      type: 'RecordSession',
      sessionId,
      coachId,
      ...session,
      ...(goals.length > 0 && { goals }),
    } as const;
    const changed = await recordOnce(keepUp, () =>
      commands.execute(new ActOnTrajectory(facts.id, intent, askingFor(sessionId))),
    );
    return changed ? 'accepted' : 'repeated';
  }

  /** Of the coaches of that name the one who may coach on the day, else one of the organisation of that day. */
  async #coachOf(name: string, { facts }: KnownTrajectory, on: CalendarDate): Promise<Id | undefined> {
    const named = await this.#places.coachesNamed(name);
    const fit = named.find((coach) => mayCoachOn(facts, coach.id, on));
    const organisationId = organisationOn(facts, on);
    return (fit ?? named.find((coach) => coach.organisationId === organisationId))?.id;
  }
}

/** True when this very row was stored before, on whichever trajectory of the candidate was the one then. */
function isStored(trajectories: readonly KnownTrajectory[], on: CalendarDate, rowKey: string): boolean {
  return trajectories.some(({ facts, state }) => isUsed(state, factIdFor(on, facts.id, rowKey)));
}

function unknownCandidate(reference: string): Fault {
  return {
    code: 'candidate.unknown',
    field: 'Kandidaatnummer',
    sentence:
      reference === ''
        ? 'Het kandidaatnummer ontbreekt. Vul het nummer in dat in het dossier staat.'
        : `Er is geen dossier van een kandidaat met het nummer ‘${reference}’. Lever eerst het dossier aan, of verbeter het nummer.`,
  };
}

function unknownCoach(name: string): Fault {
  return {
    code: 'coach.not-assigned',
    field: 'Jobcoach',
    sentence:
      name === ''
        ? 'De naam van de jobcoach ontbreekt. Vul de naam in die in het dossier staat.'
        : `De jobcoach ‘${name}’ is niet bekend en dus niet toegewezen. Lever eerst de toewijzing aan, of verbeter de naam.`,
  };
}

const beforeOpening: Fault = {
  code: 'date.before-opening',
  field: 'Datum',
  sentence: 'Deze datum ligt voor de opening van het traject. Vul een datum in vanaf de opening.',
};
