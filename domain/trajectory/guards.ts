import { type CalendarDate, type Days, includes } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import { itemById } from '../shared/items-by-id.js';
import { isSealed, type Protected } from '../shared/protected.js';
import type { CoachCircumstances, OrganisationCircumstances } from './circumstances.js';
import { isClosedOn } from './closing/closed-days.js';
import { employersOn } from './employers-on.js';
import type { TrajectoryEvent } from './events.js';
import type { Evidence } from './evidence.js';
import type { Placement, TrajectoryFacts } from './facts.js';
import { refuse } from './refusals.js';
import { eventFingerprint, type TrajectoryState } from './state.js';

/** The facts of a trajectory that was opened; `trajectory.not-found` when it was not. */
export function openedFacts(state: TrajectoryState): TrajectoryFacts {
  return state.facts ?? refuse('trajectory.not-found');
}

/**
 * True when `id` already names this very fact, so that the command was decided before. Protected texts are not
 * compared: they come back sealed. `id.already-used` when it names another fact.
 */
export function decidedBefore(state: TrajectoryState, id: Id, event: TrajectoryEvent): boolean {
  const known = state.issued.get(id);
  if (known === eventFingerprint(event)) return true;
  if (isUsed(state, id)) refuse('id.already-used');
  return false;
}

/** True when `id` names any fact of the trajectory. */
export function isUsed(state: TrajectoryState, id: Id): boolean {
  return (
    state.issued.has(id) ||
    itemById(state.sessions, id) !== undefined ||
    itemById(state.contacts, id) !== undefined
  );
}

/** Refuses a date after today (reading 33). */
export function refuseFuture(
  date: CalendarDate | null | undefined,
  today: CalendarDate,
  field: string,
): void {
  if (date && date > today) refuse('date.in-future', field);
}

/** Refuses evidence that was signed after today. */
export function refuseFutureEvidence(evidence: Protected<Evidence> | undefined, today: CalendarDate): void {
  if (evidence !== undefined && !isSealed(evidence)) {
    refuseFuture(evidence.signedOn, today, 'evidence.signedOn');
  }
}

/** Refuses a date before the trajectory opened (domain.md section 5). */
export function refuseBeforeOpening(facts: TrajectoryFacts, date: CalendarDate, field: string): void {
  if (date < facts.openedOn) refuse('date.before-opening', field);
}

/** On a closed trajectory only what is dated on a day on which it was open may still be recorded (domain.md section 5). */
export function refuseAfterClosure(facts: TrajectoryFacts, date: CalendarDate, field?: string): void {
  if (isClosedOn(facts, date)) refuse('trajectory.closed', field);
}

const MINUTES_OF_A_DAY = 1440;

/** Refuses minutes that are not whole, or not 1 to 1440. */
export function refuseBadMinutes(minutes: number): void {
  if (!(Number.isInteger(minutes) && minutes >= 1 && minutes <= MINUTES_OF_A_DAY)) {
    refuse('minutes.invalid', 'minutes');
  }
}

/** Refuses two dates of one request that run backwards. */
export function refuseBackwards(from: CalendarDate, to: CalendarDate | undefined, field: string): void {
  if (to !== undefined && to < from) refuse('period.invalid', field);
}

/** True when one of the stretches holds `day`. */
export function recognisedOn(recognised: readonly Days[], day: CalendarDate): boolean {
  return recognised.some((days) => includes(days, day));
}

/** The days of a placement, as far as its end is known: a planned end is not an end. */
export function daysOf(placement: Pick<Placement, 'startsOn' | 'endedOn'>): Days {
  return { from: placement.startsOn, to: placement.endedOn };
}

/**
 * Refuses a coach who on `day` has a binding tie with the candidate, or with an employer where the candidate works
 * that day (OVAL; UWV 2014 A.4.3). `alsoAt`: an employer beside those of the placements that run.
 */
export function refuseTied(
  facts: TrajectoryFacts,
  coach: CoachCircumstances,
  day: CalendarDate,
  alsoAt?: Id,
): void {
  if (coach.ties.length === 0) return;
  const employers = employersOn(facts, day);
  const tied = coach.ties.some(
    (tie) =>
      coach.bindingTies.includes(tie.kind) &&
      includes({ from: tie.from, to: tie.until }, day) &&
      (tie.candidateId === facts.candidateId ||
        (tie.employerId !== undefined && (tie.employerId === alsoAt || employers.includes(tie.employerId)))),
  );
  if (tied) refuse('coach.tied', 'coachId');
}

/** Refuses a coach who may not be given this candidate from `day` on: tied, or unrecognised where that refuses. */
export function refuseUnfitCoach(facts: TrajectoryFacts, coach: CoachCircumstances, day: CalendarDate): void {
  refuseTied(facts, coach, day);
  if (coach.withoutRecognition === 'refusal' && !recognisedOn(coach.recognised, day)) {
    refuse('coach.not-recognised', 'coachId');
  }
}

/** Refuses an organisation that is not recognised on `day`, where the funder's rules refuse that. */
export function refuseUnrecognisedOrganisation(
  organisation: OrganisationCircumstances,
  day: CalendarDate,
): void {
  if (organisation.withoutRecognition === 'refusal' && !recognisedOn(organisation.recognised, day)) {
    refuse('organisation.not-recognised', 'organisationId');
  }
}

/** The placement that the address names; `placement.not-found` when there is none. */
export function placementAt(facts: TrajectoryFacts, id: Id): Placement {
  return facts.placements.find((placement) => placement.id === id) ?? refuse('placement.not-found');
}

/** Refuses a placement in a request that the trajectory does not hold. */
export function refuseUnknownPlacement(
  facts: TrajectoryFacts,
  id: Id | null | undefined,
  field: string,
): void {
  if (id && !facts.placements.some((placement) => placement.id === id)) refuse('placement.unknown', field);
}
