import type { DeadlineTerms } from '../rule-sets/rule-set.js';
import { dayNumber } from '../shared/calendar.js';
import type { Application, Grant } from '../trajectory/facts.js';
import type { Standing } from './clock-reading.js';
import { type Day, dateOf, NEVER, plusPeriod } from './days.js';
import { deadlineStatus } from './deadline-status.js';
import type { Deadline, LimitsInput } from './limits.js';

/** One for each application received by now: when the funder decides on it (reading 43). */
export function decisionDeadlines({ trajectory, ruleSet }: LimitsInput, { on }: Standing): Deadline[] {
  const { applications, grants } = trajectory.facts;
  return applications
    .filter((application) => dayNumber(application.receivedOn) <= on)
    .map((application) => decisionDeadline(application, grants, ruleSet.deadlines, on));
}

function decisionDeadline(
  application: Application,
  grants: readonly Grant[],
  terms: DeadlineTerms,
  on: Day,
): Deadline {
  const received = dayNumber(application.receivedOn);
  const stopped = daysStopped(application, on);
  const due = plusPeriod(received, terms.decision) + stopped;
  return {
    kind: 'decision',
    dueOn: dateOf(due),
    atTheLatestOn: dateOf(plusPeriod(received, terms.decisionAtTheLatest) + stopped),
    status: deadlineStatus(due, decidedOn(application, grants), on),
    for: application.id,
  };
}

/** Days after completion was asked up to and including the completion, or up to `on` while it is awaited. */
function daysStopped({ completionAskedOn, completedOn }: Application, on: Day): number {
  if (completionAskedOn === undefined) return 0;
  const until = Math.min(completedOn === undefined ? NEVER : dayNumber(completedOn), on);
  return Math.max(0, until - dayNumber(completionAskedOn));
}

function decidedOn(application: Application, grants: readonly Grant[]): Day | undefined {
  const decisions = grants
    .filter((grant) => grant.applicationId === application.id)
    .flatMap((grant) => grant.decisions.map((decision) => dayNumber(decision.decidedOn)));
  if (application.decidedOn !== undefined) decisions.push(dayNumber(application.decidedOn));
  return decisions.length === 0 ? undefined : Math.min(...decisions);
}
