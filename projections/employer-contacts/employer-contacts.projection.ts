import type { EmployerContactRecorded, TrajectoryEvent } from '../../domain/trajectory/events.js';
import type { ProjectedEvent, Projection, Rows } from '../runtime/projection.js';
import { domainEvent } from '../shared/domain-event.js';
import { trajectoryContactTable } from './employer-contacts.schema.js';

/** Which contacts with employers were there, and what was written about them? */
export const employerContactsProjection: Projection = {
  name: 'employer-contacts',
  version: 1,
  tables: [trajectoryContactTable],
  handles: ['EmployerContactRecorded'] satisfies TrajectoryEvent['type'][],
  apply,
};

function apply(event: ProjectedEvent, rows: Rows): void {
  const { data } = domainEvent<EmployerContactRecorded>(event);
  rows.put(trajectoryContactTable, {
    contact_id: data.contactId,
    trajectory_id: event.streamId,
    employer_id: data.employerId,
    on: data.on,
    minutes: data.minutes,
    kind: data.kind,
    initiated_by: data.initiatedBy ?? null,
    recorded_at: event.recordedAt,
    revision: event.revision,
    summary: data.summary,
  });
}
