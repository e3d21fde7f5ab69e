import type { Day } from './days.js';
import type { Deadline } from './limits.js';

/** `open` up to and including the due day, `overdue` after it, `met` when settled by then, else `late` (reading 44). */
export function deadlineStatus(due: Day, settledOn: Day | undefined, on: Day): Deadline['status'] {
  if (settledOn !== undefined && settledOn <= on) return settledOn <= due ? 'met' : 'late';
  return on <= due ? 'open' : 'overdue';
}
