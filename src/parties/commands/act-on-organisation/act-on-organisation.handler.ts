import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import { Recorders } from '../../../recording/recorders.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';
import { recordingOf } from '../asking.js';
import { permit } from '../permit.js';
import { ActOnOrganisation } from './act-on-organisation.command.js';

@CommandHandler(ActOnOrganisation)
export class ActOnOrganisationHandler implements ICommandHandler<ActOnOrganisation> {
  constructor(
    private readonly recorders: Recorders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ organisationId, intent, asking }: ActOnOrganisation): Promise<Recorded> {
    const { revision } = await this.recorders.organisations.load(organisationId);
    if (revision === undefined) refuseAccess('organisation.not-found');
    permit(intent.type, asking.asker, { organisationIds: [organisationId] });
    const today = this.clock.today();
    return this.recorders.organisations.record(
      organisationId,
      () => ({ ...intent, today }),
      recordingOf(asking, this.clock),
    );
  }
}
