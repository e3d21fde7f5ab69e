import { defineTable } from '../runtime/define-table.js';

/** One row per employer. */
export const employerTable = defineTable({
  name: 'employer',
  columns: {
    employer_id: { type: 'text' },
    name: { type: 'text' },
    normalised_name: { type: 'text' },
    kvk_number: { type: 'text', nullable: true },
    revision: { type: 'integer' },
  },
  primaryKey: ['employer_id'],
  indexes: [['normalised_name']],
});
