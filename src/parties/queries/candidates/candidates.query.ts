import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import { candidatesByReference } from '../../../../projections/candidate/candidate.query.js';
import type { Asker } from '../../../identity/asker.js';
import { Sealer } from '../../../privacy/sealer.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';
import { type CandidateInSight, CandidateSight } from './candidate-sight.js';

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
    const found = await candidatesByReference(this.readStore.reader, index);
    const ids = found.map(({ id }) => id);
    return this.sight.answered(asker, await this.sight.seen(asker, ids));
  }
}

@QueryHandler(CandidateOfId)
export class CandidateOfIdHandler implements IQueryHandler<CandidateOfId> {
  constructor(private readonly sight: CandidateSight) {}

  async execute({ asker, candidateId }: CandidateOfId) {
    const seen = await this.sight.seen(asker, [candidateId]);
    const [candidate] = await this.sight.answered(asker, seen);
    const revision = seen[0]?.registrations[0]?.revision;
    if (candidate === undefined || revision === undefined) return refuseAccess('candidate.not-found');
    return { candidate, revision };
  }
}
