import { Command } from '@nestjs/cqrs';
import type { CoachRegistered } from '../../../../domain/coach/events.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import type { Asking } from '../asking.js';

/** Registers a coach who works for an organisation. */
export class RegisterCoach extends Command<Recorded> {
  constructor(
    readonly coachId: Id,
    readonly details: CoachRegistered['data'],
    readonly asking: Asking,
  ) {
    super();
  }
}
