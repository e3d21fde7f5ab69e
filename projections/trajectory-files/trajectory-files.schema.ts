import { defineTable } from '../runtime/define-table.js';

/** The tables that hold whole files for a read model that computes from them; each read model has its own. */
export function trajectoryFileTables(readModel: string) {
  return {
    /** The facts of each trajectory, its sessions left out. */
    facts: defineTable({
      name: `${readModel}_facts`,
      columns: {
        trajectory_id: { type: 'text' },
        revision: { type: 'integer' },
        facts: { type: 'json' },
      },
      primaryKey: ['trajectory_id'],
    }),
    /** Which trajectories continue which: a change in one reaches them. */
    continuation: defineTable({
      name: `${readModel}_continuation`,
      columns: { continued_id: { type: 'text' }, trajectory_id: { type: 'text' } },
      primaryKey: ['continued_id', 'trajectory_id'],
    }),
    /** The rule sets of a funder by version. */
    ruleSet: defineTable({
      name: `${readModel}_rule_set`,
      columns: { funder_id: { type: 'text' }, version: { type: 'integer' }, rule_set: { type: 'json' } },
      primaryKey: ['funder_id', 'version'],
    }),
    /** The trajectories that changed and are still to be computed anew. */
    changed: defineTable({
      name: `${readModel}_changed`,
      columns: { trajectory_id: { type: 'text' } },
      primaryKey: ['trajectory_id'],
    }),
    /** Which trajectories have to do with which employer: a merge of employers reaches them. */
    employer: defineTable({
      name: `${readModel}_employer`,
      columns: { employer_id: { type: 'text' }, trajectory_id: { type: 'text' } },
      primaryKey: ['employer_id', 'trajectory_id'],
    }),
    /** The employer that each one stands for, of those that were ever a duplicate; null when it stands for itself again. */
    survivor: defineTable({
      name: `${readModel}_survivor`,
      columns: {
        employer_id: { type: 'text' },
        survivor_id: { type: 'text', nullable: true },
        revision: { type: 'integer' },
      },
      primaryKey: ['employer_id'],
    }),
    /** The same the other way round: who was ever a duplicate of whom. */
    duplicate: defineTable({
      name: `${readModel}_duplicate`,
      columns: { survivor_id: { type: 'text' }, employer_id: { type: 'text' } },
      primaryKey: ['survivor_id', 'employer_id'],
    }),
  } as const;
}

export type TrajectoryFileTables = ReturnType<typeof trajectoryFileTables>;
