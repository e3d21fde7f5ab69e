import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CalendarDate } from '../../../../domain/shared/calendar.js';
import {
  type CaseloadEntry,
  type CaseloadQuestion,
  caseloadPage,
} from '../../../../projections/caseload/caseload.query.js';
import type { ListOf } from '../../../access/list-sight.js';
import { ReadGate } from '../../../access/read-gate.js';
import type { Reader } from '../../../access/reader.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';

/** Which trajectories are there, and who reaches a limit first? */
export class Caseload extends Query<readonly CaseloadEntry[]> {
  constructor(
    readonly reader: Reader,
    readonly question: CaseloadQuestion,
  ) {
    super();
  }
}

@QueryHandler(Caseload)
export class CaseloadHandler implements IQueryHandler<Caseload> {
  constructor(
    private readonly gate: ReadGate,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ reader, question }: Caseload): Promise<readonly CaseloadEntry[]> {
    const sight = await this.gate.list(reader);
    const own = sight && withinSight(sight.of, question, this.clock.today());
    return own === undefined ? [] : caseloadPage(this.readStore.reader, own);
  }
}

/** The question kept within whose trajectories the reader sees; undefined when nothing of what it asks is among them. */
function withinSight(
  of: ListOf,
  question: CaseloadQuestion,
  today: CalendarDate,
): CaseloadQuestion | undefined {
  if ('employerIds' in of) return undefined;
  if ('organisationId' in of) return { ...question, inSight: { today, organisationId: of.organisationId } };
  if ('coachId' in of) return { ...question, inSight: { today, coachId: of.coachId } };
  if ('candidateIds' in of) return { ...question, candidateIds: of.candidateIds };
  // A filter on another funder asks for nothing that this reader may see.
  const isOther = question.funderId !== undefined && question.funderId !== of.funderId;
  return isOther ? undefined : { ...question, funderId: of.funderId };
}
