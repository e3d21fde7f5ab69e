import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import {
  type AskingParty,
  type FileKind,
  mayRead,
  type Owner,
  refuseAccess,
  type Standing,
  standingOf,
  trajectoryScope,
} from '../../domain/access/index.js';
import type { Id } from '../../domain/shared/ids.js';
import { areOne } from '../../domain/shared/survivors.js';
import type { TrajectoryFacts } from '../../domain/trajectory/facts.js';
import { familiesOf, survivorsAmong } from '../../projections/merges/merges.query.js';
import { parsed } from '../../projections/shared/parse.js';
import { trajectoryNow } from '../../projections/trajectory/trajectory.query.js';
import { READ_STORE, type ReadStore } from '../read-store/read-store.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import { FileSight, PersonSight } from './file-sight.js';
import { type ListSight, partyOf } from './list-sight.js';
import { Pseudonyms } from './pseudonyms.js';
import type { Reader } from './reader.js';
import { isOutOfUse } from './restricted-sight.js';

/**
 * The one place where it is decided what somebody may read about candidates (domain.md section 9). Every question about a
 * trajectory or a candidate starts here; what is out of sight answers as if it did not exist (404). Who was let in to
 * what is said to the reading.
 */
@Injectable()
export class ReadGate {
  constructor(
    private readonly pseudonyms: Pseudonyms,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** How the reader sees the trajectory; refuses with `trajectory.not-found` who sees nothing of what the route gives. */
  async trajectory(reader: Reader, id: Id): Promise<FileSight> {
    const now = await trajectoryNow(this.readStore.reader, id);
    if (now === undefined) return refuseAccess('trajectory.not-found');
    const employerIds = await this.employerIdsOf(reader);
    const standing = await this.standing(reader, now.facts, employerIds);
    if (standing === undefined || !seesOf(reader, standing)) return refuseAccess('trajectory.not-found');
    const facts = asKnownTo(reader, now.facts);
    const { candidateId } = facts;
    reader.reading.decide([{ candidateId, trajectoryId: id, standing }]);
    const person = await this.person(reader, standing, candidateId);
    return new FileSight(person, facts, { standing, coachId: reader.coachId, employerIds });
  }

  /**
   * Those of a candidate's trajectories whose part the reader sees of what runs across them; refuses with
   * `candidate.not-found` when none. Who may see it under other funders too sees all of them.
   */
  async ofCandidate<Record extends { readonly facts: TrajectoryFacts }>(
    reader: Reader,
    records: readonly Record[],
  ): Promise<readonly Record[]> {
    const employerIds = await this.employerIdsOf(reader);
    const standings = await Promise.all(
      records.map(({ facts }) => this.standing(reader, facts, employerIds)),
    );
    const seen = standings.map((standing) => (standing && seesOf(reader, standing) ? standing : undefined));
    const [first] = seen.filter((standing) => standing !== undefined);
    const candidateId = records[0]?.facts.candidateId;
    if (first === undefined || candidateId === undefined) return refuseAccess('candidate.not-found');
    reader.reading.decide([{ candidateId, standing: first }]);
    reader.reading.mustGive('under-other-funders');
    const seesOthers = seen.some((standing) => mayRead(standing, 'under-other-funders').items !== 'none');
    return seesOthers ? records : records.filter((_, index) => seen[index] !== undefined);
  }

  /**
   * How the reader sees a candidate by what they are to the candidate's trajectories or registration; undefined when the
   * candidate does not exist for them, or nothing of what the route gives does.
   */
  async candidate(
    reader: Reader,
    candidateId: Id,
    standings: readonly Standing[],
  ): Promise<PersonSight | undefined> {
    const standing = standings.find((one) => seesOf(reader, one));
    reader.reading.decide(standing === undefined ? [] : [{ candidateId, standing }]);
    return standing && this.person(reader, standing, candidateId);
  }

  /** Whose trajectories the reader sees in lists over many; undefined when that is nothing. */
  async list(reader: Reader): Promise<ListSight | undefined> {
    const family = async (id: Id) => (await familiesOf(this.readStore.reader, [id])).get(id)?.ids ?? [id];
    const found = await partyOf(reader, family);
    reader.reading.decide();
    return found && seesOf(reader, found.standing) ? found : undefined;
  }

  /** Every registration of the employer that asks; none for others. */
  async employerIdsOf({ role, employerId }: AskingParty): Promise<Owner['employerIds']> {
    if (role !== 'employer' || employerId === undefined) return [];
    return (await familiesOf(this.readStore.reader, [employerId])).get(employerId)?.ids ?? [employerId];
  }

  private async person(reader: Reader, standing: Standing, candidateId: Id): Promise<PersonSight> {
    const { texts, pseudonym } = await this.pseudonyms.of(reader, standing, candidateId);
    return new PersonSight(reader, standing, texts, pseudonym);
  }

  private async standing(
    reader: Reader,
    facts: TrajectoryFacts,
    employerIds: readonly Id[],
  ): Promise<Standing | undefined> {
    if (await isOutOfUse(this.readStore.reader, reader, facts.candidateId)) return undefined;
    const today = this.clock.today();
    const scope = trajectoryScope(facts, { today });
    const direct = standingsAs(reader, employerIds).find((asker) => standingOf(asker, scope) !== undefined);
    if (direct !== undefined) return standingOf(direct, scope);
    switch (reader.role) {
      case 'candidate':
        return (await this.isOf(reader.candidateId, facts)) ? 'candidate' : undefined;
      case 'coordinator':
      case 'case-director':
      case 'auditor': {
        const continuedBy = await this.continuedBy(facts.id);
        return standingOf(reader, trajectoryScope(facts, { today, continuedBy }));
      }
      default:
        return undefined;
    }
  }

  /** True when the trajectory is of another registration of the same candidate. */
  private async isOf(candidateId: Id | undefined, facts: TrajectoryFacts): Promise<boolean> {
    if (candidateId === undefined) return false;
    const survivors = await survivorsAmong(this.readStore.reader, [candidateId, facts.candidateId]);
    return areOne(survivors, candidateId, facts.candidateId);
  }

  /** Whose trajectories continue this one, directly or further on. */
  private async continuedBy(id: Id): Promise<readonly TrajectoryFacts[]> {
    const { rows } = await sql<{ facts: string }>`
      with recursive later(trajectory_id, step) as (
        select trajectory_id, 0 from trajectory where trajectory_id = ${id}
        union
        select t.trajectory_id, later.step + 1 from trajectory t
        join later on t.continues = later.trajectory_id
        where later.step < 100
      )
      select t.facts from later join trajectory t on t.trajectory_id = later.trajectory_id where later.step > 0`.execute(
      this.readStore.reader,
    );
    return rows.map(({ facts }) => parsed<TrajectoryFacts>(facts));
  }
}

/** An employer asks as each of its registrations, anybody else as themselves. */
function standingsAs(reader: Reader, employerIds: readonly Id[]): readonly AskingParty[] {
  return reader.role === 'employer'
    ? employerIds.map((employerId) => ({ role: 'employer', employerId }))
    : [reader];
}

/** Whether somebody of this standing sees anything of what the route gives first. */
function seesOf({ reading }: Reader, standing: Standing): boolean {
  return mayRead(standing, reading.gives[0] as FileKind).items !== 'none';
}

/** A candidate who was let through is the trajectory's own, under whichever registration it was opened. */
function asKnownTo({ role, candidateId }: Reader, facts: TrajectoryFacts): TrajectoryFacts {
  return role === 'candidate' && candidateId !== undefined ? { ...facts, candidateId } : facts;
}
