import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { CalendarDate } from '../../../../domain/shared/calendar.js';
import { byId, type Id } from '../../../../domain/shared/ids.js';
import { organisationById } from '../../../../projections/organisation/organisation.query.js';
import { seesComplaints } from '../../../access/party-sight.js';
import type { Reader } from '../../../access/reader.js';
import { knownOrNull } from '../../../privacy/known.js';
import { Sealer } from '../../../privacy/sealer.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';

/** A complaint as it is answered; the text null when it was forgotten. */
export interface OpenComplaint {
  readonly id: Id;
  readonly on: CalendarDate;
  readonly summary: string | null;
}

/** What was complained about an organisation, by id; refuses with `organisation.not-found`. */
export class ComplaintsOfOrganisation extends Query<readonly OpenComplaint[]> {
  constructor(
    readonly reader: Reader,
    readonly organisationId: Id,
  ) {
    super();
  }
}

@QueryHandler(ComplaintsOfOrganisation)
export class ComplaintsOfOrganisationHandler implements IQueryHandler<ComplaintsOfOrganisation> {
  constructor(
    private readonly sealer: Sealer,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  async execute({ reader, organisationId }: ComplaintsOfOrganisation): Promise<readonly OpenComplaint[]> {
    const organisation = await organisationById(this.readStore.reader, organisationId);
    if (organisation === undefined || !seesComplaints(reader, organisationId)) {
      return refuseAccess('organisation.not-found');
    }
    const complaints = [...organisation.complaints].sort(byId);
    const summaries = await this.sealer.openAll<string>(complaints.map(({ summary }) => summary));
    return complaints.map(({ id, on }, index) => ({ id, on, summary: knownOrNull(summaries[index]) }));
  }
}
