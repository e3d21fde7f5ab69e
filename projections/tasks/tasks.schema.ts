import { defineTable } from '../runtime/define-table.js';

/** Whose the trajectory is on the days of a row. */
const parties = {
  candidate_id: { type: 'text' },
  funder_id: { type: 'text' },
  organisation_id: { type: 'text' },
  /** The assigned coach; null when nobody is. */
  coach_id: { type: 'text', nullable: true },
} as const;

/** What every row says of a task, and the days on which it is unsettled under these parties. */
const unsettled = {
  trajectory_id: { type: 'text' },
  valid_until: { type: 'text' },
  valid_from: { type: 'text' },
  kind: { type: 'text' },
  /** The fact that it is about; null for the trajectory as a whole. */
  about: { type: 'text', nullable: true },
  rule: { type: 'json' },
} as const;

/** Those whose rows of a day are asked for, each with the last day first: what is over is then never read. */
const byParty = [
  ['organisation_id', 'valid_until'],
  ['funder_id', 'valid_until'],
  ['coach_id', 'valid_until'],
  ['candidate_id', 'valid_until'],
] as const;

/** A task on the days on which it is unsettled. How it stands on a day follows from the day, and is not in it. */
export const taskTable = defineTable({
  name: 'task',
  columns: {
    ...unsettled,
    /** Tells the tasks of a trajectory on a day apart, in a fixed order. */
    task_id: { type: 'text' },
    /** Whose turn it is. */
    for_role: { type: 'text' },
    employer_id: { type: 'text', nullable: true },
    /** `NEVER` where no rule sets a day, so that those come last. */
    due_on: { type: 'text' },
    settled_by: { type: 'text' },
    ...parties,
  },
  primaryKey: ['trajectory_id', 'valid_until', 'task_id'],
  indexes: [...byParty, ['employer_id', 'valid_until']],
});

/** The days on which contacts with the candidate are awaited; when the next is due follows from the last session. */
export const awaitedContactTable = defineTable({
  name: 'awaited_contact',
  columns: {
    ...unsettled,
    counts_from: { type: 'text' },
    /** Null for one in each calendar month. */
    every_days: { type: 'integer', nullable: true },
    ...parties,
  },
  primaryKey: ['trajectory_id', 'valid_until', 'kind'],
  indexes: byParty,
});

/** When coaches are away. */
export const taskCoachAwayTable = defineTable({
  name: 'task_coach_away',
  columns: {
    coach_id: { type: 'text' },
    absence_id: { type: 'text' },
    from: { type: 'text' },
    until: { type: 'text', nullable: true },
    revision: { type: 'integer' },
  },
  primaryKey: ['coach_id', 'absence_id'],
});

/** Which trajectories have which coach, on whatever day: when one is away reaches them. */
export const taskCoachTable = defineTable({
  name: 'task_coach',
  columns: { coach_id: { type: 'text' }, trajectory_id: { type: 'text' } },
  primaryKey: ['coach_id', 'trajectory_id'],
});

/** The contacts of a trajectory with employers. */
export const taskEmployerContactTable = defineTable({
  name: 'task_employer_contact',
  columns: {
    trajectory_id: { type: 'text' },
    contact_id: { type: 'text' },
    contact: { type: 'json' },
    revision: { type: 'integer' },
  },
  primaryKey: ['trajectory_id', 'contact_id'],
});
