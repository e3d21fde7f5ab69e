import { type EmployerEvent, employerEvents } from '../../domain/employer/events.js';
import type { ProjectedEvent, Projection, Rows } from '../runtime/projection.js';
import { domainEvent } from '../shared/domain-event.js';
import { normalisedName } from '../shared/normalised-name.js';
import { employerTable } from './employer.schema.js';

/** Which employers are there? */
export const employerProjection: Projection = {
  name: 'employer',
  version: 1,
  tables: [employerTable],
  handles: Object.keys(employerEvents),
  apply,
};

function apply(event: ProjectedEvent, rows: Rows): void {
  const { name, kvkNumber } = domainEvent<EmployerEvent>(event).data;
  rows.put(employerTable, {
    employer_id: event.streamId,
    name,
    normalised_name: normalisedName(name),
    kvk_number: kvkNumber ?? null,
    revision: event.revision,
  });
}
