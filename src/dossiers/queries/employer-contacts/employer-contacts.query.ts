import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { refuseAccess } from '../../../../domain/access/index.js';
import type { Id } from '../../../../domain/shared/ids.js';
import type { EmployerContact } from '../../../../domain/trajectory/facts.js';
import type {
  ContactCursor,
  WrittenContact,
} from '../../../../projections/employer-contacts/employer-contacts.query.js';
import type { FileSight } from '../../../access/file-sight.js';
import { ReadGate } from '../../../access/read-gate.js';
import type { Reader } from '../../../access/reader.js';
import { FORGOTTEN } from '../../../privacy/forgotten.js';
import type { AsOf } from '../../dossiers.js';
import { type FileAsOf, Files } from '../../files/files.js';
import { filledPage } from '../../filled-page.js';

/** A contact with an employer as it is answered: its text opened, null where the person was forgotten. */
export interface OpenContact extends Omit<EmployerContact, 'initiatedBy'> {
  readonly initiatedBy: string | null;
  readonly recordedAt: string;
  readonly summary: string | null;
}

/** The employer contacts of a trajectory up to a day, newest first. */
export class EmployerContactsOfTrajectory extends Query<readonly OpenContact[]> {
  constructor(
    readonly reader: Reader,
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
    readonly reader: Reader,
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
    private readonly files: Files,
  ) {}

  async execute({ reader, trajectoryId, page, asOf }: EmployerContactsOfTrajectory) {
    const sight = await this.gate.trajectory(reader, trajectoryId);
    const files = await this.files.asOf(trajectoryId, asOf.knownOn);
    const written = await filledPage<WrittenContact, WrittenContact>(
      page,
      (part) => files.file.contactsPage({ ...part, until: asOf.on }),
      (contacts) => inSight(sight, files, contacts),
      ({ contact }) => contact,
    );
    return openContacts(sight, written);
  }
}

@QueryHandler(EmployerContactOfTrajectory)
export class EmployerContactOfTrajectoryHandler implements IQueryHandler<EmployerContactOfTrajectory> {
  constructor(
    private readonly gate: ReadGate,
    private readonly files: Files,
  ) {}

  async execute(query: EmployerContactOfTrajectory): Promise<OpenContact> {
    const { reader, trajectoryId, contactId, asOf } = query;
    const sight = await this.gate.trajectory(reader, trajectoryId);
    const files = await this.files.asOf(trajectoryId, asOf.knownOn);
    const written = await files.file.contactsById([contactId]);
    const held = written.filter(({ contact }) => asOf.on === undefined || contact.on <= asOf.on);
    const [opened] = await openContacts(sight, await inSight(sight, files, held));
    return opened ?? refuseAccess('trajectory.not-found');
  }
}

/** Those that the reader may see. What is out of an employer's sight now is so in every earlier knowledge. */
async function inSight(
  sight: FileSight,
  { file, now }: FileAsOf,
  written: readonly WrittenContact[],
): Promise<readonly WrittenContact[]> {
  const isSeen = ({ contact }: WrittenContact) => sight.isSeen('employer-contact', { ...contact });
  const seen = written.filter(isSeen);
  if (file === now || sight.of('employer-contact').items === 'all') return seen;
  const present = await now.contactsById(seen.map(({ contact }) => contact.id));
  const ids = new Set(present.filter(isSeen).map(({ contact }) => contact.id));
  return seen.filter(({ contact }) => ids.has(contact.id));
}

async function openContacts(
  sight: FileSight,
  written: readonly WrittenContact[],
): Promise<readonly OpenContact[]> {
  const summaries = await sight.texts.openAll<string>(written.map(({ summary }) => summary));
  return written.map(({ contact, recordedAt }, index) => {
    const summary = summaries[index];
    const known = summary === undefined || summary === FORGOTTEN ? null : summary;
    const { initiatedBy = null } = contact;
    const open: OpenContact = { ...contact, initiatedBy, recordedAt, summary: known };
    return sight.narrowed('employer-contact', open) as OpenContact;
  });
}
