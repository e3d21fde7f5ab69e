import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { maySee, refuseAccess, trajectoryScope } from '../../domain/access/index.js';
import type { Id } from '../../domain/shared/ids.js';
import type { TrajectoryFacts } from '../../domain/trajectory/facts.js';
import { trajectoryNow } from '../../projections/trajectory/trajectory.query.js';
import type { Asker } from '../identity/asker.js';
import { READ_STORE, type ReadStore } from '../read-store/read-store.js';
import { CLOCK, type Clock } from '../shared/clock.js';

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

  /** The trajectory as it is now, when the asker may read it; refuses with `trajectory.not-found`. */
  async trajectory(asker: Asker, id: Id): Promise<TrajectoryFacts> {
    const now = await trajectoryNow(this.readStore.reader, id);
    if (now !== undefined && (await this.sees(asker, now.facts))) return now.facts;
    return refuseAccess('trajectory.not-found');
  }

  /** Those of a candidate's trajectories that the asker may read; refuses with `candidate.not-found` when none. */
  async ofCandidate<Record extends { readonly facts: TrajectoryFacts }>(
    asker: Asker,
    records: readonly Record[],
  ): Promise<readonly Record[]> {
    const seen = await Promise.all(records.map(({ facts }) => this.sees(asker, facts)));
    const visible = records.filter((_, index) => seen[index]);
    return visible.length > 0 ? visible : refuseAccess('candidate.not-found');
  }

  private async sees(asker: Asker, facts: TrajectoryFacts): Promise<boolean> {
    // What an employer may read of a dossier is a narrow view of its own, which no question here answers.
    if (asker.role === 'employer' || asker.role === 'administrator') return false;
    const today = this.clock.today();
    if (maySee(asker, trajectoryScope(facts, { today }))) return true;
    if (asker.role === 'coach' || asker.role === 'candidate') return false;
    return maySee(asker, trajectoryScope(facts, { today, continuedBy: await this.continuedBy(facts.id) }));
  }

  /** Whose trajectories continue this one, directly or further on. */
  private async continuedBy(
    id: Id,
  ): Promise<readonly { readonly organisationId: Id; readonly funderId: Id }[]> {
    const { rows } = await sql<{ organisationId: Id; funderId: Id }>`
      with recursive later(trajectory_id, step) as (
        select cast(${id} as text), 0
        union
        select t.trajectory_id, later.step + 1 from trajectory t
        join later on t.continues = later.trajectory_id
        where later.step < 100
      )
      select t.organisation_id as "organisationId", t.funder_id as "funderId"
      from later join trajectory t on t.trajectory_id = later.trajectory_id where later.step > 0`.execute(
      this.readStore.reader,
    );
    return rows;
  }
}
