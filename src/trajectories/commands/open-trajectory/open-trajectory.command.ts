import { Command } from '@nestjs/cqrs';
import type { CalendarDate } from '../../../../domain/shared/calendar.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import type { Asking } from '../act-on-trajectory/act-on-trajectory.command.js';

/** What a new trajectory is. */
export interface Opening {
  readonly trajectoryId: Id;
  readonly candidateId: Id;
  readonly funderId: Id;
  readonly organisationId: Id;
  readonly openedOn: CalendarDate;
  readonly continues?: Id;
}

/** Opens a trajectory under the rules that its funder has on the opening day. */
export class OpenTrajectory extends Command<Recorded> {
  constructor(
    readonly opening: Opening,
    readonly asking: Asking,
  ) {
    super();
  }
}
