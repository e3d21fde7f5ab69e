import { type CalendarDate, includes } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import type { TrajectoryFacts } from './facts.js';

/** The employers with a placement that runs on `day`, as far as its end is known; one with two of them twice. */
export function employersOn(
  { placements }: Pick<TrajectoryFacts, 'placements'>,
  day: CalendarDate,
): readonly Id[] {
  return placements
    .filter(({ startsOn, endedOn }) => includes({ from: startsOn, to: endedOn }, day))
    .map(({ employerId }) => employerId);
}
