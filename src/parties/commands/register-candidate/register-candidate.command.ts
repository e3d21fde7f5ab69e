import { Command } from '@nestjs/cqrs';
import type { CandidateRegistered } from '../../../../domain/candidate/events.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import type { Asking } from '../asking.js';

/** What is stated about a new candidate; who registers follows from who asks. */
export type CandidateDetails = Omit<CandidateRegistered['data'], 'organisationId' | 'funderId'>;

/** Registers a candidate for the organisation or the funder that asks. */
export class RegisterCandidate extends Command<Recorded> {
  constructor(
    readonly candidateId: Id,
    readonly details: CandidateDetails,
    readonly asking: Asking,
  ) {
    super();
  }
}
