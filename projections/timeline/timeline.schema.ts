import { defineTable } from '../runtime/define-table.js';

/** One row per event of a trajectory, as it was recorded; protected values stay sealed. */
export const timelineTable = defineTable({
  name: 'timeline',
  columns: {
    event_id: { type: 'text' },
    trajectory_id: { type: 'text' },
    revision: { type: 'integer' },
    position: { type: 'text' },
    type: { type: 'text' },
    occurred_on: { type: 'text', nullable: true },
    recorded_at: { type: 'text' },
    command_id: { type: 'text' },
    actor: { type: 'json' },
    data: { type: 'json' },
  },
  primaryKey: ['event_id'],
  indexes: [['trajectory_id', 'revision']],
});
