import type { EmployerContactCorrected } from '../../domain/trajectory/corrected-facts/events.js';
import type { EmployerContactRecorded, TrajectoryEvent } from '../../domain/trajectory/events.js';
import { evolveContact } from '../../domain/trajectory/state.js';
import type { ProjectedEvent, Projection, Row, Rows } from '../runtime/projection.js';
import { domainEvent } from '../shared/domain-event.js';
import { contactFromRow } from './contact-row.js';
import { trajectoryContactTable } from './employer-contacts.schema.js';

type ContactEvent = EmployerContactRecorded | EmployerContactCorrected;

/** Which contacts with employers were there, and what was written about them? */
export const employerContactsProjection: Projection = {
  name: 'employer-contacts',
  version: 1,
  tables: [trajectoryContactTable],
  handles: ['EmployerContactRecorded', 'EmployerContactCorrected'] satisfies TrajectoryEvent['type'][],
  apply,
};

async function apply(event: ProjectedEvent, rows: Rows): Promise<void> {
  const fact = domainEvent<ContactEvent>(event);
  if (fact.type === 'EmployerContactRecorded') return putAfter(undefined, fact, event, rows);
  const row = await rows.get(trajectoryContactTable, { contact_id: fact.data.contactId });
  if (row !== undefined && Number(row.revision) < event.revision) putAfter(row, fact, event, rows);
}

function putAfter(row: Row | undefined, fact: ContactEvent, event: ProjectedEvent, rows: Rows): void {
  const contact = evolveContact(row && contactFromRow(row), fact);
  if (contact === undefined) return;
  rows.put(trajectoryContactTable, {
    contact_id: contact.id,
    trajectory_id: event.streamId,
    employer_id: contact.employerId,
    on: contact.on,
    minutes: contact.minutes,
    kind: contact.kind,
    initiated_by: contact.initiatedBy ?? null,
    recorded_at: row?.recorded_at ?? event.recordedAt,
    revision: event.revision,
    summary: fact.data.summary ?? row?.summary ?? null,
  });
}
