import { defineTable } from '../runtime/define-table.js';

/** One row per contact with an employer. */
export const trajectoryContactTable = defineTable({
  name: 'trajectory_contact',
  columns: {
    contact_id: { type: 'text' },
    trajectory_id: { type: 'text' },
    employer_id: { type: 'text' },
    on: { type: 'text' },
    minutes: { type: 'integer' },
    kind: { type: 'text' },
    initiated_by: { type: 'text', nullable: true },
    recorded_at: { type: 'text' },
    revision: { type: 'integer' },
    summary: { type: 'json' },
  },
  primaryKey: ['contact_id'],
  indexes: [['trajectory_id', 'on', 'contact_id']],
});
