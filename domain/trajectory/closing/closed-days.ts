import type { CalendarDate } from '../../shared/calendar.js';
import type { ClosingFacts } from './facts.js';

type Closures = Pick<ClosingFacts, 'closedOn' | 'closures'>;

/** Days on which a trajectory is closed: those after `closedOn` and before `reopenedOn`; without that all after it. */
export interface ClosedStretch {
  /** The last day before it. */
  readonly closedOn: CalendarDate;
  /** The first day after it. */
  readonly reopenedOn?: CalendarDate;
}

/** The stretches in which the trajectory is closed, in order; one that was reopened on the day after has no day. */
export function closedStretches({ closedOn, closures = [] }: Closures): readonly ClosedStretch[] {
  const reopened = closures.flatMap(({ on, reopening }) =>
    reopening === undefined ? [] : [{ closedOn: on, reopenedOn: reopening.on }],
  );
  return closedOn === undefined ? reopened : [...reopened, { closedOn }];
}

/** True on a day after a last day on which the trajectory has not been reopened. */
export function isClosedOn(facts: Closures, day: CalendarDate): boolean {
  return closedStretches(facts).some(
    ({ closedOn, reopenedOn }) => closedOn < day && (reopenedOn === undefined || day < reopenedOn),
  );
}

/** The last day of the open stretch that `day` is in, or that ended before it; undefined when it goes on. */
export function lastDayAround(facts: Closures, day: CalendarDate): CalendarDate | undefined {
  return closedStretches(facts).find(({ reopenedOn }) => reopenedOn === undefined || day < reopenedOn)
    ?.closedOn;
}
