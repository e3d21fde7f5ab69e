import type { Id } from '../shared/ids.js';

/** The roles of domain.md section 9a, in the order of its columns. */
export const ROLES = [
  'administrator',
  'coach',
  'coordinator',
  'case-director',
  'auditor',
  'candidate',
  'employer',
] as const;

/** Who asks. `operator` is an import or another command on the machine itself, which needs no token. */
export type Role = (typeof ROLES)[number] | 'operator';

/** The asker as far as access goes: a role, and the party it is held for. */
export interface AskingParty {
  readonly role: Role;
  readonly organisationId?: Id | undefined;
  readonly funderId?: Id | undefined;
  readonly coachId?: Id | undefined;
  readonly candidateId?: Id | undefined;
  readonly employerId?: Id | undefined;
}
