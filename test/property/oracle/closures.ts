import type { CalendarDate } from '../../../domain/shared/calendar.js';
import type { TrajectoryFacts } from '../../../domain/trajectory/facts.js';

/** A closing with its last day, or a reopening with its first day, in the order in which they follow each other. */
interface Turn {
  readonly closes: boolean;
  readonly day: CalendarDate;
}

function turnsOf({ closures, closedOn }: TrajectoryFacts): readonly Turn[] {
  if (closures === undefined) return closedOn === undefined ? [] : [{ closes: true, day: closedOn }];
  return closures.flatMap(({ on, reopening }): Turn[] => [
    { closes: true, day: on },
    ...(reopening ? [{ closes: false, day: reopening.on }] : []),
  ]);
}

/** Reading 6: the last day of the closure that has happened on `on` and was not undone by then. */
export function closedOnAsOf(facts: TrajectoryFacts, on: CalendarDate): CalendarDate | undefined {
  const last = turnsOf(facts)
    .filter(({ day }) => day <= on)
    .at(-1);
  return last?.closes ? last.day : undefined;
}

/** True when the trajectory is open on `day`: the last day itself is, and so is the first day of a reopening. */
export function isOpenOn(facts: TrajectoryFacts, day: CalendarDate): boolean {
  const last = turnsOf(facts)
    .filter((turn) => (turn.closes ? turn.day < day : turn.day <= day))
    .at(-1);
  return last === undefined || !last.closes;
}

/** Each closure with the day that undid it, as far as either has come by `on`. */
export function closuresAsOf(facts: TrajectoryFacts, on: CalendarDate) {
  const turns = turnsOf(facts).filter(({ day }) => day <= on);
  return turns.flatMap((turn, index) =>
    turn.closes ? [{ lastDay: turn.day, openAgain: turns[index + 1]?.day }] : [],
  );
}
