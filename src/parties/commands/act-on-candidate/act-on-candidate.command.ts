import { Command } from '@nestjs/cqrs';
import type { CorrectConsent, GiveConsent, PreferContact } from '../../../../domain/candidate/commands.js';
import type {
  AskForErasure,
  AskForRestriction,
  DecideErasureFirst,
  DecideErasureSecond,
  DecideRestriction,
  HoldFile,
  LiftRestriction,
  StopErasure,
  WithdrawErasure,
  WithdrawRestriction,
} from '../../../../domain/candidate/rights/commands.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import type { Asking } from '../asking.js';

type AsAsked<Command> = Command extends unknown ? Omit<Command, 'today' | 'by' | 'waitingDays'> : never;

/**
 * What candidates state of themselves and ask for, and what is decided on that; the day, who asks and how long is waited
 * are added by the handler.
 */
export type CandidateIntent = AsAsked<
  | GiveConsent
  | CorrectConsent
  | PreferContact
  | AskForErasure
  | WithdrawErasure
  | DecideErasureFirst
  | DecideErasureSecond
  | StopErasure
  | AskForRestriction
  | WithdrawRestriction
  | DecideRestriction
  | LiftRestriction
  | HoldFile
>;

/** One command on a candidate's own stream. */
export class ActOnCandidate extends Command<Recorded> {
  constructor(
    readonly candidateId: Id,
    readonly intent: CandidateIntent,
    readonly asking: Asking,
  ) {
    super();
  }
}
