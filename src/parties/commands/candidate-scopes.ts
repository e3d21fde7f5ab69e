import { Inject, Injectable } from '@nestjs/common';
import { type Scope, trajectoryScope } from '../../../domain/access/index.js';
import type { Id } from '../../../domain/shared/ids.js';
import { familiesOf } from '../../../projections/merges/merges.query.js';
import { factsOfCandidates } from '../../../projections/trajectory/trajectory.query.js';
import { READ_STORE, type ReadStore } from '../../read-store/read-store.js';
import { Recorders } from '../../recording/recorders.js';
import { CLOCK, type Clock } from '../../shared/clock.js';

/** Whose a candidate is, as access goes: of who registered them, and of the parties of their trajectories. */
@Injectable()
export class CandidateScopes {
  constructor(
    private readonly recorders: Recorders,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The scope of a registered candidate, every registration of the same person taken together. */
  async of(candidateId: Id): Promise<Scope> {
    const db = this.readStore.reader;
    const ids = (await familiesOf(db, [candidateId])).get(candidateId)?.ids ?? [candidateId];
    const today = this.clock.today();
    const streams = await Promise.all(ids.map((id) => this.recorders.candidates.load(id)));
    const registered = streams.map(({ state }) => state.registered);
    const scopes = (await factsOfCandidates(db, ids)).map((facts) => trajectoryScope(facts, { today }));
    return {
      organisationIds: [
        ...registered.flatMap((by) => by?.organisationId ?? []),
        ...scopes.flatMap(({ organisationIds = [] }) => organisationIds),
      ],
      funderIds: [
        ...registered.flatMap((by) => by?.funderId ?? []),
        ...scopes.flatMap(({ funderIds = [] }) => funderIds),
      ],
      candidateId,
      coachIds: scopes.flatMap(({ coachIds = [] }) => coachIds),
      coachIdsNow: scopes.flatMap(({ coachIdsNow = [] }) => coachIdsNow),
    };
  }
}
