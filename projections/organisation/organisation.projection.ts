import { type OrganisationEvent, organisationEvents } from '../../domain/organisation/events.js';
import { unknownMember } from '../../domain/shared/decider.js';
import type { ProjectedEvent, Projection, Row, Rows } from '../runtime/projection.js';
import { domainEvent } from '../shared/domain-event.js';
import { normalisedName } from '../shared/normalised-name.js';
import {
  type RecognitionView,
  withRecognition,
  withRecognitionCorrected,
  withRecognitionEnded,
} from '../shared/recognition.js';
import { withItem, withItemChanged } from '../shared/stated-list.js';
import type { ComplaintView } from './organisation.query.js';
import { organisationTable } from './organisation.schema.js';

/** Which organisations are there, how are they recognised, and what was complained about? */
export const organisationProjection: Projection = {
  name: 'organisation',
  version: 2,
  tables: [organisationTable],
  handles: Object.keys(organisationEvents),
  apply,
};

async function apply(event: ProjectedEvent, rows: Rows): Promise<void> {
  const row = await rows.get(organisationTable, { organisation_id: event.streamId });
  if (row !== undefined && Number(row.revision) >= event.revision) return;
  const after = rowAfter(row, domainEvent<OrganisationEvent>(event), event.streamId);
  if (after !== undefined) rows.put(organisationTable, { ...after, revision: event.revision });
}

function rowAfter(row: Row | undefined, event: OrganisationEvent, id: string): Row | undefined {
  switch (event.type) {
    case 'OrganisationRegistered': {
      const { name, kvkNumber } = event.data;
      return {
        organisation_id: id,
        name,
        normalised_name: normalisedName(name),
        kvk_number: kvkNumber ?? null,
        recognitions: [],
        complaints: [],
      };
    }
    case 'OrganisationRecognised':
      return row && { ...row, recognitions: withRecognition(recognitionsOf(row), event.data) };
    case 'OrganisationRecognitionEnded':
      return row && { ...row, recognitions: withRecognitionEnded(recognitionsOf(row), event.data) };
    case 'OrganisationRecognitionCorrected':
      return row && { ...row, recognitions: withRecognitionCorrected(recognitionsOf(row), event.data) };
    case 'ComplaintReceived': {
      const { complaintId: id, on, summary } = event.data;
      return row && { ...row, complaints: withItem(complaintsOf(row), { id, on, summary }) };
    }
    case 'ComplaintCorrected': {
      const { complaintId, ...corrected } = event.data;
      return row && { ...row, complaints: withItemChanged(complaintsOf(row), complaintId, corrected) };
    }
    default:
      return unknownMember(event);
  }
}

function complaintsOf(row: Row): readonly ComplaintView[] {
  return row.complaints as readonly ComplaintView[];
}

function recognitionsOf(row: Row): readonly RecognitionView[] {
  return row.recognitions as readonly RecognitionView[];
}
