import { Command } from '@nestjs/cqrs';
import type { OrganisationCommand } from '../../../../domain/organisation/commands.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import type { Asking } from '../asking.js';

type WithoutToday<Intent> = Intent extends OrganisationCommand ? Omit<Intent, 'today'> : never;

/** What somebody asks of a registered organisation; the day is added by the handler. */
export type OrganisationIntent = WithoutToday<Exclude<OrganisationCommand, { type: 'RegisterOrganisation' }>>;

/** One command on one organisation. */
export class ActOnOrganisation extends Command<Recorded> {
  constructor(
    readonly organisationId: Id,
    readonly intent: OrganisationIntent,
    readonly asking: Asking,
  ) {
    super();
  }
}
