import { unknownMember } from '../shared/decider.js';
import type { Id } from '../shared/ids.js';
import type { AskingParty } from './roles.js';
import type { Scope } from './scope.js';

function holds(ids: readonly Id[] | undefined, id: Id | undefined): boolean {
  return id !== undefined && ids?.includes(id) === true;
}

/**
 * True when the asker may know that the trajectory, or the candidate of it, is there at all (domain.md section 9): a
 * coordinator and a funder also see what theirs continue, a coach also what they coached before, an administrator no
 * dossier. What the scope does not name is out of sight.
 */
export function maySee(asker: AskingParty, scope: Scope): boolean {
  const { organisationIds, funderIds, continuedBy } = scope;
  switch (asker.role) {
    case 'operator':
      return true;
    case 'administrator':
      return false;
    case 'coordinator':
      return (
        holds(organisationIds, asker.organisationId) ||
        holds(continuedBy?.organisationIds, asker.organisationId)
      );
    case 'case-director':
    case 'auditor':
      return holds(funderIds, asker.funderId) || holds(continuedBy?.funderIds, asker.funderId);
    case 'coach':
      return holds(scope.coachIds, asker.coachId) || coachesNowOrOnDay(asker, scope);
    case 'candidate':
      return asker.candidateId !== undefined && asker.candidateId === scope.candidateId;
    case 'employer':
      return holds(scope.employerIds, asker.employerId);
    default:
      return unknownMember(asker.role);
  }
}

/** True when the asker may know of an incident on a file in sight: an employer only of its own (domain.md section 9). */
export function maySeeIncident(
  asker: AskingParty,
  incident: { readonly employerId?: Id | undefined },
): boolean {
  return (
    asker.role !== 'employer' || (asker.employerId !== undefined && asker.employerId === incident.employerId)
  );
}

/** True when the asker is the coach or a substitute today or on the day of the fact. */
export function coachesNowOrOnDay(asker: AskingParty, scope: Scope): boolean {
  return holds(scope.coachIdsNow, asker.coachId) || holds(scope.coachIdsOnDay, asker.coachId);
}

/** True when the asker is the coach or a substitute on the day of the fact. */
export function coachesOnDay(asker: AskingParty, scope: Scope): boolean {
  return holds(scope.coachIdsOnDay, asker.coachId);
}

/**
 * True when the asker may read what was said in confidence in a session (domain.md section 9): the candidate, the coach
 * whose session it was, and the coach or substitute on its day. `scope` is that of the session's day.
 */
export function mayReadConfidential(asker: AskingParty, scope: Scope, sessionCoachId: Id): boolean {
  if (asker.role === 'candidate') return maySee(asker, scope);
  if (asker.role !== 'coach' || asker.coachId === undefined) return false;
  return asker.coachId === sessionCoachId || coachesOnDay(asker, scope);
}
