import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { EmployerContact } from '../../../../domain/trajectory/facts.js';
import {
  type ContactCursor,
  contactsPage,
  type WrittenContact,
} from '../../../../projections/employer-contacts/employer-contacts.query.js';
import { ReadGate } from '../../../access/read-gate.js';
import type { Asker } from '../../../identity/asker.js';
import { FORGOTTEN } from '../../../privacy/forgotten.js';
import { Sealer } from '../../../privacy/sealer.js';
import { READ_STORE, type ReadStore } from '../../../read-store/read-store.js';

/** A trajectory has a contact every few weeks, so one page nearly always holds them all. */
const PAGE = 200;

/** A contact with an employer as it is answered: its text opened, null where the person was forgotten. */
export interface OpenContact extends Omit<EmployerContact, 'initiatedBy'> {
  readonly initiatedBy: string | null;
  readonly recordedAt: string;
  readonly summary: string | null;
}

/** The employer contacts of a trajectory, newest first. */
export class EmployerContactsOfTrajectory extends Query<readonly OpenContact[]> {
  constructor(
    readonly asker: Asker,
    readonly trajectoryId: Id,
    readonly page: { readonly after?: ContactCursor | undefined; readonly limit: number },
  ) {
    super();
  }
}

/** One employer contact of a trajectory. */
export class EmployerContactOfTrajectory extends Query<OpenContact> {
  constructor(
    readonly asker: Asker,
    readonly trajectoryId: Id,
    readonly contactId: Id,
  ) {
    super();
  }
}

@QueryHandler(EmployerContactsOfTrajectory)
export class EmployerContactsOfTrajectoryHandler implements IQueryHandler<EmployerContactsOfTrajectory> {
  constructor(
    private readonly gate: ReadGate,
    private readonly sealer: Sealer,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  async execute({ asker, trajectoryId, page }: EmployerContactsOfTrajectory) {
    await this.gate.trajectory(asker, trajectoryId);
    return openContacts(this.sealer, await contactsPage(this.readStore.reader, trajectoryId, page));
  }
}

@QueryHandler(EmployerContactOfTrajectory)
export class EmployerContactOfTrajectoryHandler implements IQueryHandler<EmployerContactOfTrajectory> {
  constructor(
    private readonly gate: ReadGate,
    private readonly sealer: Sealer,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {}

  async execute({ asker, trajectoryId, contactId }: EmployerContactOfTrajectory): Promise<OpenContact> {
    await this.gate.trajectory(asker, trajectoryId);
    const written = await this.find(trajectoryId, contactId);
    const [opened] = written ? await openContacts(this.sealer, [written]) : [];
    return opened ?? refuseAccess('trajectory.not-found');
  }

  private async find(trajectoryId: Id, contactId: Id): Promise<WrittenContact | undefined> {
    let after: ContactCursor | undefined;
    for (;;) {
      const page = await contactsPage(this.readStore.reader, trajectoryId, { after, limit: PAGE });
      const found = page.find(({ contact }) => contact.id === contactId);
      const last = page.at(-1)?.contact;
      if (found || last === undefined || page.length < PAGE) return found;
      after = { on: last.on, id: last.id };
    }
  }
}

async function openContacts(
  sealer: Sealer,
  written: readonly WrittenContact[],
): Promise<readonly OpenContact[]> {
  const summaries = await sealer.openAll<string>(written.map(({ summary }) => summary));
  return written.map(({ contact, recordedAt }, index) => {
    const summary = summaries[index];
    const known = summary === undefined || summary === FORGOTTEN ? null : summary;
    return { ...contact, initiatedBy: contact.initiatedBy ?? null, recordedAt, summary: known };
  });
}
