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

/** What the rows above are computed from: the facts of each trajectory, its sessions left out. */
export const caseloadFactsTable = defineTable({
  name: 'caseload_facts',
  columns: {
    trajectory_id: { type: 'text' },
    revision: { type: 'integer' },
    facts: { type: 'json' },
  },
  primaryKey: ['trajectory_id'],
});

/** Which trajectories continue which: a change in one reaches them. */
export const caseloadContinuationTable = defineTable({
  name: 'caseload_continuation',
  columns: { continued_id: { type: 'text' }, trajectory_id: { type: 'text' } },
  primaryKey: ['continued_id', 'trajectory_id'],
});

/** The rule sets of a funder by version. */
export const caseloadRuleSetTable = defineTable({
  name: 'caseload_rule_set',
  columns: { funder_id: { type: 'text' }, version: { type: 'integer' }, rule_set: { type: 'json' } },
  primaryKey: ['funder_id', 'version'],
});

/** The trajectories that changed in the batch at hand; empty between batches. */
export const caseloadChangedTable = defineTable({
  name: 'caseload_changed',
  columns: { trajectory_id: { type: 'text' } },
  primaryKey: ['trajectory_id'],
});

/** Which trajectories have a placement at which employer: a merge of employers reaches them. */
export const caseloadEmployerTable = defineTable({
  name: 'caseload_employer',
  columns: { employer_id: { type: 'text' }, trajectory_id: { type: 'text' } },
  primaryKey: ['employer_id', 'trajectory_id'],
});

/** The employer that each one stands for, of those that were ever a duplicate; null when it stands for itself again. */
export const caseloadSurvivorTable = defineTable({
  name: 'caseload_survivor',
  columns: {
    employer_id: { type: 'text' },
    survivor_id: { type: 'text', nullable: true },
    revision: { type: 'integer' },
  },
  primaryKey: ['employer_id'],
});

/** The same the other way round: who was ever a duplicate of whom. */
export const caseloadDuplicateTable = defineTable({
  name: 'caseload_duplicate',
  columns: { survivor_id: { type: 'text' }, employer_id: { type: 'text' } },
  primaryKey: ['survivor_id', 'employer_id'],
});
