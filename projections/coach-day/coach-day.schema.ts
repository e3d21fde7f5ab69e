import { defineTable } from '../runtime/define-table.js';

/** One row per session that counts on a day of its coach. */
export const coachDayTable = defineTable({
  name: 'coach_day',
  columns: {
    session_id: { type: 'text' },
    coach_id: { type: 'text' },
    on: { type: 'text' },
    trajectory_id: { type: 'text' },
    /** Of the whole group, and of the one candidate: floor(minutes ÷ group size) (reading 39). */
    minutes: { type: 'integer' },
    credited_minutes: { type: 'integer' },
    group_size: { type: 'integer' },
    starts_at: { type: 'text', nullable: true },
    revision: { type: 'integer' },
  },
  primaryKey: ['session_id'],
  indexes: [['coach_id', 'on', 'session_id']],
});
