import { Command } from '@nestjs/cqrs';
import type { RegisterEmployer } from '../../../../domain/employer/commands.js';
import type { RegisterFunder } from '../../../../domain/funder/commands.js';
import type { RegisterOrganisation } from '../../../../domain/organisation/commands.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import type { Asking } from '../asking.js';

/** A party whose registration depends on no other party. */
export type PartyRegistration = RegisterFunder | RegisterOrganisation | RegisterEmployer;

/** Registers a funder, an organisation or an employer on a stream of its own. */
export class RegisterParty extends Command<Recorded> {
  constructor(
    readonly partyId: Id,
    readonly registration: PartyRegistration,
    readonly asking: Asking,
  ) {
    super();
  }
}
