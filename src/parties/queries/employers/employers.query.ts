import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import {
  type EmployerView,
  employerById,
  employersAlike,
  employersPage,
} from '../../../../projections/employer/employer.query.js';
import { familiesOf } from '../../../../projections/merges/merges.query.js';
import type { PossibleDuplicate } from '../../../../projections/shared/alike.js';
import type { IdPage } from '../../../../projections/shared/id-page.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';

/** An employer by name, with the registrations that are the same one and those that may well be. */
export interface NamedEmployer {
  readonly id: Id;
  readonly name: string;
  readonly kvkNumber: string | null;
  /** Left out when there are none. */
  readonly duplicateIds?: readonly Id[];
  readonly possibleDuplicates?: readonly PossibleDuplicate[];
}

/** Which employers are there? By id, those that were merged with another left out. */
export class Employers extends Query<readonly NamedEmployer[]> {
  constructor(readonly page: IdPage) {
    super();
  }
}

/** One employer, the one that stays after merges, and the revision of its stream; refuses with `employer.not-found`. */
export class EmployerOfId extends Query<{ readonly employer: NamedEmployer; readonly revision: number }> {
  constructor(readonly employerId: Id) {
    super();
  }
}

@QueryHandler(Employers)
export class EmployersHandler implements IQueryHandler<Employers> {
  constructor(@Inject(READ_STORE) private readonly readStore: ReadStore) {}

  async execute({ page }: Employers): Promise<readonly NamedEmployer[]> {
    return named(this.readStore, await employersPage(this.readStore.reader, page));
  }
}

@QueryHandler(EmployerOfId)
export class EmployerOfIdHandler implements IQueryHandler<EmployerOfId> {
  constructor(@Inject(READ_STORE) private readonly readStore: ReadStore) {}

  async execute({ employerId }: EmployerOfId) {
    const db = this.readStore.reader;
    const family = (await familiesOf(db, [employerId])).get(employerId);
    const found = await employerById(db, family?.survivorId ?? employerId);
    if (found === undefined) return refuseAccess('employer.not-found');
    const [employer] = await named(this.readStore, [found]);
    return { employer: employer as NamedEmployer, revision: found.revision };
  }
}

/** A few queries, however many there are. */
async function named(
  { reader }: ReadStore,
  employers: readonly EmployerView[],
): Promise<readonly NamedEmployer[]> {
  const families = await familiesOf(
    reader,
    employers.map(({ id }) => id),
  );
  const alike = await employersAlike(reader, employers);
  return employers.map(({ id, name, kvkNumber }) => {
    const duplicateIds = families.get(id)?.ids.filter((one) => one !== id) ?? [];
    const possibleDuplicates = alike.get(id) ?? [];
    return {
      id,
      name,
      kvkNumber,
      ...(duplicateIds.length > 0 && { duplicateIds }),
      ...(possibleDuplicates.length > 0 && { possibleDuplicates }),
    };
  });
}
