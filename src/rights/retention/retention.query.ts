import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../domain/access/index.js';
import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { candidatesById } from '../../../projections/candidate/candidate.query.js';
import { closedCandidatesPage, erasedAmong } from '../../../projections/rights/retention.query.js';
import type { Reader } from '../../access/reader.js';
import { CandidateSight } from '../../parties/queries/candidates/candidate-sight.js';
import { READ_STORE, type ReadStore } from '../../read-store/read-store.js';
import { type PersonErasable, RetentionTerms } from './retention-terms.js';

/** Whose file may be erased on this day by the rules, by candidate? For coordinators and administrators. */
export class RetentionList extends Query<readonly PersonErasable[]> {
  constructor(
    readonly reader: Reader,
    readonly page: { readonly on: CalendarDate; readonly after: Id | undefined; readonly limit: number },
  ) {
    super();
  }
}

/** From which day may this file be erased, or why is there none? Refuses with `candidate.not-found`. */
export class RetentionOfCandidate extends Query<PersonErasable> {
  constructor(
    readonly reader: Reader,
    readonly candidateId: Id,
    readonly on: CalendarDate,
  ) {
    super();
  }
}

@QueryHandler(RetentionList)
export class RetentionListHandler implements IQueryHandler<RetentionList> {
  constructor(
    private readonly terms: RetentionTerms,
    private readonly sight: CandidateSight,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  async execute({ reader, page }: RetentionList): Promise<readonly PersonErasable[]> {
    const { on, limit } = page;
    const { role } = reader;
    if (role !== 'coordinator' && role !== 'administrator') return refuseAccess('role.may-not');
    reader.reading.decide();
    const due: PersonErasable[] = [];
    for (let after = page.after; ; ) {
      const ids = await closedCandidatesPage(this.readStore.reader, { on, after, limit });
      due.push(...(await this.due(reader, ids, on)));
      after = ids.at(-1);
      if (after === undefined || ids.length < limit || due.length >= limit) return due.slice(0, limit);
    }
  }

  /** Of these candidates the people whose day has come, who are in sight and not forgotten yet. */
  private async due(
    reader: Reader,
    ids: readonly Id[],
    on: CalendarDate,
  ): Promise<readonly PersonErasable[]> {
    const people = (await this.terms.of(ids, on)).filter(
      ({ candidateId, from }) => from !== undefined && from <= on && ids.includes(candidateId),
    );
    const erased = await erasedAmong(this.readStore.reader, ids);
    const left = people.filter(({ candidateId }) => !erased.has(candidateId));
    const seen =
      reader.role === 'administrator'
        ? left.map(({ candidateId }) => candidateId)
        : (
            await this.sight.seen(
              reader,
              left.map(({ candidateId }) => candidateId),
            )
          ).map(({ id }) => id);
    return left
      .filter(({ candidateId }) => seen.includes(candidateId))
      .sort((a, b) => (a.candidateId < b.candidateId ? -1 : 1));
  }
}

@QueryHandler(RetentionOfCandidate)
export class RetentionOfCandidateHandler implements IQueryHandler<RetentionOfCandidate> {
  constructor(
    private readonly terms: RetentionTerms,
    private readonly sight: CandidateSight,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  async execute({ reader, candidateId, on }: RetentionOfCandidate): Promise<PersonErasable> {
    if (reader.role === 'administrator') reader.reading.decide();
    const isThere =
      reader.role === 'administrator'
        ? (await candidatesById(this.readStore.reader, [candidateId])).length > 0
        : (await this.sight.seen(reader, [candidateId])).length > 0;
    const [person] = isThere ? await this.terms.of([candidateId], on) : [];
    return person ?? refuseAccess('candidate.not-found');
  }
}
