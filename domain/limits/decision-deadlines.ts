import type { DeadlineTerms } from '../rule-sets/rule-set.js';
import { dayNumber } from '../shared/calendar.js';
import type { Application } from '../trajectory/facts.js';
import type { Standing } from './clock-reading.js';
import { type Day, dateOf, NEVER, plusPeriod } from './days.js';
import { deadlineStatus } from './deadline-status.js';
import type { Deadline, LimitsInput } from './limits.js';

/** One for each application received by now: when the funder decides on it (reading 43). */
export function decisionDeadlines({ trajectory, ruleSet }: LimitsInput, { on }: Standing): Deadline[] {
  return trajectory.facts.applications
    .filter((application) => dayNumber(application.receivedOn) <= on)
    .map((application) => decisionDeadline(application, ruleSet.deadlines, on));
}

function decisionDeadline(application: Application, terms: DeadlineTerms, on: Day): Deadline {
  const received = dayNumber(application.receivedOn);
  const decided = application.decidedOn === undefined ? undefined : dayNumber(application.decidedOn);
  const stopped = daysStopped(application, Math.min(on, decided ?? NEVER));
  const due = plusPeriod(received, terms.decision) + stopped;
  return {
    kind: 'decision',
    dueOn: dateOf(due),
    atTheLatestOn: dateOf(plusPeriod(received, terms.decisionAtTheLatest) + stopped),
    status: deadlineStatus(due, decided, on),
    for: application.id,
  };
}

/** Days after completion was asked up to and including the completion, or up to `on` or the decision without one. */
function daysStopped({ completionAskedOn, completedOn }: Application, atMost: Day): number {
  if (completionAskedOn === undefined) return 0;
  const until = Math.min(completedOn === undefined ? NEVER : dayNumber(completedOn), atMost);
  return Math.max(0, until - dayNumber(completionAskedOn));
}
