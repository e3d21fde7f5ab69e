import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import {
  type OrganisationView,
  organisationById,
  organisationsPage,
} from '../../../../projections/organisation/organisation.query.js';
import type { IdPage } from '../../../../projections/shared/id-page.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';

/** Which coaching organisations are there? By id. */
export class Organisations extends Query<readonly OrganisationView[]> {
  constructor(readonly page: IdPage) {
    super();
  }
}

/** One organisation with its recognitions; refuses with `organisation.not-found`. */
export class OrganisationOfId extends Query<OrganisationView> {
  constructor(readonly organisationId: Id) {
    super();
  }
}

@QueryHandler(Organisations)
export class OrganisationsHandler implements IQueryHandler<Organisations> {
  constructor(@Inject(READ_STORE) private readonly readStore: ReadStore) {}

  execute({ page }: Organisations): Promise<readonly OrganisationView[]> {
    return organisationsPage(this.readStore.reader, page);
  }
}

@QueryHandler(OrganisationOfId)
export class OrganisationOfIdHandler implements IQueryHandler<OrganisationOfId> {
  constructor(@Inject(READ_STORE) private readonly readStore: ReadStore) {}

  async execute({ organisationId }: OrganisationOfId): Promise<OrganisationView> {
    const organisation = await organisationById(this.readStore.reader, organisationId);
    return organisation ?? refuseAccess('organisation.not-found');
  }
}
