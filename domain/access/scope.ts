import { addMonths, type CalendarDate } from '../shared/calendar.js';
import type { Id } from '../shared/ids.js';
import { assignedCoachOn, substitutesOn } from '../trajectory/coaches-on.js';
import type { TrajectoryFacts } from '../trajectory/facts.js';
import { type Organisations, organisationsFrom } from '../trajectory/in-force-on.js';

/** The months after the end of a placement in which a former employer still sees what it had (domain.md section 9). */
const FORMER_EMPLOYER_MONTHS = 6;

/** What is known of the thing that somebody would see or record on. What is left out counts as nobody's. */
export interface Scope {
  /** The organisations and funders whose own it is. */
  readonly organisationIds?: readonly Id[];
  readonly funderIds?: readonly Id[];
  /** The organisations and funders of trajectories that continue it: they see it and record nothing on it. */
  readonly continuedBy?: { readonly organisationIds: readonly Id[]; readonly funderIds: readonly Id[] };
  readonly candidateId?: Id;
  /** The employers that have it in sight. */
  readonly employerIds?: readonly Id[];
  /** The coaches who are or were assigned or a substitute. */
  readonly coachIds?: readonly Id[];
  /** Those who are so today. */
  readonly coachIdsNow?: readonly Id[];
  /** Those who are so from a later day on. */
  readonly coachIdsToCome?: readonly Id[];
  /** Those who are so on the day of the fact. */
  readonly coachIdsOnDay?: readonly Id[];
  /** The coach whom the fact is about: of the session, the tie, the absence, the hours. */
  readonly actingCoachId?: Id;
}

/** What `trajectoryScope` has to know besides the facts. */
export interface ScopeDays {
  readonly today: CalendarDate;
  /** The day of the fact; without it today. */
  readonly day?: CalendarDate | undefined;
  /** The trajectories that continue this one, directly or further on. */
  readonly continuedBy?: readonly (Organisations & Pick<TrajectoryFacts, 'funderId'>)[];
  readonly actingCoachId?: Id | undefined;
}

/**
 * The scope of a trajectory and of what is recorded on it. Its organisation is the one that coaches today; one that is
 * recorded to coach later may prepare for it.
 */
export function trajectoryScope(facts: TrajectoryFacts, days: ScopeDays): Scope {
  const { today, day = today, continuedBy = [], actingCoachId } = days;
  const coaching = [...facts.assignments, ...facts.substitutions];
  return {
    organisationIds: organisationsFrom(facts, today),
    funderIds: [facts.funderId],
    continuedBy: {
      organisationIds: continuedBy.flatMap((later) => organisationsFrom(later, today)),
      funderIds: continuedBy.map(({ funderId }) => funderId),
    },
    candidateId: facts.candidateId,
    employerIds: employersInSight(facts, today),
    coachIds: coaching.map(({ coachId }) => coachId),
    coachIdsNow: coachesOn(facts, today),
    coachIdsToCome: coaching.filter(({ from }) => from > today).map(({ coachId }) => coachId),
    coachIdsOnDay: coachesOn(facts, day),
    ...(actingCoachId === undefined ? {} : { actingCoachId }),
  };
}

/** The assigned coach and the substitutes on `day`. */
function coachesOn(facts: TrajectoryFacts, day: CalendarDate): Id[] {
  const assigned = assignedCoachOn(facts, day);
  return [...(assigned === undefined ? [] : [assigned]), ...substitutesOn(facts, day)];
}

/** True while an employer whose job ended on `endedOn` still sees what it had. */
export function isInSightOfFormerEmployer(endedOn: CalendarDate, today: CalendarDate): boolean {
  return today <= addMonths(endedOn, FORMER_EMPLOYER_MONTHS);
}

/** The employers with a placement that runs, is to start, or ended no more than six months before `today`. */
function employersInSight({ placements }: TrajectoryFacts, today: CalendarDate): Id[] {
  const inSight = placements.filter(
    ({ endedOn }) => endedOn === undefined || isInSightOfFormerEmployer(endedOn, today),
  );
  return [...new Set(inSight.map(({ employerId }) => employerId))];
}
