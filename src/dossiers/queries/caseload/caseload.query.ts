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
import { CLOCK, type Clock } from '../../../shared/clock.js';

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
  constructor(
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ asker, question }: Caseload): Promise<readonly CaseloadEntry[]> {
    if (asker.role === 'candidate') return this.ofCandidate(asker.candidateId, question);
    const own = this.ownOf(asker, question);
    return own === undefined ? [] : caseloadPage(this.readStore.reader, { ...question, ...own });
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

  /** What keeps the caseload within what the asker may see; undefined when that is nothing. */
  private ownOf(asker: Asker, question: CaseloadQuestion): Partial<CaseloadQuestion> | undefined {
    const today = this.clock.today();
    const { role, organisationId, funderId, coachId } = asker;
    if (role === 'coordinator')
      return organisationId === undefined ? undefined : { inSight: { today, organisationId } };
    if (role === 'coach') return coachId === undefined ? undefined : { inSight: { today, coachId } };
    if (role !== 'case-director' && role !== 'auditor') return undefined;
    // A filter on another funder asks for nothing that this asker may see.
    const isOther = question.funderId !== undefined && question.funderId !== funderId;
    return funderId === undefined || isOther ? undefined : { funderId };
  }
}
