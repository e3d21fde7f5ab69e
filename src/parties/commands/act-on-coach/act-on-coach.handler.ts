import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import { organisationOn } from '../../../../domain/coach/state.js';
import type { Id } from '../../../../domain/shared/ids.js';
import { refuseUnknown } from '../../../recording/party-refusals.js';
import { Recorders } from '../../../recording/recorders.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';
import { recordingOf } from '../asking.js';
import { permit } from '../permit.js';
import { ActOnCoach, type CoachIntent } from './act-on-coach.command.js';

/** A coach is a matter of the organisation that the coach works for today. */
@CommandHandler(ActOnCoach)
export class ActOnCoachHandler implements ICommandHandler<ActOnCoach> {
  constructor(
    private readonly recorders: Recorders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ coachId, intent, asking }: ActOnCoach): Promise<Recorded> {
    const today = this.clock.today();
    const { state } = await this.recorders.coaches.load(coachId);
    const organisationId = organisationOn(state, today);
    if (organisationId === undefined) return refuseAccess('coach.not-found');
    permit(intent.type, asking.asker, { organisationIds: [organisationId], actingCoachId: coachId });
    await this.checkNamed(intent);
    return this.recorders.coaches.record(
      coachId,
      () => ({ ...intent, today }),
      recordingOf(asking, this.clock),
    );
  }

  /** Refuses when the intent names somebody who is not registered. */
  private async checkNamed(intent: CoachIntent): Promise<void> {
    const { candidates, employers, organisations } = this.recorders;
    const { organisationId, candidateId, employerId } = namedIn(intent);
    if (organisationId && (await organisations.load(organisationId)).revision === undefined) {
      refuseUnknown('organisation.unknown', 'organisationId');
    }
    if (candidateId && (await candidates.load(candidateId)).revision === undefined) {
      refuseUnknown('candidate.unknown', 'candidateId');
    }
    if (employerId && (await employers.load(employerId)).revision === undefined) {
      refuseUnknown('employer.unknown', 'employerId');
    }
  }
}

interface Named {
  readonly organisationId?: Id | null | undefined;
  readonly candidateId?: Id | null | undefined;
  readonly employerId?: Id | null | undefined;
}

/** The parties that the intent names. */
function namedIn(intent: CoachIntent): Named {
  switch (intent.type) {
    case 'EmployCoach':
    case 'DeclareTie':
      return intent;
    case 'CorrectCoachEmployment':
    case 'CorrectTie':
      return intent.changes;
    default:
      return {};
  }
}
