import { defineTable } from '../runtime/define-table.js';

/** One row per merge that there ever was: which candidate or employer stood for which other one, known since when. */
export const partyMergeTable = defineTable({
  name: 'party_merge',
  columns: {
    duplicate_id: { type: 'text' },
    merge_id: { type: 'text' },
    survivor_id: { type: 'text' },
    /** The days in Amsterdam on which it was recorded, and taken back. */
    recorded_on: { type: 'text' },
    withdrawn_on: { type: 'text', nullable: true },
  },
  primaryKey: ['duplicate_id', 'merge_id'],
  indexes: [['survivor_id']],
});
