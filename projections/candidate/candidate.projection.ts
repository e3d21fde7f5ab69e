import { type CandidateEvent, candidateEvents } from '../../domain/candidate/events.js';
import type { ProjectedEvent, Projection, Rows } from '../runtime/projection.js';
import { domainEvent } from '../shared/domain-event.js';
import { candidateTable } from './candidate.schema.js';

/** Which candidates are there? */
export const candidateProjection: Projection = {
  name: 'candidate',
  version: 1,
  tables: [candidateTable],
  handles: Object.keys(candidateEvents),
  apply,
};

async function apply(event: ProjectedEvent, rows: Rows): Promise<void> {
  const { data } = domainEvent<CandidateEvent>(event);
  rows.put(candidateTable, {
    candidate_id: event.streamId,
    name: data.name,
    reference: data.reference,
    contact: data.contact ?? null,
    legal_representative: data.legalRepresentative ?? null,
    reference_index: await rows.blindIndex(data.reference),
    organisation_id: data.organisationId ?? null,
    funder_id: data.funderId ?? null,
    revision: event.revision,
  });
}
