import type { CalendarDate } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import { employersOn } from './employers-on.js';
import type { TrajectoryFacts } from './facts.js';
import { refuse } from './refusals.js';

/**
 * Which employer agrees, declines or assesses: the one that is named, which must have or have had a placement
 * (`employer.not-involved`); without a name the only one where the candidate works on `on`, or else the only one there
 * is (`employer.unclear` when there are more).
 */
export function speakingEmployer(
  facts: TrajectoryFacts,
  employerId: Id | null | undefined,
  on: CalendarDate,
): Id {
  const involved = [...new Set(facts.placements.map((placement) => placement.employerId))];
  if (employerId) {
    return involved.includes(employerId) ? employerId : refuse('employer.not-involved', 'employerId');
  }
  const atWork = [...new Set(employersOn(facts, on))];
  const [only, ...others] = atWork.length > 0 ? atWork : involved;
  if (only === undefined) return refuse('employer.not-involved', 'employerId');
  return others.length === 0 ? only : refuse('employer.unclear', 'employerId');
}
