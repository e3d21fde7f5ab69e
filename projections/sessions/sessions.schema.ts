import { defineTable } from '../runtime/define-table.js';

/** One row per session, corrections in place; withdrawn ones stay, marked. */
export const trajectorySessionTable = defineTable({
  name: 'trajectory_session',
  columns: {
    session_id: { type: 'text' },
    trajectory_id: { type: 'text' },
    coach_id: { type: 'text' },
    on: { type: 'text' },
    minutes: { type: 'integer' },
    group_size: { type: 'integer' },
    activity: { type: 'text' },
    form: { type: 'text' },
    starts_at: { type: 'text', nullable: true },
    placement_id: { type: 'text', nullable: true },
    registered_on: { type: 'text', nullable: true },
    recorded_at: { type: 'text' },
    revision: { type: 'integer' },
    withdrawn: { type: 'boolean' },
    /** The approvals and declarations that it is part of; see `Session`. */
    approved_by: { type: 'json', nullable: true },
    declared_in: { type: 'json', nullable: true },
    summary: { type: 'json' },
    goals: { type: 'json', nullable: true },
    confidential_note: { type: 'json', nullable: true },
  },
  primaryKey: ['session_id'],
  indexes: [['trajectory_id', 'on', 'session_id']],
});

/** The sessions that an approval or a declaration last named: a correction changes those too. */
export const sessionMarkTable = defineTable({
  name: 'session_mark',
  columns: {
    /** The approval or the declaration. */
    mark_id: { type: 'text' },
    session_ids: { type: 'json' },
  },
  primaryKey: ['mark_id'],
});
