import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../domain/access/index.js';
import type { ErasureStatus, RestrictionStatus } from '../../../domain/candidate/rights/lists.js';
import { addMonths } from '../../../domain/shared/calendar.js';
import type { Id } from '../../../domain/shared/ids.js';
import { candidatesById } from '../../../projections/candidate/candidate.query.js';
import { familiesOf } from '../../../projections/merges/merges.query.js';
import {
  type ErasureView,
  erasuresOf,
  erasuresPage,
  type RestrictionView,
  restrictionsOf,
  restrictionsPage,
} from '../../../projections/rights/rights.query.js';
import type { Reader } from '../../access/reader.js';
import { CandidateSight } from '../../parties/queries/candidates/candidate-sight.js';
import { knownOrNull } from '../../privacy/known.js';
import { Sealer } from '../../privacy/sealer.js';
import { READ_STORE, type ReadStore } from '../../read-store/read-store.js';
import { SERVICE_STORE, type ServiceStore } from '../../service-store/service-store.js';
import type { ErasureRequestAnswer, RestrictionAnswer } from '../answers/rights.answer.js';
import { doneKey, erasuresDone } from '../erasing/erasures-done.js';

/** Which requests a question is about: those of one candidate, or a page of all that the reader may see. */
export interface WhichRequests<Status> {
  readonly candidateId?: Id | undefined;
  readonly status?: Status | undefined;
  readonly after?: Id | undefined;
  readonly limit: number;
}

/** What was asked to be forgotten, and what became of it? For one candidate refuses with `candidate.not-found`. */
export class ErasureRequests extends Query<readonly ErasureRequestAnswer[]> {
  constructor(
    readonly reader: Reader,
    readonly which: WhichRequests<ErasureStatus>,
  ) {
    super();
  }
}

/** The same of requests to keep a file and not use it. */
export class Restrictions extends Query<readonly RestrictionAnswer[]> {
  constructor(
    readonly reader: Reader,
    readonly which: WhichRequests<RestrictionStatus>,
  ) {
    super();
  }
}

/** The candidate and who decides first; who decides second sees no dossier, and so numbers alone. */
const READS: readonly string[] = ['candidate', 'coordinator', 'administrator'];

/** Finds the requests that somebody may see. */
class RequestsInSight {
  constructor(
    private readonly sight: CandidateSight,
    private readonly readStore: ReadStore,
  ) {}

  /** What a question is about, read by the registrations of the candidate or page by page. */
  async of<View extends { readonly id: Id; readonly candidateId: Id }>(
    reader: Reader,
    which: WhichRequests<unknown>,
    read: {
      readonly ofCandidates: (ids: readonly Id[]) => Promise<readonly View[]>;
      readonly page: (after: Id | undefined) => Promise<readonly View[]>;
    },
  ): Promise<readonly View[]> {
    // Who sees requests of nobody, and who decides by number alone, is decided here.
    reader.reading.decide();
    return which.candidateId === undefined
      ? this.page(reader, which, read.page)
      : read.ofCandidates(await this.registrations(reader, which.candidateId));
  }

  /** Every registration of a candidate of whom the reader may see the requests. */
  private async registrations(reader: Reader, candidateId: Id): Promise<readonly Id[]> {
    const db = this.readStore.reader;
    if (!READS.includes(reader.role)) return refuseAccess('candidate.not-found');
    if (reader.role === 'administrator') {
      const ids = (await familiesOf(db, [candidateId])).get(candidateId)?.ids ?? [candidateId];
      return (await candidatesById(db, ids)).length > 0 ? ids : refuseAccess('candidate.not-found');
    }
    const [seen] = await this.sight.seen(reader, [candidateId]);
    return seen?.registrations.map(({ id }) => id) ?? refuseAccess('candidate.not-found');
  }

  /** Up to `limit` of the requests that `read` gives page by page, without those out of sight. */
  private async page<View extends { readonly id: Id; readonly candidateId: Id }>(
    reader: Reader,
    { after, limit }: Pick<WhichRequests<unknown>, 'after' | 'limit'>,
    read: (after: Id | undefined) => Promise<readonly View[]>,
  ): Promise<readonly View[]> {
    if (!READS.includes(reader.role)) return [];
    const filled: View[] = [];
    for (let cursor = after; ; ) {
      const page = await read(cursor);
      filled.push(...(await this.inSight(reader, page)));
      cursor = page.at(-1)?.id;
      if (cursor === undefined || page.length < limit || filled.length >= limit)
        return filled.slice(0, limit);
    }
  }

  private async inSight<View extends { readonly candidateId: Id }>(
    reader: Reader,
    page: readonly View[],
  ): Promise<readonly View[]> {
    if (reader.role === 'administrator') return page;
    const seen = await this.sight.seen(reader, [...new Set(page.map(({ candidateId }) => candidateId))]);
    const ids = new Set(seen.flatMap(({ registrations }) => registrations.map(({ id }) => id)));
    return page.filter(({ candidateId }) => ids.has(candidateId));
  }
}

@QueryHandler(ErasureRequests)
export class ErasureRequestsHandler implements IQueryHandler<ErasureRequests> {
  constructor(
    private readonly sight: CandidateSight,
    private readonly sealer: Sealer,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(SERVICE_STORE) private readonly serviceStore: ServiceStore,
  ) {}

  async execute({ reader, which }: ErasureRequests): Promise<readonly ErasureRequestAnswer[]> {
    const { status, limit } = which;
    const db = this.readStore.reader;
    const found = await new RequestsInSight(this.sight, this.readStore).of(reader, which, {
      ofCandidates: (ids) => erasuresOf(db, ids),
      page: (after) => erasuresPage(db, { status, after, limit }),
    });
    return this.answered(reader, found);
  }

  private async answered(
    { role }: Reader,
    found: readonly ErasureView[],
  ): Promise<readonly ErasureRequestAnswer[]> {
    const done = await erasuresDone(this.serviceStore);
    const sealed = found.flatMap(({ reason, laterReason }) => [reason, laterReason]);
    const texts = role === 'administrator' ? [] : await this.sealer.openAll<string | null>(sealed);
    return found.map((one, index) => ({
      ...one,
      dueOn: one.basis === 'request' ? addMonths(one.on, 1) : null,
      reason: knownOrNull(texts[2 * index]),
      laterReason: knownOrNull(texts[2 * index + 1]),
      doneAt: done.get(doneKey(one.candidateId, one.id)) ?? null,
    }));
  }
}

@QueryHandler(Restrictions)
export class RestrictionsHandler implements IQueryHandler<Restrictions> {
  constructor(
    private readonly sight: CandidateSight,
    private readonly sealer: Sealer,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  async execute({ reader, which }: Restrictions): Promise<readonly RestrictionAnswer[]> {
    const { status, limit } = which;
    const db = this.readStore.reader;
    const found = await new RequestsInSight(this.sight, this.readStore).of(reader, which, {
      ofCandidates: (ids) => restrictionsOf(db, ids),
      page: (after) => restrictionsPage(db, { status, after, limit }),
    });
    return this.answered(reader, found);
  }

  private async answered(
    { role }: Reader,
    found: readonly RestrictionView[],
  ): Promise<readonly RestrictionAnswer[]> {
    const sealed = found.flatMap((one) => [one.reason, one.decisionReason, one.endReason]);
    const texts = role === 'administrator' ? [] : await this.sealer.openAll<string | null>(sealed);
    return found.map((one, index) => ({
      ...one,
      reason: knownOrNull(texts[3 * index]),
      decisionReason: knownOrNull(texts[3 * index + 1]),
      endReason: knownOrNull(texts[3 * index + 2]),
    }));
  }
}
