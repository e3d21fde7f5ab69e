import { defineTable } from '../runtime/define-table.js';

/** One row per coach; the name is sealed. */
export const coachTable = defineTable({
  name: 'coach',
  columns: {
    coach_id: { type: 'text' },
    name: { type: 'json' },
    /** Finds a coach by name; null when the name was erased. */
    name_index: { type: 'text', nullable: true },
    /** Where the coach works last of all; `employments` tells since when. */
    organisation_id: { type: 'text' },
    employments: { type: 'json' },
    recognitions: { type: 'json' },
    ties: { type: 'json' },
    away: { type: 'json' },
    revision: { type: 'integer' },
  },
  primaryKey: ['coach_id'],
  indexes: [['name_index']],
});

/** The `last_day` of who works somewhere without an end in sight. */
export const NO_END = '9999-12-31';

/** One row per organisation that a coach works, worked or is to work for. */
export const coachOrganisationTable = defineTable({
  name: 'coach_organisation',
  columns: {
    organisation_id: { type: 'text' },
    coach_id: { type: 'text' },
    /** The last day there, `NO_END` while none is known. */
    last_day: { type: 'text' },
  },
  primaryKey: ['organisation_id', 'coach_id'],
});
