import { Inject, Injectable } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import {
  type CandidateView,
  candidateById,
  candidatesByReference,
} from '../../../../projections/candidate/candidate.query.js';
import { factsOfCandidates } from '../../../../projections/trajectory/trajectory.query.js';
import { trajectoriesInSight } from '../../../access/party-sight.js';
import type { Asker } from '../../../identity/asker.js';
import { FORGOTTEN } from '../../../privacy/forgotten.js';
import { Sealer } from '../../../privacy/sealer.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';

/** A candidate by the organisation's own number, with the trajectories in sight; `reference` null when it was erased. */
export interface CandidateInSight {
  readonly id: Id;
  readonly reference: string | null;
  readonly trajectoryIds: readonly Id[];
}

/** The candidates of a reference that the asker may know of, by id. */
export class CandidatesOfReference extends Query<readonly CandidateInSight[]> {
  constructor(
    readonly asker: Asker,
    readonly reference: string,
  ) {
    super();
  }
}

/** One candidate, and the revision of the stream; refuses with `candidate.not-found`. */
export class CandidateOfId extends Query<{
  readonly candidate: CandidateInSight;
  readonly revision: number;
}> {
  constructor(
    readonly asker: Asker,
    readonly candidateId: Id,
  ) {
    super();
  }
}

/** Leaves out of some candidates whoever the asker may not know of. */
@Injectable()
export class CandidateSight {
  constructor(
    private readonly sealer: Sealer,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those in sight, in the same order, with their references opened. Two queries, however many there are. */
  async of(asker: Asker, candidates: readonly CandidateView[]): Promise<readonly CandidateInSight[]> {
    const facts = await factsOfCandidates(
      this.readStore.reader,
      candidates.map(({ id }) => id),
    );
    const today = this.clock.today();
    const seen = candidates.flatMap((candidate) => {
      const own = facts.filter(({ candidateId }) => candidateId === candidate.id);
      const trajectoryIds = trajectoriesInSight(asker, candidate, own, today);
      return trajectoryIds === undefined ? [] : [{ candidate, trajectoryIds }];
    });
    const references = await this.sealer.openAll(seen.map(({ candidate }) => candidate.reference));
    return seen.map(({ candidate: { id }, trajectoryIds }, index) => {
      const reference = references[index];
      return {
        id,
        reference: reference === FORGOTTEN || reference === undefined ? null : reference,
        trajectoryIds,
      };
    });
  }
}

@QueryHandler(CandidatesOfReference)
export class CandidatesOfReferenceHandler implements IQueryHandler<CandidatesOfReference> {
  constructor(
    private readonly sight: CandidateSight,
    private readonly sealer: Sealer,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  async execute({ asker, reference }: CandidatesOfReference): Promise<readonly CandidateInSight[]> {
    const index = await this.sealer.blindIndex(reference);
    if (index === null) return [];
    return this.sight.of(asker, await candidatesByReference(this.readStore.reader, index));
  }
}

@QueryHandler(CandidateOfId)
export class CandidateOfIdHandler implements IQueryHandler<CandidateOfId> {
  constructor(
    private readonly sight: CandidateSight,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  async execute({ asker, candidateId }: CandidateOfId) {
    const found = await candidateById(this.readStore.reader, candidateId);
    if (found === undefined) return refuseAccess('candidate.not-found');
    const [candidate] = await this.sight.of(asker, [found]);
    if (candidate === undefined) return refuseAccess('candidate.not-found');
    return { candidate, revision: found.revision };
  }
}
