import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import {
  type EmployerView,
  employerById,
  employersPage,
} from '../../../../projections/employer/employer.query.js';
import type { IdPage } from '../../../../projections/shared/id-page.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';

/** Which employers are there? By id. */
export class Employers extends Query<readonly EmployerView[]> {
  constructor(readonly page: IdPage) {
    super();
  }
}

/** One employer; refuses with `employer.not-found`. */
export class EmployerOfId extends Query<EmployerView> {
  constructor(readonly employerId: Id) {
    super();
  }
}

@QueryHandler(Employers)
export class EmployersHandler implements IQueryHandler<Employers> {
  constructor(@Inject(READ_STORE) private readonly readStore: ReadStore) {}

  execute({ page }: Employers): Promise<readonly EmployerView[]> {
    return employersPage(this.readStore.reader, page);
  }
}

@QueryHandler(EmployerOfId)
export class EmployerOfIdHandler implements IQueryHandler<EmployerOfId> {
  constructor(@Inject(READ_STORE) private readonly readStore: ReadStore) {}

  async execute({ employerId }: EmployerOfId): Promise<EmployerView> {
    const employer = await employerById(this.readStore.reader, employerId);
    return employer ?? refuseAccess('employer.not-found');
  }
}
