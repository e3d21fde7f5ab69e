import { Command } from '@nestjs/cqrs';
import type {
  EndOrganisationRecognition,
  RecogniseOrganisation,
} from '../../../../domain/organisation/commands.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { Recorded } from '../../../recording/stream-lane.js';
import type { Asking } from '../asking.js';

/** What somebody asks of an organisation; the day is added by the handler. */
export type OrganisationIntent = RecogniseOrganisation | Omit<EndOrganisationRecognition, 'today'>;

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
