import type { Id } from '../shared/ids.js';
import type { AskingParty } from './roles.js';

/** A coach and a funder whose roles one person holds: no candidate of the one may be the other's too. */
export interface SeparatedRoles {
  readonly coachId: Id;
  readonly funderId: Id;
}

/**
 * The pairs of roles that a person who holds `held` and gets `added` may only have while they reach no candidate
 * together: who decides about or supervises the benefit does not coach (OVAL, "case manager" in domain.md section 2).
 */
export function separatedRoles(held: readonly AskingParty[], added: AskingParty): readonly SeparatedRoles[] {
  return held.flatMap((role) => [...pair(role, added), ...pair(added, role)]);
}

function pair(coach: AskingParty, enforcer: AskingParty): readonly SeparatedRoles[] {
  const { coachId } = coach;
  const { funderId } = enforcer;
  const enforces = enforcer.role === 'case-director' || enforcer.role === 'auditor';
  return coach.role === 'coach' && coachId !== undefined && enforces && funderId !== undefined
    ? [{ coachId, funderId }]
    : [];
}
