import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Id } from '../../../../domain/shared/ids.js';
import {
  type CaseloadEntry,
  type CaseloadQuestion,
  caseloadPage,
} from '../../../../projections/caseload/caseload.query.js';
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
    const own = ownOf(asker);
    if (own === undefined) return [];
    // A filter on somebody else's party asks for nothing that this asker may see.
    for (const [filter, id] of Object.entries(own)) {
      const asked = question[filter as keyof Own];
      if (asked !== undefined && asked !== id) return [];
    }
    return caseloadPage(this.readStore.reader, { ...question, ...own });
  }
}

type Own = { readonly [Filter in 'organisationId' | 'funderId' | 'coachId' | 'candidateId']?: Id };

/** The filter that keeps the caseload within what the asker may see; undefined when that is nothing. */
function ownOf(asker: Asker): Own | undefined {
  const { role, organisationId, funderId, coachId, candidateId } = asker;
  if (role === 'coordinator') return organisationId ? { organisationId } : undefined;
  if (role === 'case-director' || role === 'auditor') return funderId ? { funderId } : undefined;
  if (role === 'coach') return coachId ? { coachId } : undefined;
  if (role === 'candidate') return candidateId ? { candidateId } : undefined;
  return undefined;
}
