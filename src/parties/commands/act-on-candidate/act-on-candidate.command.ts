import { Command } from '@nestjs/cqrs';
import type { CorrectConsent, GiveConsent, PreferContact } from '../../../../domain/candidate/commands.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import type { Asking } from '../asking.js';

/** What candidates state of themselves; the day is added by the handler. */
export type CandidateIntent = Omit<GiveConsent, 'today'> | Omit<CorrectConsent, 'today'> | PreferContact;

/** One command of a candidate on their own file. */
export class ActOnCandidate extends Command<Recorded> {
  constructor(
    readonly candidateId: Id,
    readonly intent: CandidateIntent,
    readonly asking: Asking,
  ) {
    super();
  }
}
