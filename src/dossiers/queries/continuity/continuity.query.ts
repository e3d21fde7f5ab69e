import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Continuity } from '../../../../domain/continuity/continuity.js';
import { continuityOf } from '../../../../domain/continuity/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Reader } from '../../../access/reader.js';
import { type AsOf, Dossiers } from '../../dossiers.js';

/** Was the coach kept when the candidate's job changed, across trajectories, funders and employers? */
export class ContinuityOfCandidate extends Query<Continuity> {
  constructor(
    readonly reader: Reader,
    readonly candidateId: Id,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(ContinuityOfCandidate)
export class ContinuityOfCandidateHandler implements IQueryHandler<ContinuityOfCandidate> {
  constructor(private readonly dossiers: Dossiers) {}

  async execute({ reader, candidateId, asOf }: ContinuityOfCandidate): Promise<Continuity> {
    return continuityOf(await this.dossiers.candidate(reader, candidateId, asOf));
  }
}
