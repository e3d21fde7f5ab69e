import { Inject, Injectable } from '@nestjs/common';
import { refuseAccess } from '../../domain/access/index.js';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { TrajectoryFacts } from '../../domain/trajectory/facts.js';
import { isClosedOn } from '../../domain/trajectory/state.js';
import { familiesOf } from '../../projections/merges/merges.query.js';
import { recordsOfCandidates, recordsOfChain } from '../../projections/trajectory/trajectory.query.js';
import type { FileSight } from '../access/file-sight.js';
import { ReadGate } from '../access/read-gate.js';
import type { Reader } from '../access/reader.js';
import { READ_STORE, type ReadStore } from '../read-store/read-store.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import { type FileAsOf, Files } from './files/files.js';
import { type RuledRecord, RuledRecords } from './ruled-records.js';

/** On which day, and as known on which day, something is asked. */
export interface AsOf {
  readonly on?: CalendarDate | undefined;
  readonly knownOn?: CalendarDate | undefined;
}

/** A trajectory as somebody may read it, with its file as of the same knowledge. */
export interface Dossier extends FileAsOf {
  readonly on: CalendarDate;
  readonly trajectory: RuledRecord;
  /** Those that it continues, nearest first. */
  readonly continued: readonly RuledRecord[];
  /** How the reader was let in to it. */
  readonly sight: FileSight;
}

/** Gives the records that questions are answered from, after the gate let the reader through. */
@Injectable()
export class Dossiers {
  constructor(
    private readonly gate: ReadGate,
    private readonly files: Files,
    private readonly ruled: RuledRecords,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One trajectory with what it continues; refuses with `trajectory.not-found`. */
  async trajectory(reader: Reader, id: Id, asOf: AsOf): Promise<Dossier> {
    return this.of(await this.gate.trajectory(reader, id), asOf);
  }

  /** The same for who was let in already. */
  async of(sight: FileSight, { on = this.clock.today(), knownOn }: AsOf): Promise<Dossier> {
    const { id } = sight.facts;
    const now = this.files.now(id);
    const { file, chain } =
      knownOn === undefined
        ? { file: now, chain: await recordsOfChain(this.readStore.reader, id) }
        : await this.asKnown(id, knownOn);
    const [trajectory, ...continued] = await this.ruled.underRules(chain, { on, knownOn });
    if (trajectory === undefined) return refuseAccess('trajectory.not-found');
    return { on, trajectory, continued, file, now, sight };
  }

  private async asKnown(id: Id, knownOn: CalendarDate) {
    const file = await this.files.upTo(id, { knownOn });
    const record = file?.record();
    if (file === undefined || record === undefined) return refuseAccess('trajectory.not-found');
    return { file, chain: await this.files.chainOf(record, knownOn) };
  }

  /**
   * The trajectories of a candidate that the reader may read, those of a registration that was merged with it too; refuses
   * with `candidate.not-found`.
   */
  async candidate(
    reader: Reader,
    candidateId: Id,
    { on = this.clock.today(), knownOn }: AsOf,
  ): Promise<{ readonly on: CalendarDate; readonly trajectories: readonly RuledRecord[] }> {
    const db = this.readStore.reader;
    const family = (await familiesOf(db, [candidateId], knownOn)).get(candidateId);
    const present = await recordsOfCandidates(db, family?.ids ?? []);
    const visible = await this.gate.ofCandidate(reader, present);
    if (knownOn === undefined) return { on, trajectories: await this.ruled.underRules(visible, { on }) };
    const known = await Promise.all(visible.map(({ facts }) => this.files.upTo(facts.id, { knownOn })));
    const records = known.map((file) => file?.record()).filter((record) => record !== undefined);
    return { on, trajectories: await this.ruled.underRules(records, { on, knownOn }) };
  }
}

/** What a trajectory is on a day: open until its last day has passed, and from its reopening on. */
export function statusOn(facts: TrajectoryFacts, on: CalendarDate): 'open' | 'closed' {
  return isClosedOn(facts, on) ? 'closed' : 'open';
}
