import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { maySee, refuseAccess, trajectoryScope } from '../../domain/access/index.js';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import { areOne } from '../../domain/shared/survivors.js';
import type { TrajectoryFacts } from '../../domain/trajectory/facts.js';
import { survivorsAmong } from '../../projections/merges/merges.query.js';
import { parsed } from '../../projections/shared/parse.js';
import { trajectoryNow } from '../../projections/trajectory/trajectory.query.js';
import type { Asker } from '../identity/asker.js';
import { READ_STORE, type ReadStore } from '../read-store/read-store.js';
import { CLOCK, type Clock } from '../shared/clock.js';
import { isOutOfUse } from './restricted-sight.js';

/**
 * The one place where it is decided whether somebody may read a dossier (domain.md section 9). Every question about a
 * trajectory or a candidate starts here; what is out of sight answers as if it did not exist (404).
 */
@Injectable()
export class ReadGate {
  constructor(
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The trajectory as it is now, when the asker may read the file; refuses with `trajectory.not-found`. */
  async trajectory(asker: Asker, id: Id): Promise<TrajectoryFacts> {
    const { facts, onlyOf } = await this.sessions(asker, id);
    return onlyOf === undefined ? facts : refuseAccess('trajectory.not-found');
  }

  /**
   * The trajectory as it is now, also for an employer in whose sight it is; what that employer gets of it is for the
   * question to narrow (domain.md section 9). Refuses with `trajectory.not-found`.
   */
  async alsoForEmployer(asker: Asker, id: Id): Promise<TrajectoryFacts> {
    if (asker.role !== 'employer') return this.trajectory(asker, id);
    const now = await trajectoryNow(this.readStore.reader, id);
    const isInSight =
      now !== undefined &&
      !(await isOutOfUse(this.readStore.reader, asker, now.facts.candidateId)) &&
      maySee(asker, trajectoryScope(now.facts, { today: this.clock.today() }));
    return isInSight ? now.facts : refuseAccess('trajectory.not-found');
  }

  /**
   * Whose sessions of the trajectory the asker may read: everybody's, or only those of the coach `onlyOf`, which is all
   * that a former coach still sees. Refuses with `trajectory.not-found`.
   */
  async sessions(
    asker: Asker,
    id: Id,
  ): Promise<{ readonly facts: TrajectoryFacts; readonly onlyOf?: Id | undefined }> {
    const now = await trajectoryNow(this.readStore.reader, id);
    if (now === undefined || !(await this.sees(asker, now.facts)))
      return refuseAccess('trajectory.not-found');
    const facts = asKnownTo(asker, now.facts);
    return isFormerCoach(asker, facts, this.clock.today()) ? { facts, onlyOf: asker.coachId } : { facts };
  }

  /**
   * The trajectory when the asker may read incidents of it: whoever reads the file, and an employer that has it in sight,
   * which reads those of its own (`maySeeIncident`). Refuses with `trajectory.not-found`.
   */
  async incidents(asker: Asker, id: Id): Promise<TrajectoryFacts> {
    if (asker.role !== 'employer') return this.trajectory(asker, id);
    const now = await trajectoryNow(this.readStore.reader, id);
    const inSight =
      now &&
      !(await isOutOfUse(this.readStore.reader, asker, now.facts.candidateId)) &&
      maySee(asker, trajectoryScope(now.facts, { today: this.clock.today() }));
    return inSight ? now.facts : refuseAccess('trajectory.not-found');
  }

  /** Those of a candidate's trajectories that the asker may read; refuses with `candidate.not-found` when none. */
  async ofCandidate<Record extends { readonly facts: TrajectoryFacts }>(
    asker: Asker,
    records: readonly Record[],
  ): Promise<readonly Record[]> {
    const today = this.clock.today();
    const seen = await Promise.all(
      records.map(
        async ({ facts }) => !isFormerCoach(asker, facts, today) && (await this.sees(asker, facts)),
      ),
    );
    const visible = records.filter((_, index) => seen[index]);
    return visible.length > 0 ? visible : refuseAccess('candidate.not-found');
  }

  private async sees(asker: Asker, facts: TrajectoryFacts): Promise<boolean> {
    // What an employer may read of a dossier is a narrow view of its own: its incidents, and nothing else here.
    if (asker.role === 'employer' || asker.role === 'administrator') return false;
    if (await isOutOfUse(this.readStore.reader, asker, facts.candidateId)) return false;
    const today = this.clock.today();
    if (maySee(asker, trajectoryScope(facts, { today }))) return true;
    if (asker.role === 'coach') return false;
    if (asker.role === 'candidate') return this.isOf(asker.candidateId, facts);
    return maySee(asker, trajectoryScope(facts, { today, continuedBy: await this.continuedBy(facts.id) }));
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

/** A candidate who was let through is the trajectory's own, under whichever registration it was opened. */
function asKnownTo({ role, candidateId }: Asker, facts: TrajectoryFacts): TrajectoryFacts {
  return role === 'candidate' && candidateId !== undefined ? { ...facts, candidateId } : facts;
}

/** True of a coach whose every assignment and substitution is over; one that is to come is no reason to wait. */
function isFormerCoach({ role, coachId }: Asker, facts: TrajectoryFacts, today: CalendarDate): boolean {
  if (role !== 'coach' || coachId === undefined) return false;
  if (trajectoryScope(facts, { today }).coachIdsNow?.includes(coachId)) return false;
  return [...facts.assignments, ...facts.substitutions].every(
    (stretch) => stretch.coachId !== coachId || stretch.from <= today,
  );
}
