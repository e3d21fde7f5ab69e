import { addDays, addPeriod, type CalendarDate, type CalendarPeriod, latest } from '../../shared/calendar.js';
import type { Id } from '../../shared/ids.js';
import type { TrajectoryFacts } from '../../trajectory/facts.js';

/** One trajectory of a person, with the term that its rules keep the file after it ended; undefined where they name none. */
export interface KeptTrajectory {
  readonly facts: Pick<TrajectoryFacts, 'id' | 'closedOn' | 'objections' | 'declarations'>;
  readonly term: CalendarPeriod | undefined;
}

/** Why no day is known yet on which a file may go. */
export interface KeptBecause {
  readonly why:
    | 'no-trajectory'
    | 'trajectory-open'
    | 'objection-open'
    | 'declaration-not-settled'
    | 'no-term'
    | 'held';
  /** The trajectory that it is about. */
  readonly trajectoryId?: Id;
  /** The last day of a hold. */
  readonly until?: CalendarDate;
}

/** The first day on which a file may be erased, or why there is none yet. */
export interface Erasable {
  readonly from: CalendarDate | undefined;
  readonly keptBecause: readonly KeptBecause[];
}

/**
 * From which day the file of a person may be erased: the day after the longest of the terms of their trajectories, each
 * counted from the last thing that happened in it: its closure, a decision on an objection, a settlement (product rule: the
 * term starts late when a fact comes late, and is computed anew). While something runs, or is held, there is no day.
 */
export function erasableFrom(
  trajectories: readonly KeptTrajectory[],
  heldUntil: CalendarDate | undefined,
  today: CalendarDate,
): Erasable {
  const keptBecause: KeptBecause[] = [];
  if (trajectories.length === 0) keptBecause.push({ why: 'no-trajectory' });
  const days: CalendarDate[] = [];
  for (const { facts, term } of trajectories) {
    const { id: trajectoryId, closedOn, objections, declarations } = facts;
    if (closedOn === undefined) keptBecause.push({ why: 'trajectory-open', trajectoryId });
    if (objections.some(({ decidedOn }) => decidedOn === undefined)) {
      keptBecause.push({ why: 'objection-open', trajectoryId });
    }
    if (declarations.some(({ settlements }) => settlements.length === 0)) {
      keptBecause.push({ why: 'declaration-not-settled', trajectoryId });
    }
    if (term === undefined) keptBecause.push({ why: 'no-term', trajectoryId });
    if (closedOn === undefined || term === undefined) continue;
    const last = latest(
      closedOn,
      ...objections.flatMap(({ decidedOn }) => decidedOn ?? []),
      ...declarations.flatMap(({ settlements }) => settlements.map(({ on }) => on)),
    );
    days.push(addDays(addPeriod(last, term), 1));
  }
  if (heldUntil !== undefined && heldUntil >= today) keptBecause.push({ why: 'held', until: heldUntil });
  const [first, ...others] = days;
  return {
    from: keptBecause.length > 0 || first === undefined ? undefined : latest(first, ...others),
    keptBecause,
  };
}
