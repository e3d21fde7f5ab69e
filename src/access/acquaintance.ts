import { type AskingParty, type Standing, standingOf, trajectoryScope } from '../../domain/access/index.js';
import type { CalendarDate } from '../../domain/shared/calendar.js';
import type { Id } from '../../domain/shared/ids.js';
import type { TrajectoryFacts } from '../../domain/trajectory/facts.js';
import type { CandidateView } from '../../projections/candidate/candidate.query.js';

/** A candidate as one party registered them. */
type Registration = Pick<CandidateView, 'id' | 'organisationId' | 'funderId'>;

/** What somebody is to a candidate, and the trajectories of the candidate that exist for them, in the given order. */
export interface Acquaintance {
  readonly standings: readonly Standing[];
  readonly trajectories: readonly TrajectoryFacts[];
}

/**
 * How the asker is acquainted with a candidate: by trajectories, by a registration of the own organisation or funder, or
 * as the candidate. `registrations` are all those of one candidate after merges, `trajectories` all of the candidate's,
 * because a later one lets its parties see what it continues; `employerIds` are the asker's where an employer asks.
 */
export function acquaintanceOf(
  asker: AskingParty,
  employerIds: readonly Id[],
  { registrations, trajectories }: CandidateFile,
  today: CalendarDate,
): Acquaintance {
  const isOwn = registrations.some((registration) => isOwnCandidate(asker, registration));
  if (asker.role === 'candidate') {
    return isOwn ? { standings: ['candidate'], trajectories } : { standings: [], trajectories: [] };
  }
  const askers =
    asker.role === 'employer' ? employerIds.map((employerId) => ({ ...asker, employerId })) : [asker];
  const seen = trajectories.flatMap((facts) => {
    const scope = trajectoryScope(facts, { today, continuedBy: followersOf(facts.id, trajectories) });
    const [standing] = askers.flatMap((one) => standingOf(one, scope) ?? []);
    return standing === undefined ? [] : [{ facts, standing }];
  });
  const { role } = asker;
  const registered = isOwn && (role === 'coordinator' || role === 'case-director' || role === 'auditor');
  return {
    standings: [...(registered ? [role] : []), ...seen.map(({ standing }) => standing)],
    trajectories: seen.map(({ facts }) => facts),
  };
}

/** All that is there of one candidate after merges. */
export interface CandidateFile {
  readonly registrations: readonly Registration[];
  readonly trajectories: readonly TrajectoryFacts[];
}

/** True for who was registered by the asker's own organisation or funder, and for oneself. */
export function isOwnCandidate(
  { role, organisationId, funderId, candidateId }: AskingParty,
  candidate: Registration,
): boolean {
  switch (role) {
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
