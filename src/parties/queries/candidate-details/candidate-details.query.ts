import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { CalendarDate } from '../../../../domain/shared/calendar.js';
import { byId, type Id } from '../../../../domain/shared/ids.js';
import type { ContactChannel } from '../../../../domain/shared/lists.js';
import type { Reader } from '../../../access/reader.js';
import { knownOrNull } from '../../../privacy/known.js';
import { CandidateSight } from '../candidates/candidate-sight.js';
import { type OpenMerge, openedMerges } from '../opened-merges.js';

/** A consent as it is answered; the purpose null when it was forgotten. */
export interface OpenConsent {
  readonly id: Id;
  readonly purpose: string | null;
  readonly given: boolean;
  readonly on: CalendarDate;
}

/** What a candidate stated, and what was merged, of all registrations together, each list by id. */
export interface CandidateDetails {
  readonly consents: readonly OpenConsent[];
  /** Of the registration that stays, else of another; null when it was never stated. */
  readonly contactChannel: ContactChannel | null;
  readonly merges: readonly OpenMerge[];
}

/** What did this candidate state, and what was merged? Refuses with `candidate.not-found`. */
export class DetailsOfCandidate extends Query<CandidateDetails> {
  constructor(
    readonly reader: Reader,
    readonly candidateId: Id,
  ) {
    super();
  }
}

@QueryHandler(DetailsOfCandidate)
export class DetailsOfCandidateHandler implements IQueryHandler<DetailsOfCandidate> {
  constructor(private readonly sight: CandidateSight) {}

  async execute({ reader, candidateId }: DetailsOfCandidate): Promise<CandidateDetails> {
    const [seen] = await this.sight.seen(reader, [candidateId]);
    if (seen === undefined) return refuseAccess('candidate.not-found');
    const { registrations, sight } = seen;
    const consents = registrations.flatMap((one) => one.consents).sort(byId);
    const merges = registrations.flatMap((one) => one.merges).sort(byId);
    const purposes = await sight.texts.openAll<string>(consents.map(({ purpose }) => purpose));
    return {
      consents: consents.map((consent, index) => ({ ...consent, purpose: knownOrNull(purposes[index]) })),
      contactChannel: registrations.find((one) => one.contactChannel !== null)?.contactChannel ?? null,
      merges: await openedMerges(sight.texts, merges),
    };
  }
}
