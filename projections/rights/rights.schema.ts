import { defineTable } from '../runtime/define-table.js';

/** One row per request to be forgotten, and per file whose term was over; reasons are sealed. */
export const erasureTable = defineTable({
  name: 'erasure',
  columns: {
    request_id: { type: 'text' },
    candidate_id: { type: 'text' },
    basis: { type: 'text' },
    ground: { type: 'text', nullable: true },
    status: { type: 'text' },
    on: { type: 'text' },
    decision: { type: 'text', nullable: true },
    parts: { type: 'json' },
    exception: { type: 'text', nullable: true },
    reason: { type: 'json', nullable: true },
    first_by: { type: 'text', nullable: true },
    /** Why it was returned or stopped, by who did. */
    later_reason: { type: 'json', nullable: true },
    second_by: { type: 'text', nullable: true },
    carry_out_from: { type: 'text', nullable: true },
    revision: { type: 'integer' },
  },
  primaryKey: ['request_id'],
  indexes: [
    ['candidate_id', 'request_id'],
    ['status', 'request_id'],
  ],
});

/** One row per registration whose keys are destroyed, and the request that it was for. */
export const erasedCandidateTable = defineTable({
  name: 'erased_candidate',
  columns: {
    candidate_id: { type: 'text' },
    request_id: { type: 'text' },
    parts: { type: 'json' },
    keys: { type: 'json' },
    recorded_at: { type: 'text' },
    position: { type: 'text' },
  },
  primaryKey: ['candidate_id', 'request_id'],
});

/** One row per request to keep a file and not use it; reasons are sealed. */
export const restrictionTable = defineTable({
  name: 'restriction',
  columns: {
    restriction_id: { type: 'text' },
    candidate_id: { type: 'text' },
    status: { type: 'text' },
    on: { type: 'text' },
    reason: { type: 'json' },
    decision_reason: { type: 'json', nullable: true },
    decided_by: { type: 'text', nullable: true },
    end_reason: { type: 'json', nullable: true },
    ended_by: { type: 'text', nullable: true },
    revision: { type: 'integer' },
  },
  primaryKey: ['restriction_id'],
  indexes: [
    ['candidate_id', 'restriction_id'],
    ['status', 'candidate_id'],
  ],
});

/** One row per candidate whose file is, or was, kept whatever its term. */
export const fileHoldTable = defineTable({
  name: 'file_hold',
  columns: {
    candidate_id: { type: 'text' },
    hold_id: { type: 'text' },
    until: { type: 'text' },
    reason: { type: 'json' },
    held_by: { type: 'text' },
    revision: { type: 'integer' },
  },
  primaryKey: ['candidate_id'],
});
