import { defineTable } from '../runtime/define-table.js';

/** One row per assessment, with the coach that the candidate had on its day. */
export const coachAssessmentTable = defineTable({
  name: 'coach_assessment',
  columns: {
    assessment_id: { type: 'text' },
    /** Null where nobody was assigned that day. */
    coach_id: { type: 'text', nullable: true },
    on: { type: 'text' },
    by: { type: 'text' },
    score: { type: 'integer' },
    on_paper: { type: 'boolean' },
  },
  primaryKey: ['assessment_id'],
  indexes: [['coach_id', 'on']],
});

/** What the rows of a trajectory follow from: its facts, of which only coaches and assessments are kept up. */
export const coachAssessmentFactsTable = defineTable({
  name: 'coach_assessment_facts',
  columns: { trajectory_id: { type: 'text' }, revision: { type: 'integer' }, facts: { type: 'json' } },
  primaryKey: ['trajectory_id'],
});
