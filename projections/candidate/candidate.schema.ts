import { defineTable } from '../runtime/define-table.js';

/** One row per candidate; what identifies the person is sealed. */
export const candidateTable = defineTable({
  name: 'candidate',
  columns: {
    candidate_id: { type: 'text' },
    name: { type: 'json' },
    reference: { type: 'json' },
    contact: { type: 'json', nullable: true },
    legal_representative: { type: 'json', nullable: true },
    /** Finds a candidate by reference; null when it was erased. */
    reference_index: { type: 'text', nullable: true },
    consents: { type: 'json' },
    contact_channel: { type: 'text', nullable: true },
    merges: { type: 'json' },
    organisation_id: { type: 'text', nullable: true },
    funder_id: { type: 'text', nullable: true },
    revision: { type: 'integer' },
  },
  primaryKey: ['candidate_id'],
  indexes: [['reference_index'], ['organisation_id', 'candidate_id'], ['funder_id', 'candidate_id']],
});
