import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { EmployerContact } from '../../../../domain/trajectory/facts.js';
import type {
  ContactCursor,
  WrittenContact,
} from '../../../../projections/employer-contacts/employer-contacts.query.js';
import { ReadGate } from '../../../access/read-gate.js';
import type { Asker } from '../../../identity/asker.js';
import { FORGOTTEN } from '../../../privacy/forgotten.js';
import { Sealer } from '../../../privacy/sealer.js';
import type { AsOf } from '../../dossiers.js';
import { Files } from '../../files/files.js';

/** A contact with an employer as it is answered: its text opened, null where the person was forgotten. */
export interface OpenContact extends Omit<EmployerContact, 'initiatedBy'> {
  readonly initiatedBy: string | null;
  readonly recordedAt: string;
  readonly summary: string | null;
}

/** The employer contacts of a trajectory up to a day, newest first. */
export class EmployerContactsOfTrajectory extends Query<readonly OpenContact[]> {
  constructor(
    readonly asker: Asker,
    readonly trajectoryId: Id,
    readonly page: { readonly after?: ContactCursor | undefined; readonly limit: number },
    readonly asOf: AsOf,
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
    readonly asOf: AsOf,
  ) {
    super();
  }
}

@QueryHandler(EmployerContactsOfTrajectory)
export class EmployerContactsOfTrajectoryHandler implements IQueryHandler<EmployerContactsOfTrajectory> {
  constructor(
    private readonly gate: ReadGate,
    private readonly sealer: Sealer,
    private readonly files: Files,
  ) {}

  async execute({ asker, trajectoryId, page, asOf }: EmployerContactsOfTrajectory) {
    await this.gate.trajectory(asker, trajectoryId);
    const { file } = await this.files.asOf(trajectoryId, asOf.knownOn);
    return openContacts(this.sealer, await file.contactsPage({ ...page, until: asOf.on }));
  }
}

@QueryHandler(EmployerContactOfTrajectory)
export class EmployerContactOfTrajectoryHandler implements IQueryHandler<EmployerContactOfTrajectory> {
  constructor(
    private readonly gate: ReadGate,
    private readonly sealer: Sealer,
    private readonly files: Files,
  ) {}

  async execute(query: EmployerContactOfTrajectory): Promise<OpenContact> {
    const { asker, trajectoryId, contactId, asOf } = query;
    await this.gate.trajectory(asker, trajectoryId);
    const { file } = await this.files.asOf(trajectoryId, asOf.knownOn);
    const written = await file.contactById(contactId);
    const isThere = written !== undefined && (asOf.on === undefined || written.contact.on <= asOf.on);
    const [opened] = isThere ? await openContacts(this.sealer, [written]) : [];
    return opened ?? refuseAccess('trajectory.not-found');
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
