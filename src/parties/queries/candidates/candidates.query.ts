import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import { candidatesByReference } from '../../../../projections/candidate/candidate.query.js';
import type { Reader } from '../../../access/reader.js';
import { Sealer } from '../../../privacy/sealer.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';
import { type CandidateInSight, CandidateSight, seesReferences } from './candidate-sight.js';

/** The candidates of a reference that the asker may know of, by id. */
export class CandidatesOfReference extends Query<readonly CandidateInSight[]> {
  constructor(
    readonly reader: Reader,
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
    readonly reader: Reader,
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

  async execute({ reader, reference }: CandidatesOfReference): Promise<readonly CandidateInSight[]> {
    reader.reading.decide();
    // Finding somebody by their number tells who they are.
    if (!seesReferences(reader)) return [];
    const index = await this.sealer.blindIndex(reference);
    if (index === null) return [];
    const found = await candidatesByReference(this.readStore.reader, index);
    const ids = found.map(({ id }) => id);
    return this.sight.answered(reader, await this.sight.seen(reader, ids));
  }
}

@QueryHandler(CandidateOfId)
export class CandidateOfIdHandler implements IQueryHandler<CandidateOfId> {
  constructor(private readonly sight: CandidateSight) {}

  async execute({ reader, candidateId }: CandidateOfId) {
    const seen = await this.sight.seen(reader, [candidateId]);
    const [candidate] = await this.sight.answered(reader, seen);
    const revision = seen[0]?.registrations[0]?.revision;
    if (candidate === undefined || revision === undefined) return refuseAccess('candidate.not-found');
    return { candidate, revision };
  }
}
