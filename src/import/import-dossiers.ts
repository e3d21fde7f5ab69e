import type { CalendarDate } from '../../domain/shared/calendar.js';
import { unknownMember } from '../../domain/shared/decider.js';
import type { Id } from '../../domain/shared/ids.js';
import { isUsed } from '../../domain/trajectory/guards.js';
import { trajectoriesOfCandidates } from '../../projections/candidate/candidate.query.js';
import { familiesOf } from '../../projections/merges/merges.query.js';
import {
  ActOnTrajectory,
  type TrajectoryIntent,
} from '../trajectories/commands/act-on-trajectory/act-on-trajectory.command.js';
import { OpenTrajectory } from '../trajectories/commands/open-trajectory/open-trajectory.command.js';
import {
  type DossierColumn,
  type DossierLine,
  type DossierRow,
  type DossierTrajectory,
  readDossierRow,
} from './dossier-row.js';
import { firstFault } from './faults.js';
import { factIdFor, trajectoryIdFor } from './import-ids.js';
import type { ImportParties } from './import-parties.js';
import { askingFor, type ImportParts, recordOnce } from './import-parts.js';
import type { Piece } from './in-order.js';
import { outcomeOf, type RowOutcome } from './outcome.js';
import { Remembered } from './remembered.js';
import type { SheetRow } from './spreadsheet.js';

/** The export does not say why a placement ended, and an ending has a reason. */
const REASON_OF_ENDING = 'Niet vermeld in de overgenomen export.';

/** Stores the rows of the dossiers: the parties and the trajectory that a row names, and the fact that it states. */
export class DossierImport {
  readonly #parts: ImportParts;
  readonly #parties: ImportParties;
  readonly #trajectories = new Remembered<Id>();
  readonly #organisations = new Set<Id>();

  constructor(parts: ImportParts, parties: ImportParties) {
    this.#parts = parts;
    this.#parties = parties;
  }

  /** The organisations that the accepted rows so far are of. */
  get organisationIds(): ReadonlySet<Id> {
    return this.#organisations;
  }

  /** The work on one row. Rows of one candidate are taken in the file's order. */
  begin(row: SheetRow<DossierColumn>): Piece<RowOutcome> {
    const reading = readDossierRow(row, this.#parts.clock.today());
    const dossier = reading.row;
    if (dossier === undefined) {
      const fault = firstFault(reading.faults);
      if (fault === undefined) throw new TypeError(`line ${row.line} has neither a row nor a fault`);
      return { key: undefined, run: async () => fault };
    }
    const { trajectory } = dossier;
    // The first row that names a new funder decides its rules, also when it has to wait for its turn.
    this.#parties.funder(trajectory).catch(() => undefined);
    const key = JSON.stringify([trajectory.organisationName, trajectory.candidateReference]);
    return { key, run: () => outcomeOf(() => this.#store(row.key, dossier)) };
  }

  async #store(rowKey: string, { trajectory, line }: DossierRow): Promise<RowOutcome> {
    const { commands, recorders, keepUp } = this.#parts;
    const funderId = await this.#parties.funder(trajectory);
    const organisationId = await this.#parties.organisation(trajectory.organisationName);
    this.#organisations.add(organisationId);
    const candidateId = await this.#parties.candidate(trajectory, organisationId, funderId);
    const trajectoryId = await this.#trajectory(trajectory, candidateId, funderId, organisationId);
    const factId = factIdFor(line.from, trajectoryId, rowKey);
    const { state } = await recorders.trajectories.load(trajectoryId);
    if (isUsed(state, factId)) return 'repeated';
    const intent = await this.#intentOf(line, factId, organisationId);
    const changed = await recordOnce(keepUp, () =>
      commands.execute(new ActOnTrajectory(trajectoryId, intent, askingFor(factId))),
    );
    return changed ? 'accepted' : 'repeated';
  }

  /** The trajectory of this candidate under this funder that opened on this day; opened when there is none. */
  #trajectory(
    { openedOn }: DossierTrajectory,
    candidateId: Id,
    funderId: Id,
    organisationId: Id,
  ): Promise<Id> {
    return this.#trajectories.get([candidateId, funderId, openedOn], async () => {
      const known = await this.#openedOn(openedOn, candidateId, funderId);
      if (known) return known;
      const { commands, keepUp } = this.#parts;
      const trajectoryId = trajectoryIdFor(openedOn, candidateId, funderId);
      const opening = { trajectoryId, candidateId, funderId, organisationId, openedOn };
      await recordOnce(keepUp, () => commands.execute(new OpenTrajectory(opening, askingFor(trajectoryId))));
      return trajectoryId;
    });
  }

  async #openedOn(openedOn: CalendarDate, candidateId: Id, funderId: Id): Promise<Id | undefined> {
    const { db, recorders } = this.#parts;
    const family = (await familiesOf(db, [candidateId])).get(candidateId);
    const own = await trajectoriesOfCandidates(db, family?.ids ?? [candidateId]);
    for (const { id } of own.filter((trajectory) => trajectory.funderId === funderId)) {
      const { facts } = (await recorders.trajectories.load(id)).state;
      if (facts?.openedOn === openedOn) return id;
    }
    return undefined;
  }

  async #intentOf(line: DossierLine, id: Id, organisationId: Id): Promise<TrajectoryIntent> {
    switch (line.kind) {
      case 'placement': {
        const { from: startsOn, to: endedOn, employerName, placementKind: kind, hoursPerWeek } = line;
        const employerId = await this.#parties.employer(employerName);
        const ended = endedOn && { ended: { endedOn, reason: REASON_OF_ENDING } };
        return {
          type: 'StartPlacement',
          placementId: id,
          employerId,
          kind,
          startsOn,
          hoursPerWeek,
          ...ended,
        };
      }
      case 'coach': {
        const { from, to: until, coachName } = line;
        const coachId = await this.#parties.coach(coachName, organisationId);
        const days = { from, ...(until && { until }) };
        return { type: 'AssignCoach', assignmentId: id, coachId, ...days, chosenBy: 'organisation' };
      }
      case 'grant': {
        const { kind: _, ...terms } = line;
        return { type: 'GrantCoaching', grantId: id, ...terms };
      }
      case 'absence': {
        const { from, to: until } = line;
        return { type: 'ReportAbsence', absenceId: id, from, ...(until && { until }), kind: 'unknown' };
      }
      default:
        return unknownMember(line);
    }
  }
}
