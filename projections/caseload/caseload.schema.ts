import { defineTable } from '../runtime/define-table.js';

/** Stands for "no limit in sight" and "until further notice", so that one index orders every row. */
export const NEVER = '9999-12-31';

/** What the caseload shows of a trajectory, valid for questions about the days from `valid_from` to `valid_until`. */
export const caseloadTable = defineTable({
  name: 'caseload',
  columns: {
    trajectory_id: { type: 'text' },
    valid_from: { type: 'text' },
    valid_until: { type: 'text' },
    status: { type: 'text' },
    candidate_id: { type: 'text' },
    organisation_id: { type: 'text' },
    funder_id: { type: 'text' },
    coach_id: { type: 'text', nullable: true },
    /** The last day of the binding clock, `NEVER` where it has none: what the caseload is ordered by. */
    limit_on: { type: 'text' },
    municipal_last_day: { type: 'text', nullable: true },
    uwv_last_day: { type: 'text', nullable: true },
    opened_on: { type: 'text' },
    closed_on: { type: 'text', nullable: true },
  },
  primaryKey: ['trajectory_id', 'valid_from'],
  indexes: [
    ['limit_on', 'trajectory_id', 'valid_from'],
    ['status', 'limit_on', 'trajectory_id', 'valid_from'],
    ['organisation_id', 'limit_on', 'trajectory_id', 'valid_from'],
    ['funder_id', 'limit_on', 'trajectory_id', 'valid_from'],
    ['coach_id', 'limit_on', 'trajectory_id', 'valid_from'],
  ],
});

/** Who stands in for the coach, and on which days: then they have the trajectory as their own. */
export const caseloadSubstituteTable = defineTable({
  name: 'caseload_substitute',
  columns: {
    trajectory_id: { type: 'text' },
    substitution_id: { type: 'text' },
    coach_id: { type: 'text' },
    valid_from: { type: 'text' },
    valid_until: { type: 'text' },
  },
  primaryKey: ['trajectory_id', 'substitution_id'],
  indexes: [['coach_id', 'valid_until']],
});
