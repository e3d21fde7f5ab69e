import { compareDays } from '../shared/calendar.js';
import { byId } from '../shared/ids.js';
import { DEADLINE_KINDS } from '../shared/lists.js';
import { applicationDeadlines } from './application-deadlines.js';
import type { Standing } from './clock-reading.js';
import { decisionDeadlines } from './decision-deadlines.js';
import type { Deadline, LimitsInput } from './limits.js';
import { declarationDeadlines, endOfJobDeadlines, rhythmDeadlines } from './rhythm-deadlines.js';

/**
 * Every deadline of the trajectory itself under its own rule set, as the calendar stands: those of the trajectories
 * that it continues are theirs. By due day, then in the order of the closed list, then by what they are for.
 */
export function deadlinesOf(input: LimitsInput, standing: Standing): Deadline[] {
  return [...awardDeadlines(input, standing), ...rhythmDeadlines(input, standing)].sort(
    (a, b) =>
      compareDays(a.dueOn, b.dueOn) ||
      DEADLINE_KINDS.indexOf(a.kind) - DEADLINE_KINDS.indexOf(b.kind) ||
      byId({ id: a.for ?? '' }, { id: b.for ?? '' }),
  );
}

/** Those of them that follow from what was worked, applied for and granted, in no order. */
export function awardDeadlines(input: LimitsInput, standing: Standing): Deadline[] {
  return [
    ...applicationDeadlines(input, standing),
    ...decisionDeadlines(input, standing),
    ...endOfJobDeadlines(input, standing),
    ...declarationDeadlines(input, standing),
  ];
}
