import type { CalendarPeriod } from '../shared/calendar.js';
import { type Day, plusPeriod } from './days.js';

/** An evaluation that the rules ask for; `settledOn` is undefined while it was not held. */
export interface AskedEvaluation {
  readonly due: Day;
  readonly settledOn: Day | undefined;
}

/** Each evaluation that the rules ask for: due a period after the later of the opening and the one before (reading 46). */
export function evaluationRhythm(
  openedOn: Day,
  heldOn: readonly Day[],
  period: CalendarPeriod,
): AskedEvaluation[] {
  const held = [...heldOn].sort((a, b) => a - b);
  return [openedOn, ...held].map((previous, index) => ({
    due: plusPeriod(Math.max(previous, openedOn), period),
    settledOn: held[index],
  }));
}
