import { type AskingParty, maySee, trajectoryScope } from '../../domain/access/index.js';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { TrajectoryFacts } from '../../domain/trajectory/facts.js';
import type { CandidateView } from '../../projections/candidate/candidate.query.js';
import type { CoachView } from '../../projections/coach/coach.query.js';

/*
 * What may be read of the parties (domain.md section 9). Funders, organisations, employers and their rules are reference
 * data for everybody with a token; coaches and candidates are people.
 */

type Employed = Pick<CoachView, 'id' | 'employments'>;

/** The coaches that somebody has in sight. */
export type CoachesInSight =
  | { readonly kind: 'all' }
  | { readonly kind: 'of-organisation'; readonly organisationId: Id }
  | { readonly kind: 'one'; readonly coachId: Id }
  | { readonly kind: 'none' };

/** Which coaches the asker may know of: a coordinator those of the own organisation, a coach only themselves. */
export function coachesInSight({ role, organisationId, coachId }: AskingParty): CoachesInSight {
  if (role === 'administrator' || role === 'operator') return { kind: 'all' };
  if (role === 'coordinator' && organisationId !== undefined) {
    return { kind: 'of-organisation', organisationId };
  }
  return role === 'coach' && coachId !== undefined ? { kind: 'one', coachId } : { kind: 'none' };
}

/** True when the asker may know of this coach. A coach who is to come is in sight of the new organisation at once. */
export function seesCoach(asker: AskingParty, coach: Employed, today: CalendarDate): boolean {
  const sight = coachesInSight(asker);
  if (sight.kind === 'of-organisation') return organisationsFrom(coach, today).includes(sight.organisationId);
  return sight.kind === 'all' || (sight.kind === 'one' && sight.coachId === coach.id);
}

/**
 * True when the asker may read how many minutes the coach worked on each day, over all candidates: the coach, and the
 * coordinator of the organisation that the coach works for today. An administrator reads nothing of dossiers.
 */
export function seesCoachDays(asker: AskingParty, coach: Employed, today: CalendarDate): boolean {
  if (asker.role === 'coach') return asker.coachId === coach.id;
  if (asker.role !== 'coordinator' || asker.organisationId === undefined) return asker.role === 'operator';
  return organisationToday(coach, today) === asker.organisationId;
}

/** The organisation that a coach works for today. */
export function organisationToday({ employments }: Pick<CoachView, 'employments'>, today: CalendarDate): Id {
  const now = employments.findLast(({ from }) => from === null || from <= today);
  if (now === undefined) throw new RangeError('a coach works somewhere from the beginning');
  return now.organisationId;
}

/** The roles that may read who is reached at an employer, which coach it prefers, and what was merged into it. */
const SEES_EMPLOYER: readonly string[] = [
  'administrator',
  'operator',
  'coordinator',
  'coach',
  'case-director',
];

/** True when the asker may read of the people at the employer: whoever calls there, and the employer itself. */
export function seesEmployerDetails({ role, employerId }: AskingParty, ids: readonly Id[]): boolean {
  return SEES_EMPLOYER.includes(role) || (employerId !== undefined && ids.includes(employerId));
}

/** True when the asker may read what was complained about the organisation: its own coordinators. */
export function seesComplaints({ role, organisationId }: AskingParty, id: Id): boolean {
  return role === 'administrator' || role === 'operator' || (role === 'coordinator' && organisationId === id);
}

/** True when the asker is told of candidates that may be one: whoever may merge them. */
export function seesPossibleDuplicates({ role }: AskingParty): boolean {
  return role === 'coordinator' || role === 'case-director' || role === 'operator';
}

/** Where a coach works today and is to work. */
function organisationsFrom(coach: Employed, today: CalendarDate): readonly Id[] {
  const toCome = coach.employments.filter(({ from }) => from !== null && from > today);
  return [organisationToday(coach, today), ...toCome.map(({ organisationId }) => organisationId)];
}

/** A candidate as one party registered them. */
type Registration = Pick<CandidateView, 'id' | 'organisationId' | 'funderId'>;

/**
 * The trajectories of a candidate that the asker may know of, in the given order, or undefined when the candidate is out
 * of sight altogether. In sight: candidates of a trajectory in sight, those that the own organisation or funder
 * registered, and oneself. `registrations` are all those of one candidate after merges, and `trajectories` all of the
 * candidate's, because a later one lets its parties see what it continues.
 */
export function trajectoriesInSight(
  asker: AskingParty,
  registrations: readonly Registration[],
  trajectories: readonly TrajectoryFacts[],
  today: CalendarDate,
): readonly TrajectoryFacts[] | undefined {
  // What an employer may read of a person is a narrow view of its own, and its number for them is no part of it.
  if (asker.role === 'employer' || asker.role === 'administrator') return undefined;
  const isOwn = registrations.some((registration) => isOwnCandidate(asker, registration));
  if (asker.role === 'candidate') return isOwn ? trajectories : undefined;
  const seen = trajectories.filter((facts) => {
    const continuedBy = followersOf(facts.id, trajectories);
    return maySee(asker, trajectoryScope(facts, { today, continuedBy }));
  });
  return seen.length > 0 || isOwn ? seen : undefined;
}

/** True for who was registered by the asker's own organisation or funder, and for oneself. */
export function isOwnCandidate(
  { role, organisationId, funderId, candidateId }: AskingParty,
  candidate: Registration,
): boolean {
  switch (role) {
    case 'operator':
      return true;
    case 'candidate':
      return candidateId === candidate.id;
    case 'coordinator':
      return organisationId !== undefined && organisationId === candidate.organisationId;
    case 'case-director':
    case 'auditor':
      return funderId !== undefined && funderId === candidate.funderId;
    default:
      return false;
  }
}

/** The trajectories that continue this one, directly or further on. */
function followersOf(id: Id, trajectories: readonly TrajectoryFacts[]): readonly TrajectoryFacts[] {
  const found = new Set<TrajectoryFacts>();
  const look = [id];
  for (let at = look.pop(); at !== undefined; at = look.pop()) {
    for (const later of trajectories) {
      if (later.continues !== at || found.has(later)) continue;
      found.add(later);
      look.push(later.id);
    }
  }
  return [...found];
}
