import { defineTable } from '../runtime/define-table.js';

/** One row per employer; who is reached there is sealed. */
export const employerTable = defineTable({
  name: 'employer',
  columns: {
    employer_id: { type: 'text' },
    name: { type: 'text' },
    normalised_name: { type: 'text' },
    /** The same for names that are alike, by which duplicates are noticed. */
    likeness: { type: 'text' },
    kvk_number: { type: 'text', nullable: true },
    contact_persons: { type: 'json' },
    preferred_coaches: { type: 'json' },
    merges: { type: 'json' },
    /** The employer that it is a duplicate of. */
    merged_into: { type: 'text', nullable: true },
    revision: { type: 'integer' },
  },
  primaryKey: ['employer_id'],
  indexes: [['normalised_name'], ['likeness'], ['kvk_number']],
});
