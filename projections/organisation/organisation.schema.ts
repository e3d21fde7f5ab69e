import { defineTable } from '../runtime/define-table.js';

/** One row per coaching organisation. */
export const organisationTable = defineTable({
  name: 'organisation',
  columns: {
    organisation_id: { type: 'text' },
    name: { type: 'text' },
    normalised_name: { type: 'text' },
    kvk_number: { type: 'text', nullable: true },
    recognitions: { type: 'json' },
    /** Sealed texts. */
    complaints: { type: 'json' },
    revision: { type: 'integer' },
  },
  primaryKey: ['organisation_id'],
  indexes: [['normalised_name']],
});
