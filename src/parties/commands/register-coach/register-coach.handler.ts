import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refuseUnknown } from '../../../recording/party-refusals.js';
import { Recorders } from '../../../recording/recorders.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';
import { recordingOf } from '../asking.js';
import { permit } from '../permit.js';
import { RegisterCoach } from './register-coach.command.js';

@CommandHandler(RegisterCoach)
export class RegisterCoachHandler implements ICommandHandler<RegisterCoach> {
  constructor(
    private readonly recorders: Recorders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ coachId, details, asking }: RegisterCoach): Promise<Recorded> {
    const { organisationId } = details;
    permit('RegisterCoach', asking.asker, { organisationIds: [organisationId] });
    const organisation = await this.recorders.organisations.load(organisationId);
    if (organisation.revision === undefined) refuseUnknown('organisation.unknown', 'organisationId');
    return this.recorders.coaches.record(
      coachId,
      () => ({ type: 'RegisterCoach', ...details }),
      recordingOf(asking, this.clock),
    );
  }
}
