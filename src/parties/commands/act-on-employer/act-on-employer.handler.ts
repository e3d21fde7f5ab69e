import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import { refuseUnknown } from '../../../recording/party-refusals.js';
import { Recorders } from '../../../recording/recorders.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';
import { recordingOf } from '../asking.js';
import { permit } from '../permit.js';
import { ActOnEmployer, type EmployerIntent } from './act-on-employer.command.js';

/** An employer belongs to nobody: whoever may register one may say who is reached there. */
@CommandHandler(ActOnEmployer)
export class ActOnEmployerHandler implements ICommandHandler<ActOnEmployer> {
  constructor(
    private readonly recorders: Recorders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ employerId, intent, asking }: ActOnEmployer): Promise<Recorded> {
    const { employers, coaches } = this.recorders;
    if ((await employers.load(employerId)).revision === undefined) refuseAccess('employer.not-found');
    permit(intent.type, asking.asker, {});
    const coachId = coachIn(intent);
    if (coachId && (await coaches.load(coachId)).revision === undefined) {
      refuseUnknown('coach.unknown', 'coachId');
    }
    const today = this.clock.today();
    return employers.record(employerId, () => ({ ...intent, today }), recordingOf(asking, this.clock));
  }
}

/** The coach that the intent names. */
function coachIn(intent: EmployerIntent): Id | null | undefined {
  if (intent.type === 'PreferCoach') return intent.coachId;
  return intent.type === 'CorrectCoachPreference' ? intent.changes.coachId : undefined;
}
