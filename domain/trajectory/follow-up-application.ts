import type { RuleSet } from '../rule-sets/rule-set.js';
import { addPeriod, type CalendarDate, latest } from '../shared/calendar.js';
import type { ApplicationKind } from '../shared/lists.js';

/** An application that a job change asks for, with the last day on which it is in time. */
export interface FollowUpApplication {
  readonly kind: ApplicationKind;
  readonly dueOn: CalendarDate;
}

/**
 * The application that a new job asks for under `ruleSet`.
 *
 * - Where terms are counted per employer, a new employer is a new first application, also inside a running period
 *   (UWV 2014 A.8), due on the job's start + the term for it (reading 31).
 * - Where one term goes on over employers: a change of the grant that still runs, due likewise (inference); after the
 *   last grant its follow-on, due on that grant's last day + the term; the first application where there was none.
 *
 * `grants` are those that count for the new job: at its employer in an employment-scoped clock, else any.
 */
export function followUpApplication(
  ruleSet: RuleSet,
  startsOn: CalendarDate,
  grants: readonly { readonly to: CalendarDate }[],
): FollowUpApplication {
  const { firstApplication, followOnApplication } = ruleSet.deadlines;
  const [last, ...others] = grants.map(({ to }) => to);
  const dueOn = addPeriod(startsOn, firstApplication);
  if (last === undefined) return { kind: 'first', dueOn };
  if (grants.some(({ to }) => startsOn <= to)) return { kind: 'change', dueOn };
  if (ruleSet.clock.scope === 'employment') return { kind: 'first', dueOn };
  return { kind: 'follow-on', dueOn: addPeriod(latest(last, ...others), followOnApplication) };
}
