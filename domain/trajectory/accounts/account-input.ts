import type { LimitsInput } from '../../limits/limits.js';
import type { CalendarDate } from '../../shared/calendar.js';
import { allItems } from '../../shared/items-by-id.js';
import { ALL_APART } from '../../shared/survivors.js';
import type { AccountCircumstances } from '../circumstances.js';
import type { TrajectoryFacts, TrajectoryRecord } from '../facts.js';
import { refuseAfterClosure, refuseBackwards, refuseFuture } from '../guards.js';
import { recordWithOneEmployer } from '../merged-employers.js';
import type { TrajectoryState } from '../state.js';

/** What the hours of a trajectory are counted from when something is decided on them, as they stand today. */
export function accountInput(
  state: TrajectoryState,
  facts: TrajectoryFacts,
  circumstances: AccountCircumstances,
  today: CalendarDate,
): LimitsInput {
  const { ruleSet, continued, survivors = ALL_APART } = circumstances;
  const own = { facts, sessions: allItems(state.sessions), employerContacts: [] };
  const asOne = (record: TrajectoryRecord) => recordWithOneEmployer(record, survivors);
  return { on: today, trajectory: asOne(own), continued: continued.map(asOne), ruleSet };
}

/** Refuses days that run backwards, lie ahead, or go past the last day of a closed trajectory. */
export function refuseBadDays(
  facts: TrajectoryFacts,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
  today: CalendarDate,
): void {
  refuseFuture(to, today, 'to');
  refuseBackwards(from, to, 'to');
  refuseAfterClosure(facts, to, 'to');
}
