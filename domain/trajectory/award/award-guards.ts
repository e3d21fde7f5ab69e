import type { CalendarDate } from '../../shared/calendar.js';
import type { Id } from '../../shared/ids.js';
import type { TrajectoryFacts } from '../facts.js';
import { refuseAfterClosure } from '../guards.js';
import { refuse } from '../refusals.js';
import type { TrajectoryState } from '../state.js';
import type { Application, Grant } from './facts.js';

/** The application that the address names; `application.not-received` while it is a draft. */
export function applicationAt(facts: TrajectoryFacts, state: TrajectoryState, id: Id): Application {
  const found = facts.applications.find((application) => application.id === id);
  if (found) return found;
  return refuse(state.drafts.has(id) ? 'application.not-received' : 'application.not-found');
}

/** The grant that the address names. */
export function grantAt(facts: TrajectoryFacts, id: Id): Grant {
  return facts.grants.find((grant) => grant.id === id) ?? refuse('grant.not-found');
}

/** True when the refusal of this application did not stand: an objection to it was upheld. */
function wasOverturned({ objections }: TrajectoryFacts, application: Application): boolean {
  return objections.some(({ against, result }) => against === application.id && result === 'upheld');
}

/**
 * True when the application still waits for a decision: there is none yet, or the refusal was overturned and no grant
 * followed. `otherThan`: a grant that is left out, for it is the one that is judged.
 */
export function isPending(facts: TrajectoryFacts, application: Application, otherThan?: Id): boolean {
  const granted = facts.grants.some(({ id, applicationId }) => {
    return applicationId === application.id && id !== otherThan;
  });
  return !granted && (application.refusedOn === undefined || wasOverturned(facts, application));
}

/** On a closed trajectory only what was pending is still decided (domain.md section 5). */
export function refuseUnlessPending(
  facts: TrajectoryFacts,
  pending: boolean,
  date: CalendarDate,
  field: string,
): void {
  if (!pending) refuseAfterClosure(facts, date, field);
}

/** The day of the decision that `against` names: a grant, or an application that was decided. */
export function decisionDay(
  { grants, applications }: TrajectoryFacts,
  against: Id,
): CalendarDate | undefined {
  const grant = grants.find(({ id }) => id === against);
  return grant?.decisions[0]?.decidedOn ?? applications.find(({ id }) => id === against)?.decidedOn;
}

/** Refuses what leaves an objection without a decision on the day that it was lodged. */
export function refuseBaselessObjections(facts: TrajectoryFacts, field?: string): void {
  for (const { against, lodgedOn } of facts.objections) {
    const day = decisionDay(facts, against);
    if (day === undefined || lodgedOn < day) refuse('objection.nothing-decided', field);
  }
}

/** Refuses what leaves a grant on a refusal that stands after all. */
export function refuseGrantsOnRefusals(facts: TrajectoryFacts, field: string): void {
  for (const application of facts.applications) {
    const granted = facts.grants.some(({ applicationId }) => applicationId === application.id);
    if (granted && application.refusedOn !== undefined && !wasOverturned(facts, application)) {
      refuse('application.already-decided', field);
    }
  }
}
