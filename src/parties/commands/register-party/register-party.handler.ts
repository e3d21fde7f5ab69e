import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Scope } from '../../../../domain/access/index.js';
import { unknownMember } from '../../../../domain/shared/decider.js';
import type { Id } from '../../../../domain/shared/ids.js';
import { Recorders } from '../../../recording/recorders.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import { CLOCK, type Clock } from '../../../shared/clock.js';
import { recordingOf } from '../asking.js';
import { permit } from '../permit.js';
import { type PartyRegistration, RegisterParty } from './register-party.command.js';

@CommandHandler(RegisterParty)
export class RegisterPartyHandler implements ICommandHandler<RegisterParty> {
  constructor(
    private readonly recorders: Recorders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ partyId, registration, asking }: RegisterParty): Promise<Recorded> {
    permit(registration.type, asking.asker, scopeOf(partyId, registration));
    const recording = recordingOf(asking, this.clock);
    switch (registration.type) {
      case 'RegisterFunder':
        return this.recorders.funders.record(partyId, () => registration, recording);
      case 'RegisterOrganisation':
        return this.recorders.organisations.record(partyId, () => registration, recording);
      case 'RegisterEmployer':
        return this.recorders.employers.record(partyId, () => registration, recording);
      default:
        return unknownMember(registration);
    }
  }
}

/** A new funder or organisation is its own; an employer belongs to nobody. */
function scopeOf(partyId: Id, { type }: PartyRegistration): Scope {
  switch (type) {
    case 'RegisterFunder':
      return { funderIds: [partyId] };
    case 'RegisterOrganisation':
      return { organisationIds: [partyId] };
    case 'RegisterEmployer':
      return {};
    default:
      return unknownMember(type);
  }
}
