import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { CalendarDate } from '../../../../domain/shared/calendar.js';
import { byId, type Id } from '../../../../domain/shared/ids.js';
import {
  type ContactPersonView,
  employersById,
  type PreferredCoachView,
} from '../../../../projections/employer/employer.query.js';
import { familiesOf } from '../../../../projections/merges/merges.query.js';
import { seesEmployerPeople } from '../../../access/party-sight.js';
import type { Reader } from '../../../access/reader.js';
import { knownOrNull } from '../../../privacy/known.js';
import { Sealer } from '../../../privacy/sealer.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';
import { type OpenMerge, openedMerges } from '../opened-merges.js';

/** Who is called at an employer; null where the employer was forgotten. */
export interface OpenContactPerson {
  readonly id: Id;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

/** What is known of an employer besides its name, of all its registrations together, each list by id. */
export interface EmployerDetails {
  readonly contactPersons: readonly OpenContactPerson[];
  readonly preferredCoaches: readonly PreferredCoachView[];
  readonly merges: readonly OpenMerge[];
}

/** Who is reached at this employer, which coach does it prefer, and what was merged into it? `employer.not-found`. */
export class DetailsOfEmployer extends Query<EmployerDetails> {
  constructor(
    readonly reader: Reader,
    readonly employerId: Id,
  ) {
    super();
  }
}

@QueryHandler(DetailsOfEmployer)
export class DetailsOfEmployerHandler implements IQueryHandler<DetailsOfEmployer> {
  constructor(
    private readonly sealer: Sealer,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  async execute({ reader, employerId }: DetailsOfEmployer): Promise<EmployerDetails> {
    const db = this.readStore.reader;
    const ids = (await familiesOf(db, [employerId])).get(employerId)?.ids ?? [];
    const employers = await employersById(db, ids);
    if (employers.length === 0 || !seesEmployerPeople(reader, ids)) {
      return refuseAccess('employer.not-found');
    }
    const sorted = <Item extends { readonly id: Id }>(items: readonly Item[]) => [...items].sort(byId);
    return {
      contactPersons: await this.opened(sorted(employers.flatMap((one) => one.contactPersons))),
      preferredCoaches: sorted(employers.flatMap((one) => one.preferredCoaches)),
      merges: await openedMerges(this.sealer, sorted(employers.flatMap((one) => one.merges))),
    };
  }

  private async opened(people: readonly ContactPersonView[]): Promise<readonly OpenContactPerson[]> {
    const texts = people.map(({ name, phone, email }) => ({ name, phone, email }));
    const opened = await this.sealer.openRows(texts);
    return people.map(({ id, from, until }, index) => ({
      id,
      name: knownOrNull(opened[index]?.name),
      phone: knownOrNull(opened[index]?.phone),
      email: knownOrNull(opened[index]?.email),
      from,
      until,
    }));
  }
}
