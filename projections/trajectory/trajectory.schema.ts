import { defineTable } from '../runtime/define-table.js';

/** One row per trajectory, with everything that is computed from in `facts`. */
export const trajectoryTable = defineTable({
  name: 'trajectory',
  columns: {
    trajectory_id: { type: 'text' },
    candidate_id: { type: 'text' },
    funder_id: { type: 'text' },
    opened_on: { type: 'text' },
    closed_on: { type: 'text', nullable: true },
    continues: { type: 'text', nullable: true },
    /** Of the event that last changed the facts. */
    facts_revision: { type: 'integer' },
    facts: { type: 'json' },
  },
  primaryKey: ['trajectory_id'],
  indexes: [['candidate_id'], ['continues'], ['funder_id', 'trajectory_id']],
});

/** The last revision of each stream, which every session raises: apart, so that the facts are not written anew for it. */
export const trajectoryRevisionTable = defineTable({
  name: 'trajectory_revision',
  columns: { trajectory_id: { type: 'text' }, revision: { type: 'integer' } },
  primaryKey: ['trajectory_id'],
});

/** One row per placement, grant, application and so on, with its sealed texts; corrections already in place. */
export const trajectoryItemTable = defineTable({
  name: 'trajectory_item',
  columns: {
    item_id: { type: 'text' },
    trajectory_id: { type: 'text' },
    kind: { type: 'text' },
    /** The day that its list is ordered by. */
    on: { type: 'text' },
    recorded_at: { type: 'text' },
    revision: { type: 'integer' },
    data: { type: 'json' },
  },
  primaryKey: ['item_id'],
  indexes: [['trajectory_id', 'kind', 'on', 'item_id']],
});
