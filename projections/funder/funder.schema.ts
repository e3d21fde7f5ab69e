import { defineTable } from '../runtime/define-table.js';

/** One row per funder, with every version of its rules. */
export const funderTable = defineTable({
  name: 'funder',
  columns: {
    funder_id: { type: 'text' },
    name: { type: 'text' },
    normalised_name: { type: 'text' },
    kind: { type: 'text' },
    /** In order of version. */
    rule_sets: { type: 'json' },
    revision: { type: 'integer' },
  },
  primaryKey: ['funder_id'],
  indexes: [['normalised_name']],
});
