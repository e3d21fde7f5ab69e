import { Command } from '@nestjs/cqrs';
import type { CoachCommand } from '../../../../domain/coach/commands.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import type { Asking } from '../asking.js';

type WithoutToday<Intent> = Intent extends CoachCommand ? Omit<Intent, 'today'> : never;

/** What somebody asks of a registered coach; the day is added by the handler. */
export type CoachIntent = WithoutToday<Exclude<CoachCommand, { type: 'RegisterCoach' }>>;

/** One command on one coach. */
export class ActOnCoach extends Command<Recorded> {
  constructor(
    readonly coachId: Id,
    readonly intent: CoachIntent,
    readonly asking: Asking,
  ) {
    super();
  }
}
