import {
  type CandidateEvent,
  type CandidateRegistered,
  candidateEvents,
} from '../../domain/candidate/events.js';
import { unknownMember } from '../../domain/shared/decider.js';
import type { ProjectedEvent, Projection, Row, Rows } from '../runtime/projection.js';
import { domainEvent } from '../shared/domain-event.js';
import { type MergeView, withMerge, withMergeWithdrawn } from '../shared/merge-list.js';
import { withItem, withItemChanged } from '../shared/stated-list.js';
import type { ConsentView } from './candidate.query.js';
import { candidateTable } from './candidate.schema.js';

/** Which candidates are there, and what did they state? */
export const candidateProjection: Projection = {
  name: 'candidate',
  version: 3,
  tables: [candidateTable],
  handles: Object.keys(candidateEvents),
  apply,
};

async function apply(event: ProjectedEvent, rows: Rows): Promise<void> {
  const row = await rows.get(candidateTable, { candidate_id: event.streamId });
  if (row !== undefined && Number(row.revision) >= event.revision) return;
  const fact = domainEvent<CandidateEvent>(event);
  const after =
    fact.type === 'CandidateRegistered'
      ? await registered(event.streamId, fact.data, rows)
      : row && { ...row, ...changes(row, fact) };
  if (after !== undefined) rows.put(candidateTable, { ...after, revision: event.revision });
}

async function registered(id: string, data: CandidateRegistered['data'], rows: Rows): Promise<Row> {
  return {
    candidate_id: id,
    name: data.name,
    reference: data.reference,
    contact: data.contact ?? null,
    legal_representative: data.legalRepresentative ?? null,
    reference_index: await rows.blindIndex(data.reference),
    consents: [],
    contact_channel: null,
    merges: [],
    organisation_id: data.organisationId ?? null,
    funder_id: data.funderId ?? null,
  };
}

function changes(row: Row, event: Exclude<CandidateEvent, CandidateRegistered>): Row {
  const consents = row.consents as readonly ConsentView[];
  const merges = row.merges as readonly MergeView[];
  switch (event.type) {
    case 'ConsentStated': {
      const { consentId: id, purpose, given, on } = event.data;
      return { consents: withItem(consents, { id, purpose, given, on }) };
    }
    case 'ConsentCorrected': {
      const { consentId, ...corrected } = event.data;
      return { consents: withItemChanged(consents, consentId, corrected) };
    }
    case 'ContactPreferenceStated':
      return { contact_channel: event.data.channel };
    case 'CandidateMerged':
      return { merges: withMerge(merges, event.data) };
    case 'CandidateMergeWithdrawn':
      return { merges: withMergeWithdrawn(merges, event.data) };
    // What is not sealed goes by hand; the sealed values cannot be opened any more.
    case 'CandidateErased':
      return event.data.parts.includes('identity')
        ? { reference_index: null, contact_channel: null, consents: [] }
        : {};
    // What was asked about erasing and restricting is answered from `projections/rights`.
    case 'ErasureAsked':
    case 'RetentionApproved':
    case 'ErasureAssessed':
    case 'ErasureConfirmed':
    case 'ErasureWithdrawn':
    case 'RestrictionAsked':
    case 'RestrictionDecided':
    case 'RestrictionEnded':
    case 'FileHeld':
      return {};
    // Which candidates are one is a question of its own, answered from `projections/merges`.
    case 'CandidateMarkedDuplicate':
    case 'CandidateUnmarkedDuplicate':
      return {};
    default:
      return unknownMember(event);
  }
}
