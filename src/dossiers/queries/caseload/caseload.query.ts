import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Id } from '../../../../domain/shared/ids.js';
import {
  type CaseloadEntry,
  type CaseloadQuestion,
  caseloadPage,
} from '../../../../projections/caseload/caseload.query.js';
import { familiesOf } from '../../../../projections/merges/merges.query.js';
import type { Asker } from '../../../identity/asker.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';

/** Which trajectories are there, and who reaches a limit first? */
export class Caseload extends Query<readonly CaseloadEntry[]> {
  constructor(
    readonly asker: Asker,
    readonly question: CaseloadQuestion,
  ) {
    super();
  }
}

@QueryHandler(Caseload)
export class CaseloadHandler implements IQueryHandler<Caseload> {
  constructor(@Inject(READ_STORE) private readonly readStore: ReadStore) {}

  async execute({ asker, question }: Caseload): Promise<readonly CaseloadEntry[]> {
    if (asker.role === 'candidate') return this.ofCandidate(asker.candidateId, question);
    const own = ownOf(asker);
    if (own === undefined) return [];
    // A filter on somebody else's party asks for nothing that this asker may see.
    for (const [filter, id] of Object.entries(own)) {
      const asked = question[filter as keyof Own];
      if (asked !== undefined && asked !== id) return [];
    }
    return caseloadPage(this.readStore.reader, { ...question, ...own });
  }

  /** Those of every registration of the candidate. */
  private async ofCandidate(
    candidateId: Id | undefined,
    question: CaseloadQuestion,
  ): Promise<readonly CaseloadEntry[]> {
    if (candidateId === undefined) return [];
    const db = this.readStore.reader;
    const family = (await familiesOf(db, [candidateId])).get(candidateId);
    return caseloadPage(db, { ...question, candidateIds: family?.ids ?? [candidateId] });
  }
}

type Own = { readonly [Filter in 'organisationId' | 'funderId' | 'coachId']?: Id };

/** The filter that keeps the caseload within what the asker may see; undefined when that is nothing. */
function ownOf({ role, organisationId, funderId, coachId }: Asker): Own | undefined {
  if (role === 'coordinator') return organisationId ? { organisationId } : undefined;
  if (role === 'case-director' || role === 'auditor') return funderId ? { funderId } : undefined;
  if (role === 'coach') return coachId ? { coachId } : undefined;
  return undefined;
}
